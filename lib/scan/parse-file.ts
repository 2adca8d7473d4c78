import { factsOf, type Facts } from './facts.js';
import type { ScanInput } from './input.js';

/** A file that the parser refuses. */
export interface Unparsed {
  readonly error: string;
}

const BOM = '\uFEFF';

/** How many trees are kept at a time: a file that is read again was mostly read just now. */
const KEPT = 24;

/** What files say, each parsed when it is asked for. */
export class Trees {
  readonly #kept = new Map<string, Facts>();

  constructor(private readonly parse: ScanInput['parse']) {}

  factsOf(path: string, source: string): Facts | Unparsed {
    const known = this.#kept.get(path);
    if (known) return known;
    // Offsets count from behind a byte order mark, as the chain's do.
    const text = source.startsWith(BOM) ? source.slice(1) : source;
    try {
      const facts = factsOf(this.parse(path, text), text, path);
      this.#keep(path, facts);
      return facts;
    } catch (error) {
      return { error: (error as Error).message.split('\n')[0]! };
    }
  }

  /** Lets go of the trees: nobody reads a file again. */
  clear(): void {
    this.#kept.clear();
  }

  #keep(path: string, facts: Facts): void {
    this.#kept.set(path, facts);
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > KEPT) this.#kept.delete(oldest!);
  }
}
