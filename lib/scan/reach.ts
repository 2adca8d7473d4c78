import { FileLeads, Leads, type LeadsTo, type Mark, type ReachInput } from './leads.js';
import { indexAt, type Links, type Statement, type Target } from './links.js';

export type { Mark } from './leads.js';

/**
 * What each of the app's entries may come to run, followed through imports by the names that they take: a file that takes
 * one function of a module is not charged with the others.
 */
export class Reach<M extends Mark> {
  readonly #leads: LeadsTo;

  constructor(
    private readonly marks: ReadonlyMap<string, readonly M[]>,
    private readonly input: ReachInput,
    /** The only files that will be asked about, where they are few. */
    entries?: Iterable<string>,
  ) {
    this.#leads = entries ? new FileLeads(marks, input, importedFrom(entries, input)) : new Leads(marks, input);
  }

  /** The files from which something that counts may be reached. */
  get files(): readonly string[] {
    return this.#leads.files;
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
    const follow = (target: Target): void => {
      const { path, name } = target;
      if (!this.#leads.has(target)) return; // nothing that counts lies behind it
      const names = seenNames.get(path) ?? new Set();
      if (names.has(name)) return; // modules that hand each other on
      seenNames.set(path, names.add(name));
      const links = this.input.links(path)!;
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

/** The files and all that they import, and those import. */
function importedFrom(entries: Iterable<string>, { importsOf }: ReachInput): Set<string> {
  const reached = new Set(entries);
  // A set that is gone through takes in what is added on the way.
  for (const path of reached) for (const imported of importsOf(path)) reached.add(imported);
  return reached;
}
