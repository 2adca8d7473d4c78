import type { ScanInput } from './input.js';

/** How many characters of files that say nothing of Auth.js are kept in memory; what is beyond is read again where it is asked for. */
const KEPT = 48 * 2 ** 20;

/** The files that are not parsed, by their path: memory grows with the files that are, not with all. */
export class Rest {
  readonly #texts = new Map<string, string | undefined>();
  #room = KEPT;

  constructor(private readonly input: Pick<ScanInput, 'read'>) {}

  get size(): number {
    return this.#texts.size;
  }

  has(path: string): boolean {
    return this.#texts.has(path);
  }

  paths(): IterableIterator<string> {
    return this.#texts.keys();
  }

  /** @param text undefined where it is not at hand */
  add(path: string, text: string | undefined): void {
    this.#room -= text?.length ?? 0;
    this.#texts.set(path, this.#room >= 0 ? text : undefined);
  }

  /** Takes a file out that is parsed after all. */
  take(path: string): string {
    const text = this.textOf(path)!;
    this.#texts.delete(path);
    return text;
  }

  /** The text of one of the files. One that went in between counts as empty. */
  textOf(path: string): string | undefined {
    if (!this.#texts.has(path)) return undefined;
    return this.#texts.get(path) ?? this.input.read(path) ?? '';
  }
}
