import { contains, type Node } from '../ast/tree.js';
import { OWN } from '../authjs/modules.js';
import { TEST_FILE } from '../authjs/runtime.js';
import type { Project } from '../project/index.js';
import { moduleStringsOf, takenStringsOf } from '../scan/import-index.js';
import type { Scan } from '../scan/scan.js';
import { isTestCode } from '../scan/sites.js';
import { authModule, exportedNames, isAuthRoute, type AuthModule } from '../source/auth-module.js';
import type { SourceFile } from '../source/source-file.js';
import type { ChainState } from './chain-state.js';
import type { GoneExports } from '../flow/set-up-tests.js';
import { partsOf, SET_UP_SITE } from './set-up-code.js';
import { linksOf, takenBy, type Taken } from './taken-exports.js';

interface Importer {
  readonly path: string;
  readonly text: string;
  /** A test that puts something else in the module's place: it needs nothing of it. */
  readonly isMock: boolean;
  /** Whether it hands all of a module on, this one maybe. */
  readonly handsAllOn: boolean;
}

/**
 * Exports that nothing but Auth.js's set-up uses, whichever file it stands in: a provider in a file of its own, a function
 * that chooses some, an adapter. They go with it.
 */
export class SetUpExports {
  readonly #taken: Map<string, Taken[]>;
  readonly #names = new Map<string, Set<string>>();
  readonly #others: Map<string, Importer[]>;
  readonly #typed: ReadonlySet<string>;

  /**
   * @param cut tests that go with what they test of the set-up: what they take needs not stay for them
   * @param known the same for other tests, whose answers about the files at hand hold here too
   */
  readonly #files: ReadonlyMap<string, SourceFile>;

  constructor(
    private readonly input: ChainState,
    private readonly cut: ReadonlySet<string> = new Set(),
    known?: SetUpExports,
  ) {
    this.#files = new Map(input.files.map((file) => [file.path, file]));
    this.#taken = known ? known.#taken : takenIn(input);
    this.#others = known ? known.#others : new Map();
    this.#typed = known ? known.#typed : new Set(typesOfSessions(input.found, input.project));
    this.#grow();
  }

  /** The names of a file's exports that go with the set-up. */
  of(path: string): ReadonlySet<string> {
    return this.#names.get(path) ?? new Set();
  }

  /** What goes of a file's exports with the set-up, its options and its route included. */
  goneFrom(path: string): GoneExports {
    const file = this.input.files.find((each) => each.path === path);
    if (!file) return { names: new Set(), inPart: new Set(), isAll: false };
    const { owned, rest } = this.#moduleOf(file);
    const isRoute = isAuthRoute(path);
    const stays = isRoute ? [] : this.input.staysIn(path);
    const isOptions = (name: string) => file.scanned.passes.get(name)?.module === OWN.options;
    const livesOn = (statement: Node) => stays.some((span) => contains(statement, span));
    const names = owned
      .filter((statement) => !livesOn(statement))
      .flatMap(exportedNames)
      .filter((name) => isRoute || this.of(path).has(name) || isOptions(name));
    const inPart = owned.filter(livesOn).flatMap(exportedNames).filter(isOptions);
    const all = [...owned, ...rest].filter(({ type }) => type.startsWith('Export'));
    const isAll = all.length > 0 && all.every((statement) => isAllOf(exportedNames(statement), names));
    return { names: new Set(names), inPart: new Set(inPart), isAll: isRoute ? owned.length > 0 : isAll };
  }

  /** Files that hold an export that goes with the set-up, each with one that uses it: they go together or not at all. */
  *links(): Generator<readonly [string, string]> {
    for (const [path, names] of this.#names)
      for (const { file, name } of this.#taken.get(path) ?? [])
        if (name === '*' || names.has(name)) yield [path, file.path];
  }

  /** Whether a line that the set-up's removal leaves imports the file. */
  isStillImported(path: string): boolean {
    const gone = this.goneFrom(path);
    const isCut = ({ file, name }: Taken) => this.cut.has(file.path) && (gone.isAll || gone.names.has(name));
    const taken = this.#taken.get(path) ?? [];
    return this.#othersOf(path).length > 0 || taken.some((each) => !isCut(each) && !this.#goes(each));
  }

  /** One more export at a time, until none is used by the set-up alone: each may be what another is used by. */
  #grow(): void {
    const open = this.input.files.filter(
      (file) => file.context.routeKind === 'module' && file.entries.some(({ settlement }) => !settlement),
    );
    for (let grown = true; grown;) {
      grown = false;
      for (const file of open)
        for (const name of partsOf(file, this.#moduleOf(file))) {
          const names = this.#names.get(file.path) ?? new Set<string>();
          if (names.has(name) || !this.#isOnlySetUp(file, name)) continue;
          this.#names.set(file.path, names.add(name));
          grown = true;
        }
    }
  }

  #moduleOf(file: SourceFile): AuthModule {
    return authModule(file, this.of(file.path));
  }

  #isOnlySetUp(file: SourceFile, name: string): boolean {
    if (this.#typed.has(`${file.path} ${name}`)) return false;
    // Most exports are used by other code that is at hand: nobody has to look through texts for more.
    const isCut = (each: Taken) => this.cut.has(each.file.path);
    if (!this.#takenHere(file.path, name).every((each) => isCut(each) || this.#goes(each))) return false;
    const all = this.#takenAt(file.path, name);
    // What only its parameters' types tie to Auth.js is tested for its own sake.
    if (all?.some(isCut) && !partsOf(file, this.#moduleOf(file), SET_UP_SITE).includes(name)) return false;
    const taken = all?.filter((each) => !isCut(each));
    if (taken === undefined || (taken.length === 0 && this.#moduleOf(file).owned.length === 0)) return false;
    return taken.every((each) => this.#goes(each));
  }

  /** Those of the files at hand that take an export by a declaration. */
  #takenHere(path: string, name: string): Taken[] {
    return (this.#taken.get(path) ?? []).filter((each) => each.name === name || takesAll(each, name));
  }

  /** Who takes an export, through barrels of `export *` too; undefined where code may that is not at hand. */
  #takenAt(path: string, name: string, seen = new Set<string>()): Taken[] | undefined {
    if (seen.has(path)) return [];
    seen.add(path);
    const taken = this.#takenHere(path, name);
    for (const other of this.#othersOf(path)) {
      if (other.isMock) continue;
      const { handsAllOn } = other;
      if (!handsAllOn && name === 'default') return undefined;
      const isNamed = hasWord(other.text, name) && hasWord(other.text.replace(MODULE, ''), name);
      if (!handsAllOn && !isNamed) continue;
      const through = handsAllOn && !isNamed ? this.#takenAt(other.path, name, seen) : undefined;
      if (!through) return undefined;
      taken.push(...through);
    }
    return taken;
  }

  #goes({ file, nodes }: Taken): boolean {
    const { owned } = this.#moduleOf(file);
    const stays = this.input.staysIn(file.path);
    return nodes.every(
      (node) =>
        !stays.some((span) => contains(span, node)) &&
        (file.edits.removes(node) || isDone(node, file) || owned.some((statement) => contains(statement, node))),
    );
  }

  /** The files that import a file in another way than by a declaration of one of the files at hand. */
  #othersOf(path: string): Importer[] {
    const known = this.#others.get(path);
    if (known) return known;
    const { found, project } = this.input;
    const leadsThere = (source: string, from: string) => project.resolve(source, from) === path;
    const others = found.importersOf(path).flatMap((importer) => {
      const file = this.#files.get(importer.path);
      const isOf = (source: string) => leadsThere(source, importer.path);
      const links = file ? linksOf(file).filter(({ source }) => isOf(source)).length : 0;
      if (file && moduleStringsOf(importer.text).filter(isOf).length <= links) return [];
      const isMock = takenStringsOf(importer.text).filter(isOf).length <= links;
      return [{ ...importer, isMock, handsAllOn: EXPORTS_ALL.test(importer.text) }];
    });
    this.#others.set(path, others);
    return others;
  }
}

function takenIn({ files, project }: ChainState): Map<string, Taken[]> {
  const all = new Map<string, Taken[]>();
  for (const file of files)
    for (const [target, taken] of takenBy(file, project)) all.set(target, [...(all.get(target) ?? []), taken]);
  return all;
}

/** An export of another kind than by names is none of them. */
const isAllOf = (exported: readonly string[], names: readonly string[]): boolean =>
  exported.length > 0 && exported.every((name) => names.includes(name));

const EXPORTS_ALL = /\bexport\s*\*/;

/** `export * from './name'` does not name it. */
const MODULE = /\bfrom\s*(['"])[^'"\n]+\1/g;

/** Whether everything is taken, this too: a test that loads a module whole names what it needs of it. */
const takesAll = ({ file, name, nodes }: Taken, wanted: string): boolean =>
  name === '*' &&
  (!isTestFile(file) || hasWord(file.text, wanted) || nodes.some(({ type }) => type === 'ExportAllDeclaration'));

const isTestFile = (file: SourceFile): boolean => isTestCode(file) || TEST_FILE.test(file.path);

/** Whether what stands at a node is Clerk's by now, though it may be called the same: `signOut()`. */
const isDone = (node: Node, { entries }: SourceFile): boolean =>
  entries.some(
    ({ node: at, settlement }) => at === node && settlement && settlement.outcome !== 'manual' && !settlement.isKept,
  );

/** Types of which the app's own description of a session is made: the generated module, which has that now, imports them. */
function* typesOfSessions(found: Scan, project: Project): Generator<string> {
  for (const { path, augmentation } of found.files.values()) {
    for (const { name, isExported } of augmentation?.local ?? []) if (isExported) yield `${path} ${name}`;
    for (const { source, imported } of augmentation?.imports ?? []) {
      const target = project.resolve(source, path);
      if (target !== undefined) yield `${target} ${imported}`;
    }
  }
}

const hasWord = (text: string, name: string): boolean =>
  text.includes(name) && new RegExp(String.raw`(?<![\w$])${name.replaceAll('$', String.raw`\$`)}(?![\w$])`).test(text);
