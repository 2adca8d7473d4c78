import { isVariable } from '../authjs/leftovers.js';
import type { PlannedFile, ReportedFile } from '../ledger.js';
import type { Project } from '../project/index.js';
import type { Scan } from '../scan/scan.js';
import type { ScannedFile } from '../scan/sites.js';

interface SetUpInput {
  readonly project: Project;
  readonly found: Scan;
  readonly settled: ReadonlyMap<string, ReportedFile>;
  readonly planned: readonly PlannedFile[];
}

/** `process.env.GITHUB_ID`, `process.env['GITHUB_ID']`, `env.GITHUB_ID` */
const READ = /\benv(?:\.|\[['"])([A-Z][A-Z0-9_]+)\b/g;

/** Variables that are never a provider's alone, whatever reads them. */
const SHARED = /^(?:NODE_ENV|CI|PORT|HOST)$|^VERCEL|DATABASE|POSTGRES|MONGO|REDIS|^DB_|_DB_|^NEXT_PUBLIC_/;

/**
 * The variables with names of the app's own (`GITHUB_CLIENT_SECRET`) that providers of Auth.js's were set up with, and
 * that no code mentions any more.
 */
export function setUpVariables({ project, found, settled, planned }: SetUpInput): string[] {
  const names = new Set<string>();
  for (const scanned of found.files.values())
    for (const part of providersIn(scanned, settled.get(scanned.path)))
      for (const [, name] of part.matchAll(READ)) if (!isVariable(name!) && !SHARED.test(name!)) names.add(name!);
  if (names.size === 0) return [];
  const after = new Map(planned.map(({ path, after: text }) => [path, text]));
  const texts = [
    ...project.sourceFiles.filter((path) => !after.has(path)).map((path) => found.textOf(path) ?? ''),
    ...[...after.values()].map((text) => text ?? ''),
  ];
  const named = new RegExp(`(?<![\\w$])(?:${[...names].join('|')})(?![\\w$])`, 'g');
  for (const text of texts) for (const [name] of text.matchAll(named)) names.delete(name);
  return [...names].toSorted();
}

/** The texts of the providers' options in a file that went. */
function providersIn({ sites, configs, text }: ScannedFile, reported: ReportedFile | undefined): string[] {
  const isGone = (index: number) => (reported?.sites[index]?.outcome ?? 'manual') !== 'manual';
  const calls = sites.flatMap((site, index) =>
    site.kind === 'use' && /\/providers\//.test(site.origin.module) && isGone(index)
      ? argumentsAfter(text, site.end)
      : [],
  );
  const isOptionsGone = sites.some((site, index) => site.kind === 'use' && isGone(index));
  const listed = isOptionsGone
    ? configs.flatMap(({ providers }) => providers.map(({ start, end }) => text.slice(start, end)))
    : [];
  return [...calls, ...listed];
}

/** What stands in the brackets behind a name, told by their count alone: only names of variables are looked for in it. */
function argumentsAfter(text: string, offset: number): string[] {
  const start = /^\s*(?:<[^>(]*>)?\s*\(/.exec(text.slice(offset));
  if (!start) return [];
  let depth = 1;
  let at = offset + start[0].length;
  for (; at < text.length && depth > 0; at += 1) depth += text[at] === '(' ? 1 : text[at] === ')' ? -1 : 0;
  return [text.slice(offset, at)];
}
