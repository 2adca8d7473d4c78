import type { Binding } from '../ast/bindings.js';
import { child, childList, contains, isMember, loadedModule, nameOf, stringOf, walk, type Node } from '../ast/tree.js';
import type { TestCut } from '../source/context.js';
import type { SourceFile } from '../source/source-file.js';
import { blockKind, bodyOf, mockedModule, testsIn } from './test-blocks.js';

/** What of a file's exports goes with Auth.js's set-up. */
export interface GoneExports {
  readonly names: ReadonlySet<string>;
  /** Options of which callbacks live on in another place: all but these goes. */
  readonly inPart: ReadonlySet<string>;
  /** Whether it exports nothing else. */
  readonly isAll: boolean;
}

/** Of a file of the app's own from which exports go. */
export interface GoneModule extends GoneExports {
  readonly path: string;
  /** Whether the test file is named for it: `adapter.test.ts`. */
  readonly isNamed: boolean;
}

/** What the module strings of a test file lead to. */
export interface TestedModules {
  /** undefined where nothing goes */
  goneFrom(source: string): GoneModule | undefined;
  /** Whether it is code of the app's own, and no helper of its tests. */
  isOwnCode(source: string): boolean;
}

interface Found {
  readonly tests: number;
  /** Those that use a part that goes. */
  readonly gone: number;
  readonly cuts: readonly Node[];
  /** Other statements that use such a part. */
  readonly loose: readonly Node[];
}

/**
 * What goes of a test file with the parts of the set-up that it tests: each test that uses one, and each group of which no
 * test stays. Undefined where that is not clean: the parts stay then, and their tests with them.
 *
 * A test counts as one of a part where its file is named for the part's file, or takes nothing else of the app's code.
 */
export function testsOfSetUp(file: SourceFile, modules: TestedModules): TestCut | undefined {
  const uses = usesOfGone(file, modules);
  if (uses?.length === 0) return { isWhole: false, statements: [], gone: 0, tests: 0 };
  if (!uses || isMocked(file, modules)) return undefined;
  const reached = spread(uses, file);
  const stays = stayingUses(uses, file, modules);
  const found = readBlock(statementsOf(file.program), (node) => reached.some((use) => contains(node, use)), file);
  if (!found) return undefined;
  const cuts = [...found.cuts, ...found.loose];
  // What stays of a tested file is tested on.
  if (found.cuts.some((cut) => testsIn(cut, file).some((test) => stays.some((use) => contains(test, use)))))
    return undefined;
  if (found.gone > 0 && !isTestOf(file, modules)) return undefined;
  const isWhole = found.tests > 0 && found.gone === found.tests;
  if (!isWhole && (found.tests === 0 || !found.loose.every((each) => isForCuts(each, cuts, file)))) return undefined;
  return { isWhole, statements: cuts, gone: found.gone, tests: found.tests };
}

const statementsOf = (block: Node): Node[] => (block['body'] as Node[]).filter(Boolean);

/** `import(…)`, `require(…)` */
const LOADS = /\b(?:import|require)\s*\(/;

/** Every place that names a part that goes; undefined where a place may. */
function usesOfGone(file: SourceFile, modules: TestedModules): Node[] | undefined {
  const uses: Node[] = [];
  const isWithoutName = (node: Node) => node.type.startsWith('Export') || childList(node, 'specifiers').length === 0;
  if (
    statementsOf(file.program).some(
      (node) => isWithoutName(node) && modules.goneFrom(stringOf(child(node, 'source')) ?? ''),
    )
  )
    return undefined;
  for (const { imported, references } of file.bindings.all) {
    const from = imported && modules.goneFrom(imported.source);
    if (!from) continue;
    if (references.length === 0 && (imported.name === '*' ? from.isAll : from.names.has(imported.name)))
      return undefined; // nobody would see to the import
    for (const node of references) {
      const name = imported.name === '*' ? memberOf(node, file) : imported.name;
      if (name === undefined && !from.isAll) return undefined;
      if (name === undefined || from.names.has(name) || (from.inPart.has(name) && isOfNoCallback(node, file)))
        uses.push(node);
    }
  }
  for (const node of LOADS.test(file.text) ? walk(file.program) : []) {
    const from = modules.goneFrom(stringOf(loadedModule(node)) ?? '');
    if (!from || file.bindings.all.some(({ imported, declaration }) => imported && contains(declaration, node)))
      continue;
    if (!from.isAll) return undefined;
    uses.push(node);
  }
  return uses;
}

/** `authOptions.providers` */
const isOfNoCallback = (options: Node, file: SourceFile): boolean =>
  !['callbacks', undefined].includes(memberOf(options, file));

/** The `b` of `a.b`. */
function memberOf(node: Node, { bindings }: SourceFile): string | undefined {
  const parent = bindings.parentOf(node);
  if (parent?.type === 'TSQualifiedName') return nameOf(child(parent, 'right'));
  return isMember(parent) && !parent!['computed'] ? nameOf(child(parent, 'property')) : undefined;
}

/** A test that puts something else in the place of a part, and takes that, tests other code. */
function isMocked(file: SourceFile, modules: TestedModules): boolean {
  const pathOf = (source: string | undefined) => modules.goneFrom(source ?? '')?.path;
  const taken = new Set(file.bindings.all.flatMap(({ imported }) => pathOf(imported?.source) ?? []));
  return [...walk(file.program)].some((node) => taken.has(pathOf(stringOf(mockedModule(node))) ?? ''));
}

/** With the uses of every name of the file that is made of one, or set to one. */
function spread(uses: readonly Node[], file: SourceFile): Node[] {
  const reached = [...uses];
  const known = new Set<Binding>();
  const isMadeOf = ({ declaration, identifiers }: Binding): boolean => {
    const isOwnName = child(declaration, 'id') === identifiers[0] || declaration.type === 'VariableDeclarator';
    return isOwnName && reached.some((use) => contains(declaration, use));
  };
  const isSetTo = ({ references }: Binding): boolean =>
    references.some((node) => {
      const parent = file.bindings.parentOf(node);
      const isLeft = parent?.type === 'AssignmentExpression' && child(parent, 'left') === node;
      return isLeft && reached.some((use) => contains(parent, use));
    });
  for (let grown = true; grown;) {
    grown = false;
    for (const binding of file.bindings.all) {
      if (known.has(binding) || binding.imported || !(isMadeOf(binding) || isSetTo(binding))) continue;
      known.add(binding);
      reached.push(...binding.references);
      grown = true;
    }
  }
  return reached;
}

/** Uses of what stays of the files that parts go from. */
const stayingUses = (gone: readonly Node[], { bindings }: SourceFile, modules: TestedModules): Node[] =>
  bindings.all.flatMap(({ imported, references }) => {
    const from = imported && modules.goneFrom(imported.source);
    return from && imported.name !== '*' && !from.names.has(imported.name)
      ? references.filter((node) => !gone.includes(node))
      : [];
  });

/** The tests of a list of statements; undefined where some of what stands around them would have to go alone. */
function readBlock(statements: readonly Node[], uses: (node: Node) => boolean, file: SourceFile): Found | undefined {
  const parts: Found[] = [];
  for (const statement of statements) {
    if (statement.type === 'ImportDeclaration') continue;
    const part = readStatement(statement, uses, file);
    if (!part) return undefined;
    parts.push(part);
  }
  const sum = (key: 'tests' | 'gone') => parts.reduce((total, part) => total + part[key], 0);
  return {
    tests: sum('tests'),
    gone: sum('gone'),
    cuts: parts.flatMap(({ cuts }) => cuts),
    loose: parts.flatMap(({ loose }) => loose),
  };
}

function readStatement(statement: Node, uses: (node: Node) => boolean, file: SourceFile): Found | undefined {
  const kind = blockKind(statement, file);
  const isUsing = uses(statement);
  if (kind === 'group' || kind === 'test') {
    const body = kind === 'group' ? bodyOf(statement) : undefined;
    const inner = body && readBlock(statementsOf(body), uses, file);
    if (kind === 'group' && !inner) return undefined;
    const { tests, gone } = inner ?? { tests: 1, gone: Number(isUsing) };
    if (gone === tests && gone > 0) return { tests, gone, cuts: [statement], loose: [] };
    return inner ?? { tests, gone, cuts: [], loose: [] };
  }
  const tests = testsIn(statement, file);
  const gone = tests.filter(uses).length;
  if (gone === tests.length && gone > 0) return { tests: gone, gone, cuts: [statement], loose: [] };
  if (tests.length > 0 && isUsing) return undefined; // a loop around tests of both kinds
  return { tests: tests.length, gone: 0, cuts: [], loose: isUsing ? [statement] : [] };
}

function isTestOf(file: SourceFile, modules: TestedModules): boolean {
  const taken = file.bindings.all.filter(({ imported, references }) => imported && references.length > 0);
  const sources = [...new Set(taken.map(({ imported }) => imported!.source))];
  if (sources.some((source) => modules.goneFrom(source)?.isNamed)) return true;
  const mocked = new Set([...walk(file.program)].map((node) => stringOf(mockedModule(node))));
  return !sources.some((source) => !modules.goneFrom(source) && !mocked.has(source) && modules.isOwnCode(source));
}

/** Whether a statement declares what nothing but text that goes uses. */
function isForCuts(statement: Node, cuts: readonly Node[], { bindings }: SourceFile): boolean {
  const declared = bindings.all.filter(
    ({ declaration, scope }) => contains(statement, declaration) && !contains(statement, scope.node),
  );
  return (
    statement.type.endsWith('Declaration') &&
    !statement.type.startsWith('Export') &&
    declared.length > 0 &&
    declared.every(({ references }) => references.every((node) => cuts.some((cut) => contains(cut, node))))
  );
}
