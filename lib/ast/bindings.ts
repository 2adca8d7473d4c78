import { mayDeclare, readDeclarations } from './declarations.js';
import { isReference } from './references.js';
import {
  functionScope,
  isInOwnScope,
  newScope,
  opensScope,
  type Binding,
  type ImportedAs,
  type Place,
  type Scope,
} from './scopes.js';
import { Places } from './places.js';
import { contains, forEachChild, nameOf, type Node, type Span } from './tree.js';

export { importedName } from './declarations.js';
export type { Binding, ImportedAs, Place, Scope } from './scopes.js';

type OnNode = (node: Node, parent: Node | undefined, key: string) => void;

/**
 * Which declaration each name of a file belongs to. One walk over the tree, types and values in one namespace, `var`
 * and functions hoisted, declarations of one name in one scope merged.
 */
export class Bindings {
  readonly program: Scope;
  readonly all: Binding[] = [];
  /** Names that nothing in the file declares. */
  readonly free = new Map<string, Node[]>();
  readonly #places: Places;
  readonly #scopes = new Map<Node, Scope>();
  readonly #bindings = new Map<Node, Binding>();
  /** Of the export clause that the walk is in. */
  #areNamesElsewhere = false;
  /** Resolved when the walk is done: a name may be used above its declaration. */
  #pending: { node: Node; scope: Scope }[] = [];

  /** @param onNode called for each node, parents first */
  constructor(program: Node, onNode?: OnNode) {
    this.program = this.#openScope(program, undefined);
    this.#places = new Places(program);
    this.#walk(program, undefined, '', this.program, onNode);
    for (const { node, scope } of this.#pending) this.#resolve(node, scope);
    this.#pending = [];
  }

  /** The binding that an identifier declares or refers to. */
  of(identifier: Node | undefined): Binding | undefined {
    return identifier && this.#bindings.get(identifier);
  }

  placeOf(node: Node): Place | undefined {
    return this.#places.of(node);
  }

  parentOf(node: Node): Node | undefined {
    return this.#places.of(node)?.parent;
  }

  /** The nodes around `node`, the nearest first. */
  *ancestors(node: Node): Generator<Node> {
    for (let at = this.parentOf(node); at; at = this.parentOf(at)) yield at;
  }

  /** The scope that the node opens, else the one in which it stands. */
  scopeOf(node: Node): Scope {
    for (let at: Node | undefined = node; at; at = this.parentOf(at)) {
      const scope = this.#scopes.get(at);
      if (scope) return scope;
    }
    return this.program;
  }

  /**
   * Whether a new declaration of `name` in `scope` would hide a name that is used in it, clash with one, or be hidden below it.
   * @param besides bindings that are about to go
   */
  isTaken(name: string, scope: Scope, besides: readonly Binding[] = []): boolean {
    const isIn = (node: Node) => contains(scope.node, node);
    if (this.free.get(name)?.some(isIn)) return true;
    return this.all.some(
      (binding) =>
        binding.name === name &&
        !besides.includes(binding) &&
        (isIn(binding.scope.node) || binding.references.some(isIn)),
    );
  }

  /** Lets go of the references in text that goes, but for what of it is kept: what reads a binding then is what stays. Imports keep theirs. */
  forget(gone: readonly Span[], kept: readonly Span[]): void {
    const isIn = (spans: readonly Span[], node: Node) => spans.some((span) => contains(span, node));
    for (const { imported, references } of this.all) {
      if (imported) continue;
      const left = references.filter((node) => !isIn(gone, node) || isIn(kept, node));
      if (left.length < references.length) references.splice(0, references.length, ...left);
    }
  }

  #openScope(node: Node, up: Scope | undefined): Scope {
    const scope = newScope(node, up);
    this.#scopes.set(node, scope);
    return scope;
  }

  #walk(node: Node, parent: Node | undefined, at: string, around: Scope, onNode: OnNode | undefined): void {
    onNode?.(node, parent, at);
    const own = parent && opensScope(node) ? this.#openScope(node, around) : around;
    if (mayDeclare(node))
      readDeclarations(node, parent, (identifier, target, declaration, imported) => {
        const scope = target === 'around' ? around : target === 'own' ? own : functionScope(own);
        this.#declare(identifier, scope, declaration, imported);
      });
    // `export { a } from 'b'` names what another module holds.
    if (node.type === 'ExportNamedDeclaration') this.#areNamesElsewhere = Boolean(node['source']);
    if (parent && isReference(node, parent, at) && !(parent.type === 'ExportSpecifier' && this.#areNamesElsewhere))
      this.#pending.push({ node, scope: own });
    forEachChild(node, (child, key) =>
      this.#walk(child, node, key, own === around || isInOwnScope(node, key) ? own : around, onNode),
    );
  }

  #declare(identifier: Node, scope: Scope, declaration: Node, imported?: ImportedAs): void {
    const name = nameOf(identifier);
    if (name === undefined) return;
    const existing = scope.names.get(name);
    if (existing) {
      existing.identifiers.push(identifier);
      this.#bindings.set(identifier, existing);
      return;
    }
    const binding: Binding = { name, identifiers: [identifier], scope, references: [], imported, declaration };
    scope.names.set(name, binding);
    this.all.push(binding);
    this.#bindings.set(identifier, binding);
  }

  #resolve(node: Node, from: Scope): void {
    if (this.#bindings.has(node)) return; // it declares the name
    const name = nameOf(node) as string;
    for (let scope: Scope | undefined = from; scope; scope = scope.up) {
      const binding = scope.names.get(name);
      if (!binding) continue;
      binding.references.push(node);
      this.#bindings.set(node, binding);
      return;
    }
    const free = this.free.get(name);
    if (free) free.push(node);
    else this.free.set(name, [node]);
  }
}
