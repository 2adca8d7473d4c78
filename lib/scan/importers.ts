import type { ScanInput } from './input.js';

/** `.`, `..`, `../..`: an index, by no name at all. */
const DOTS = String.raw`\.{1,2}(?:/\.{1,2})*/?`;

/**
 * The files that name one of `targets` in a module string, of those that are not parsed. Strings that end like an import of
 * a target are looked for first, since that is cheap; then it is resolved where they lead.
 */
export function importersOf(
  targets: readonly string[],
  texts: ReadonlyMap<string, string>,
  input: Pick<ScanInput, 'resolve' | 'importStemsOf'>,
): string[] {
  const stems = [...new Set(targets.flatMap((path) => input.importStemsOf(path)))];
  if (stems.length === 0) return [];
  const escaped = stems.map((stem) => stem.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`));
  const named = String.raw`(?:[^"'\`\n]*[/.#~@$])?(?:${escaped.join('|')})(?:/[^"'\`\n]*)?(?:\.[cm]?[jt]sx?)?`;
  const strings = new RegExp(`(?<=["'\`])(?:${named}|${DOTS})(?=["'\`])`, 'g');
  const wanted = new Set(targets);
  const leadsThere = (specifier: string, from: string) => wanted.has(input.resolve(specifier, from) ?? '');
  return [...texts]
    .filter(([path, text]) =>
      [...new Set(Array.from(text.matchAll(strings), ([found]) => found))].some((found) => leadsThere(found, path)),
    )
    .map(([path]) => path);
}

/** The module strings of a file, by the words in front of their quotes: for files that are not parsed. */
export const moduleStringsOf = (text: string): string[] =>
  Array.from(text.matchAll(/(?:from|import|require|[mM]ock\w*)\s*\(?\s*['"`]([^'"`\n]+)['"`]/g), ([, found]) => found!);
