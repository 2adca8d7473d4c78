import { moduleStringsOf } from './importers.js';
import type { ScanInput } from './input.js';

/** Which files import a file, found by the ends of their module strings and then resolved: nothing is parsed. */
export class ImportIndex {
  /** By the last segment of a module string, and by the package that it names. */
  readonly #byEnd = new Map<string, Set<string>>();
  readonly #strings = new Map<string, Set<string>>();

  constructor(
    texts: Iterable<readonly [path: string, text: string]>,
    private readonly input: Pick<ScanInput, 'resolve' | 'importStemsOf'>,
  ) {
    for (const [path, text] of texts)
      for (const string of moduleStringsOf(text)) {
        const from = this.#strings.get(string) ?? new Set();
        this.#strings.set(string, from.add(path));
        for (const end of endsOf(string)) {
          const strings = this.#byEnd.get(end) ?? new Set();
          this.#byEnd.set(end, strings.add(string));
        }
      }
  }

  importersOf(path: string): string[] {
    const stems = [...this.input.importStemsOf(path), ...(/(?:^|[\\/])index\.\w+$/.test(path) ? ['.'] : [])];
    const strings = new Set(stems.flatMap((stem) => [...(this.#byEnd.get(stem) ?? [])]));
    return [...strings].flatMap((string) =>
      [...this.#strings.get(string)!].filter((from) => this.input.resolve(string, from) === path),
    );
  }
}

function endsOf(string: string): string[] {
  const segments = string.split('/').filter((segment) => segment !== '');
  const last = (segments.at(-1) ?? '').replace(/\.[cm]?[jt]sx?$/, '');
  if (/^\.{0,2}$/.test(last)) return ['.'];
  const name = segments.slice(0, string.startsWith('@') ? 2 : 1).join('/');
  return string.startsWith('.') || name === last ? [last] : [last, name];
}
