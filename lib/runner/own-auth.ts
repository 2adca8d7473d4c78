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
    const chains = this.project.resolveAll(source, from).map((path) => this.chain({ path, name }));
    const makers = chains.flatMap((chain) => chain?.at(-1) ?? []);
    if (makers.length === 0 || makers.length < chains.length) return 'no';
    if (this.#yielding) return makers.every((maker) => this.#yielding!.has(key(maker))) ? 'yes' : 'no';
    const links = chains.flatMap((chain) => chain!);
    if (!links.every(({ path }) => this.project.isTargeted(path)) || !makers.every(({ path }) => this.canYield(path)))
      return 'no';
    for (const { path } of makers) this.#makers.add(path);
    for (const { path, name: wanted } of links) this.#wanted.set(path, this.wantedOf(path).add(wanted));
    return 'later';
  }

  /** Once all is settled: the files whose generated module yields what an import is called for; none where it stays Auth.js's. */
  yieldedBy(from: string, source: string, name: string): readonly string[] {
    if (!this.#yielding || this.of(from, source, name) !== 'yes') return [];
    return this.project.resolveAll(source, from).flatMap((path) => this.chain({ path, name })!.at(-1)!.path);
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

  /** From the module that is imported to the one that has it of Auth.js itself. */
  chain(start: Exported): Exported[] | undefined {
    const chain: Exported[] = [];
    for (let at: Exported | undefined = start; at; at = this.scanned.get(at.path)?.handedOn.get(at.name)) {
      if (chain.some((each) => key(each) === key(at!)) || !this.scanned.has(at.path)) return undefined;
      chain.push(at);
    }
    return chain;
  }
}

const key = ({ path, name }: Exported): string => `${path}\0${name}`;
