import type { Project } from '../project/index.js';
import type { Exported, ScannedFile } from '../scan/sites.js';
import type { InPlace } from '../source/context.js';

/**
 * The `auth` of the app's own modules that goes on yielding sessions by its name, so that its callers stay as they are:
 * who wants that, and where it came to be.
 */
export class OwnAuth {
  readonly #wanted = new Map<string, Set<string>>();
  readonly #makers = new Set<string>();
  #yielding: Set<string> | undefined;

  /** @param canYield whether the generated module yields a file's sessions whole */
  constructor(
    private readonly project: Project,
    private readonly scanned: ReadonlyMap<string, ScannedFile>,
    private readonly canYield: (maker: string) => boolean,
  ) {}

  /** Whether an import yields the session; before that is known, whoever asks wants it to. */
  of(from: string, source: string, name: string): InPlace {
    const chain = this.#chain({ path: this.project.resolve(source, from) ?? '', name });
    const maker = chain?.at(-1);
    if (!chain || !maker) return 'no';
    if (this.#yielding) return this.#yielding.has(key(maker)) ? 'yes' : 'no';
    if (!chain.every(({ path }) => this.project.isTargeted(path)) || !this.canYield(maker.path)) return 'no';
    this.#makers.add(maker.path);
    for (const each of chain) this.#wanted.set(each.path, this.wantedOf(each.path).add(each.name));
    return 'later';
  }

  /** The files whose own `auth` is wanted to. */
  get makers(): string[] {
    return [...this.#makers];
  }

  /** The exports of a file that are wanted to yield the session. */
  wantedOf(path: string): Set<string> {
    return this.#wanted.get(path) ?? new Set();
  }

  /** Enters which do, or that it is open again. */
  settle(yielding: readonly Exported[] | undefined): void {
    this.#yielding = yielding && new Set(yielding.map(key));
  }

  /** From the module that is imported to the one that has it of NextAuth(). */
  #chain(start: Exported): Exported[] | undefined {
    const chain: Exported[] = [];
    for (let at: Exported | undefined = start; at; at = this.scanned.get(at.path)?.handedOn.get(at.name)) {
      if (chain.some((each) => key(each) === key(at!)) || !this.scanned.has(at.path)) return undefined;
      chain.push(at);
    }
    return chain;
  }
}

const key = ({ path, name }: Exported): string => `${path}\0${name}`;
