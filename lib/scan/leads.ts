import { indexAt, type Links, type Target } from './links.js';

/** What counts in a file, and where it stands. */
export interface Mark {
  readonly at: number;
}

/** What the walk is given: it reads nothing itself. */
export interface ReachInput {
  /** undefined where no parser takes the file */
  links(path: string): Links | undefined;
  /** undefined where it can't be read */
  textOf(path: string): string | undefined;
  importersOf(path: string): readonly string[];
  /** The files that a file names, whatever it takes of them. */
  importsOf(path: string): readonly string[];
  /** Whether the file's functions are called by requests of their own. */
  isActions(path: string): boolean;
  /** Whether it may be asked what a file comes to run; of others only what imports them matters. */
  isEntry(path: string): boolean;
}

/** Behind which names of which files something that counts may lie. */
export interface LeadsTo {
  /** The files that have such a name. */
  readonly files: readonly string[];
  has(target: Target): boolean;
}

/** Stands for all names of a file that exports none by name: CommonJS. */
const ANY = '';

/**
 * Which exports may lead to something that counts, worked out from there upwards: a file that names none of them is not
 * parsed, nor is what imports it. Some may lead nowhere in the end; none that does is left out.
 */
export class Leads implements LeadsTo {
  readonly #names = new Map<string, Set<string>>();

  constructor(
    private readonly marks: ReadonlyMap<string, readonly Mark[]>,
    private readonly input: ReachInput,
  ) {
    const matters = (path: string) => input.isEntry(path) || input.importersOf(path).length > 0;
    const due = new Set([...marks.keys()].filter(matters));
    // A set that is gone through takes in what is added on the way.
    for (const path of due) {
      due.delete(path);
      if (!this.#grows(path)) continue;
      for (const importer of input.importersOf(path))
        if (matters(importer) && this.#mayTake(importer, path)) due.add(importer);
    }
  }

  get files(): string[] {
    return [...this.#names.keys()];
  }

  /** Whether something that counts may lie behind a name of a file. */
  has({ path, name }: Target): boolean {
    const names = this.#names.get(path);
    return names !== undefined && (names.has(name) || names.has(ANY));
  }

  /** Looks at a file again; whether names have come in. */
  #grows(path: string): boolean {
    const links = this.input.links(path);
    if (!links) return false;
    const known = this.#names.get(path) ?? new Set<string>();
    const before = known.size;
    for (const name of this.#namesOf(links, this.#statementsOf(path, links))) known.add(name);
    if (known.size > 0) this.#names.set(path, known);
    return known.size > before;
  }

  /** The statements that something that counts stands in, or lies behind. */
  #statementsOf(path: string, { statements }: Links): ReadonlySet<number> {
    const leading = new Set((this.marks.get(path) ?? []).map(({ at }) => indexAt(statements, at)));
    const users = new Map<number, number[]>();
    for (const [index, { locals, imports }] of statements.entries()) {
      if (imports.some((target) => this.has(target) && !this.input.isActions(target.path))) leading.add(index);
      for (const local of locals) users.set(local, [...(users.get(local) ?? []), index]);
    }
    for (const index of leading) for (const user of users.get(index) ?? []) leading.add(user);
    leading.delete(-1);
    return leading;
  }

  *#namesOf({ exports, stars }: Links, leading: ReadonlySet<number>): Generator<string> {
    if (leading.size > 0) yield exports.size === 0 && stars.length === 0 ? ANY : '*';
    for (const [name, exported] of exports)
      if (typeof exported === 'number' ? leading.has(exported) : this.has(exported)) yield name;
    for (const star of stars) yield* this.#names.get(star) ?? [];
  }

  /** Whether a file's text may take a name of a module that leads on; told without a parser. */
  #mayTake(importer: string, path: string): boolean {
    const names = this.#names.get(path)!;
    const text = this.input.textOf(importer) ?? '';
    // Whoever takes a default may call it anything.
    if (names.has(ANY) || names.has('default') || TAKES_ALL.test(text)) return true;
    for (const name of names) if (name !== '*' && text.includes(name)) return true;
    return false;
  }
}

/**
 * The same told by the files alone, whatever they take of each other, and none of them parsed: for a few entries, from which
 * few files are reached by the names that they take.
 */
export class FileLeads implements LeadsTo {
  readonly #files: ReadonlySet<string>;

  /** @param within the files that the entries may reach */
  constructor(marks: ReadonlyMap<string, readonly Mark[]>, input: ReachInput, within: ReadonlySet<string>) {
    const files = new Set([...marks.keys()].filter((path) => within.has(path)));
    // A set that is gone through takes in what is added on the way.
    for (const path of files)
      for (const importer of input.importersOf(path)) if (within.has(importer)) files.add(importer);
    this.#files = files;
  }

  get files(): string[] {
    return [...this.#files];
  }

  has({ path }: Target): boolean {
    return this.#files.has(path);
  }
}

/** `import * as x`, `export *`, `import(…)`, `require(…)`. */
const TAKES_ALL = /\*\s*as\b|\bexport\s*(?:type\s*)?\*|\brequire\b|\bimport\s*(?:\(|\/[*/])/;
