import type { Binding } from '../ast/bindings.js';
import { componentAround } from '../ast/components.js';
import { readPattern } from '../ast/declarations.js';
import { child, childList, contains, isFunction, type Node, type Span } from '../ast/tree.js';
import { isReact } from '../authjs/session-calls.js';
import type { Entry, SourceFile } from '../source/source-file.js';
import { isPure } from './purity.js';

/** What nothing in a file needs any more once some of its text is gone. */
export interface DeadCode {
  /** Declarations that go whole. */
  readonly statements: readonly Node[];
  /** `const x = f()` → `f()`: what the call does besides is still wanted. */
  readonly bare: readonly Node[];
  /** Members of patterns of which others stay. */
  readonly members: readonly { pattern: Node; member: Node }[];
  /** Every binding of which no use is left. */
  readonly bindings: ReadonlySet<Binding>;
}

const DECLARES =
  /^(?:FunctionDeclaration|ClassDeclaration|TSTypeAliasDeclaration|TSInterfaceDeclaration|TSEnumDeclaration)$/;

/**
 * Works out what goes with text that goes: declarations that were used, and are no longer. What was unused before
 * stays, and so does what is exported, and what does something besides giving a value. Edits nothing.
 * @param kept parts of what goes that are written elsewhere
 */
export function deadCode(gone: readonly Span[], kept: readonly Span[], file: SourceFile): DeadCode {
  const spans: Span[] = [...gone];
  const dead = new Set<Binding>();
  const statements = new Set<Node>();
  const bare = new Set<Node>();
  const isGone = (node: Node) =>
    spans.some((span) => contains(span, node)) && !kept.some((span) => contains(span, node));
  for (let grown = true; grown;) {
    grown = false;
    for (const binding of file.bindings.all) {
      if (dead.has(binding) || !losesLastUse(binding, isGone)) continue;
      dead.add(binding);
      grown = true;
      const way = wayOf(binding, dead, file);
      if (way === undefined) continue;
      (way.isBare ? bare : statements).add(way.statement);
      spans.push(way.isBare ? child(childList(way.statement, 'declarations')[0], 'id')! : way.statement);
    }
  }
  const members = [...dead].flatMap((binding) => memberOf(binding, dead, file) ?? []);
  return {
    statements: [...statements],
    bare: [...bare],
    members: unique(members).filter(({ member }) => !isGone(member)),
    bindings: dead,
  };
}

function losesLastUse({ references, declaration, identifiers }: Binding, isGone: (node: Node) => boolean): boolean {
  if (isGone(identifiers[0]!)) return false; // it went with what is around it
  const outside = references.filter((node) => !contains(declaration, node));
  return outside.length > 0 && outside.every(isGone);
}

/** How a binding's declaration goes; undefined where it stays, if only for its other names. */
function wayOf(
  binding: Binding,
  dead: ReadonlySet<Binding>,
  file: SourceFile,
): { statement: Node; isBare: boolean } | undefined {
  const { declaration, imported } = binding;
  if (imported?.name !== undefined && declaration.type.startsWith('Import')) return undefined; // imports go by themselves
  const parent = file.bindings.parentOf(declaration);
  if (!parent || parent.type.startsWith('Export')) return undefined;
  if (DECLARES.test(declaration.type)) return { statement: declaration, isBare: false };
  if (declaration.type !== 'VariableDeclarator' || parent.type !== 'VariableDeclaration') return undefined;
  const around = file.bindings.parentOf(parent);
  if (!around || /^(?:Export|For)/.test(around.type) || childList(parent, 'declarations').length > 1) return undefined;
  const names = namesIn(child(declaration, 'id'), file);
  if (names.some((name) => !dead.has(name) && name.references.length > 0)) return undefined;
  const init = child(declaration, 'init');
  const sites = init ? sitesRunBy(init, file) : [];
  if (sites.length > 0)
    return sites.length === 1 && isPlainSession(init!, sites[0]!.node, file)
      ? { statement: parent, isBare: false }
      : undefined;
  const isRender = componentAround(parent, file.bindings) === functionAround(parent, file);
  if (!init || isPure(init, isRender, file)) return { statement: parent, isBare: false };
  return { statement: parent, isBare: true };
}

/** The sites that working an expression out comes by: not those in functions, which nobody calls any more. */
function sitesRunBy(init: Node, file: SourceFile): Entry[] {
  const isLater = (node: Node) =>
    [...file.bindings.ancestors(node)].some((each) => isFunction(each) && contains(init, each));
  return file.unsettledWithin(init).filter(({ node }) => !isLater(node));
}

/** `useSession()` without options only gives. */
const isPlainSession = (init: Node, node: Node, file: SourceFile): boolean =>
  child(init, 'callee') === node &&
  childList(init, 'arguments').length === 0 &&
  file.uses(isReact('useSession')).some((use) => use.node === node);

const functionAround = (node: Node, { bindings }: SourceFile): Node | undefined =>
  [...bindings.ancestors(node)].find(isFunction);

export function namesIn(pattern: Node | undefined, { bindings }: SourceFile): Binding[] {
  const names: Binding[] = [];
  readPattern(pattern, (identifier) => {
    const binding = bindings.of(identifier);
    if (binding) names.push(binding);
  });
  return names;
}

/** The member of a declaration's pattern that holds nothing but dead names, others staying. */
function memberOf(
  binding: Binding,
  dead: ReadonlySet<Binding>,
  file: SourceFile,
): { pattern: Node; member: Node } | undefined {
  const { declaration } = binding;
  const pattern = declaration.type === 'VariableDeclarator' ? child(declaration, 'id') : undefined;
  if (!pattern || !file.bindings.parentOf(declaration)) return undefined;
  const list = childList(pattern, pattern.type === 'ArrayPattern' ? 'elements' : 'properties');
  if (list.some(({ type }) => type === 'RestElement')) return undefined; // the rest would take what goes
  // Who rewrites the read of a session writes the pattern anew, with the names that are still used.
  const init = child(declaration, 'init');
  if (init && sitesRunBy(init, file).length > 0) return undefined;
  const member = list.find((each) => contains(each, binding.identifiers[0]!));
  if (!member) return undefined;
  const value = pattern.type === 'ArrayPattern' ? member : child(member, 'value');
  return namesIn(value, file).every((name) => dead.has(name) || name.references.length === 0)
    ? { pattern, member }
    : undefined;
}

const unique = (list: readonly { pattern: Node; member: Node }[]) => [
  ...new Map(list.map((each) => [each.member, each])).values(),
];
