import { indexAt, type Links, type Statement, type Target } from './links.js';

/** What counts in a file, and where it stands. */
export interface Mark {
  readonly at: number;
}

/** What the walk is given: it reads nothing itself. */
export interface ReachInput {
  /** undefined where no parser takes the file */
  links(path: string): Links | undefined;
  importersOf(path: string): readonly string[];
  /** Whether the file's functions are called by requests of their own. */
  isActions(path: string): boolean;
}

/**
 * What each of the app's entries may come to run, followed through imports by the names that they take: a file that takes
 * one function of a module is not charged with the others.
 */
export class Reach<M extends Mark> {
  readonly #files = new Set<string>();

  constructor(
    private readonly marks: ReadonlyMap<string, readonly M[]>,
    private readonly input: ReachInput,
  ) {
    const work = [...marks.keys()];
    for (let path = work.pop(); path !== undefined; path = work.pop()) {
      if (this.#files.has(path)) continue;
      this.#files.add(path);
      work.push(...input.importersOf(path));
    }
  }

  /** The files from which something that counts may be reached. */
  get files(): ReadonlySet<string> {
    return this.#files;
  }

  /** All marks that an entry may reach, each once. */
  from(entry: string): M[] {
    const seenStatements = new Set<Statement>();
    const seenNames = new Map<string, Set<string>>();
    const found: M[] = [];
    const visit = (path: string, links: Links, index: number): void => {
      const statement = links.statements[index]!;
      if (seenStatements.has(statement)) return;
      seenStatements.add(statement);
      for (const mark of this.marks.get(path) ?? []) if (indexAt(links.statements, mark.at) === index) found.push(mark);
      for (const local of statement.locals) visit(path, links, local);
      for (const target of statement.imports) if (!this.input.isActions(target.path)) follow(target);
    };
    const follow = ({ path, name }: Target): void => {
      const names = seenNames.get(path) ?? new Set();
      if (names.has(name)) return; // modules that hand each other on
      seenNames.set(path, names.add(name));
      const links = this.#files.has(path) ? this.input.links(path) : undefined;
      if (!links) return; // nothing that counts lies behind it
      const exported = links.exports.get(name);
      if (typeof exported === 'number') visit(path, links, exported);
      else if (exported) follow(exported);
      else {
        const isWhole = name === '*' || (links.exports.size === 0 && links.stars.length === 0); // CommonJS
        if (isWhole) for (const index of links.statements.keys()) visit(path, links, index);
        for (const star of links.stars) follow({ path: star, name });
      }
    };
    follow({ path: entry, name: '*' });
    return found;
  }
}
