import { child, childList, contains, forEachChild, loadedModule, nameOf, stringOf, type Node } from '../ast/tree.js';
import { TEST_FILE } from '../authjs/runtime.js';
import type { Project } from '../project/index.js';
import { moduleStringsOf, takenStringsOf } from '../scan/import-index.js';
import { indexAt } from '../scan/links.js';
import type { Scan } from '../scan/scan.js';
import { isTestCode } from '../scan/sites.js';
import { authModule, exportedNames, type AuthModule } from '../source/auth-module.js';
import type { SourceFile } from '../source/source-file.js';
import type { ChainState } from './chain-state.js';

/** One export of a file of the app's own, as another of its files takes it. */
interface Taken {
  readonly file: SourceFile;
  /** `*` for all of them. */
  readonly name: string;
  /** Where it is used; the statement itself where it is passed on or loaded for its effects. */
  readonly nodes: readonly Node[];
}

interface Importer {
  readonly path: string;
  readonly text: string;
  /** A test that puts something else in the module's place: it needs nothing of it. */
  readonly isMock: boolean;
}

/**
 * Exports that nothing but Auth.js's set-up uses, whichever file it stands in: a provider in a file of its own, a function
 * that chooses some, an adapter. They go with it.
 */
export class SetUpExports {
  readonly #taken = new Map<string, Taken[]>();
  readonly #names = new Map<string, Set<string>>();
  readonly #others = new Map<string, Importer[]>();
  readonly #typed: ReadonlySet<string>;

  constructor(private readonly input: ChainState) {
    for (const file of input.files)
      for (const [target, taken] of takenBy(file, input.project))
        this.#taken.set(target, [...(this.#taken.get(target) ?? []), taken]);
    this.#typed = new Set(typesOfSessions(input.found, input.project));
    this.#grow();
  }

  /** The names of a file's exports that go with the set-up. */
  of(path: string): ReadonlySet<string> {
    return this.#names.get(path) ?? new Set();
  }

  /** Files that hold an export that goes with the set-up, each with one that uses it: they go together or not at all. */
  *links(): Generator<readonly [string, string]> {
    for (const [path, names] of this.#names)
      for (const { file, name } of this.#taken.get(path) ?? [])
        if (name === '*' || names.has(name)) yield [path, file.path];
  }

  /** Whether a line that the set-up's removal leaves imports the file. */
  isStillImported(path: string): boolean {
    return this.#othersOf(path).length > 0 || (this.#taken.get(path) ?? []).some((taken) => !this.#goes(taken));
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
    if (!this.#takenHere(file.path, name).every((each) => this.#goes(each))) return false;
    const taken = this.#takenAt(file.path, name);
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
      const isNamed = hasWord(other.text, name) && hasWord(other.text.replace(MODULE, ''), name);
      const handsAllOn = other.text.includes('*') && /\bexport\s*\*/.test(other.text);
      if (!handsAllOn && name !== 'default' && !isNamed) continue;
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
    const { found, files, project } = this.input;
    const leadsThere = (source: string, from: string) => project.resolve(source, from) === path;
    const others = found.importersOf(path).flatMap((importer) => {
      const file = files.find((each) => each.path === importer.path);
      const isOf = (source: string) => leadsThere(source, importer.path);
      const links = file ? linksOf(file).filter(({ source }) => isOf(source)).length : 0;
      if (file && moduleStringsOf(importer.text).filter(isOf).length <= links) return [];
      return [{ ...importer, isMock: takenStringsOf(importer.text).filter(isOf).length <= links }];
    });
    this.#others.set(path, others);
    return others;
  }
}

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

/** The statements and calls by which a file takes something of another. */
function linksOf({ program, text }: SourceFile): { node: Node; source: string }[] {
  const links = childList(program, 'body').flatMap((node) => {
    const source = stringOf(child(node, 'source'));
    return source === undefined ? [] : [{ node, source }];
  });
  if (/\b(?:import|require)\s*\(/.test(text)) links.push(...loadsIn(program));
  return links;
}

/** The calls that load a module, wherever they stand. */
function loadsIn(node: Node, into: { node: Node; source: string }[] = []): { node: Node; source: string }[] {
  const source = stringOf(loadedModule(node));
  if (source !== undefined) into.push({ node, source });
  forEachChild(node, (inner) => void loadsIn(inner, into));
  return into;
}

function* takenBy(file: SourceFile, project: Project): Generator<[target: string, Taken]> {
  for (const { node: statement, source } of linksOf(file)) {
    const target = project.resolve(source, file.path);
    if (target === undefined) continue;
    const specifiers = childList(statement, 'specifiers');
    if (specifiers.length === 0) yield [target, { file, name: '*', nodes: [statement] }];
    for (const specifier of specifiers) {
      const binding = file.bindings.of(child(specifier, 'local'));
      if (statement.type !== 'ImportDeclaration')
        yield [target, { file, name: nameOf(child(specifier, 'local')) ?? '*', nodes: [statement] }];
      else {
        const references = binding?.references ?? [];
        const nodes = references.length > 0 ? references : [statement];
        yield [target, { file, name: binding?.imported?.name ?? '*', nodes }];
      }
    }
  }
}

/** The exported names of statements that hold a part of Auth.js, or use one of the file that does. */
function partsOf(file: SourceFile, { owned, rest }: AuthModule): string[] {
  const exporting = rest.filter((statement) => exportedNames(statement).length > 0 && !file.edits.touches(statement));
  const holding = exporting.length > 0 ? rest.filter((statement) => holdsAuthjs(statement, file)) : [];
  const parts = new Set([...owned, ...holding]);
  const users = parts.size > 0 ? usersIn(childList(file.program, 'body'), file) : undefined;
  // A set that is gone through takes in what is added on the way.
  for (const part of parts) for (const user of users?.get(part) ?? []) parts.add(user);
  return exporting.filter((statement) => parts.has(statement)).flatMap(exportedNames);
}

const holdsAuthjs = (statement: Node, file: SourceFile): boolean =>
  file.unsettledWithin(statement).some(({ site }) => site.kind === 'use' || site.kind === 'module');

/** For each statement of a file those that refer to what it declares. */
function usersIn(statements: readonly Node[], { bindings }: SourceFile): Map<Node, Set<Node>> {
  const users = new Map<Node, Set<Node>>();
  const around = (node: Node) => statements[indexAt(statements, node.start)];
  for (const { identifiers, references } of bindings.program.names.values())
    for (const identifier of identifiers) {
      const declaring = around(identifier);
      if (declaring?.type === 'ImportDeclaration') continue;
      for (const reference of references) {
        const using = around(reference);
        if (!declaring || !using) continue;
        if (!users.has(declaring)) users.set(declaring, new Set());
        users.get(declaring)!.add(using);
      }
    }
  return users;
}
