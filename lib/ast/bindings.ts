import { child, childList, childrenOf, loadedModule, nameOf, stringOf, type Node } from './tree.js';

/** A name that a scope declares, and every place that reads or writes it. */
export interface Binding {
  readonly name: string;
  /** The identifiers that declare it: several where declarations merge. */
  readonly identifiers: Node[];
  readonly scope: Scope;
  readonly references: Node[];
  /** Where it comes from, if a module string stands in its declaration: an import, `require`, `await import`. */
  readonly imported?: ImportedAs | undefined;
  /** The declarator, function, class, specifier or parameter's function that declares it. */
  readonly declaration: Node;
}

export interface ImportedAs {
  source: string;
  /** The exported name; `default`, or `*` for the whole module. */
  name: string;
}

export interface Scope {
  readonly node: Node;
  readonly up: Scope | undefined;
  readonly isFunction: boolean;
  readonly names: Map<string, Binding>;
}

export interface Place {
  readonly parent: Node;
  readonly key: string;
  readonly index: number | undefined;
}

const SCOPES =
  /^(?:Program|Function\w*|ArrowFunction\w*|ObjectMethod|Class(?:Declaration|Expression|Method|PrivateMethod)|BlockStatement|StaticBlock|For\w*Statement|CatchClause|SwitchStatement|TSModuleBlock|TSTypeAliasDeclaration|TSInterfaceDeclaration|TSMappedType|TSConditionalType|TSFunctionType|TSConstructorType|TSMethodSignature|TSDeclare(?:Function|Method)|TSCallSignatureDeclaration|TSConstructSignatureDeclaration|TSIndexSignature|TSEmptyBodyFunctionExpression)$/;
const FUNCTION_SCOPES =
  /^(?:Program|Function\w*|ArrowFunction\w*|ObjectMethod|Class(?:Method|PrivateMethod)|TSModuleBlock|StaticBlock)$/;
const DECLARES_ITS_ID =
  /^(?:FunctionDeclaration|TSDeclareFunction|ClassDeclaration|TSTypeAliasDeclaration|TSInterfaceDeclaration|TSEnumDeclaration|TSModuleDeclaration|TSImportEqualsDeclaration)$/;
/** Nodes whose key is a name and no reference, unless computed. */
const KEYED =
  /^(?:ObjectProperty|Property|ObjectMethod|MethodDefinition|ClassMethod|ClassProperty|ClassAccessorProperty|PropertyDefinition|AccessorProperty|TSPropertySignature|TSMethodSignature|TSDeclareMethod|TSAbstract\w+|TSEnumMember)$/;
/** Identifiers that are no references whatever their key. */
const NAMES_ONLY =
  /^(?:ImportSpecifier|ImportDefaultSpecifier|ImportNamespaceSpecifier|ImportAttribute|ExportNamespaceSpecifier|ExportDefaultSpecifier|ExportAllDeclaration|BreakStatement|ContinueStatement|MetaProperty|JSXAttribute|JSXClosingElement|JSXNamespacedName|TSNamespaceExportDeclaration|PrivateName|V8IntrinsicIdentifier)$/;
const NAME_KEYS: Readonly<Record<string, string>> = {
  LabeledStatement: 'label',
  TSQualifiedName: 'right',
  TSImportType: 'qualifier',
  TSTypePredicate: 'parameterName',
  TSNamedTupleMember: 'label',
  TSModuleDeclaration: 'id',
};

/**
 * Which declaration each name of a file belongs to. One walk over the tree, types and values in one namespace, `var`
 * and functions hoisted, declarations of one name in one scope merged.
 */
export class Bindings {
  readonly program: Scope;
  readonly all: Binding[] = [];
  /** Names that nothing in the file declares. */
  readonly free = new Map<string, Node[]>();
  readonly #places = new Map<Node, Place>();
  readonly #scopes = new Map<Node, Scope>();
  readonly #bindings = new Map<Node, Binding>();
  readonly #pending: { node: Node; scope: Scope }[] = [];

  /** @param onNode called for each node, parents first */
  constructor(program: Node, onNode?: (node: Node, place: Place | undefined) => void) {
    this.program = this.#openScope(program, undefined);
    this.#walk(program, undefined, this.program, onNode);
    for (const { node, scope } of this.#pending) this.#resolve(node, scope);
  }

  /** The binding that an identifier declares or refers to. */
  of(identifier: Node | undefined): Binding | undefined {
    return identifier && this.#bindings.get(identifier);
  }

  placeOf(node: Node): Place | undefined {
    return this.#places.get(node);
  }

  parentOf(node: Node): Node | undefined {
    return this.#places.get(node)?.parent;
  }

  /** The nodes around `node`, the nearest first. */
  *ancestors(node: Node): Generator<Node> {
    for (let at = this.parentOf(node); at; at = this.parentOf(at)) yield at;
  }

  /** The scope in which the node stands. */
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
    const own = scope.names.get(name);
    if (own && !besides.includes(own)) return true;
    if (this.free.get(name)?.some((node) => this.#isWithin(node, scope.node))) return true;
    return this.all.some((binding) => {
      if (binding.name !== name || besides.includes(binding)) return false;
      const isBelow = this.#isWithin(binding.scope.node, scope.node);
      return isBelow || binding.references.some((node) => this.#isWithin(node, scope.node));
    });
  }

  #isWithin(node: Node, outer: Node): boolean {
    return outer.start <= node.start && node.end <= outer.end;
  }

  #openScope(node: Node, up: Scope | undefined): Scope {
    const scope = { node, up, isFunction: FUNCTION_SCOPES.test(node.type), names: new Map<string, Binding>() };
    this.#scopes.set(node, scope);
    return scope;
  }

  #walk(
    node: Node,
    place: Place | undefined,
    around: Scope,
    onNode: ((node: Node, place: Place | undefined) => void) | undefined,
  ): void {
    onNode?.(node, place);
    if (place) this.#places.set(node, place);
    let scope = around;
    if (DECLARES_ITS_ID.test(node.type)) this.#declareId(node, around);
    if (place && SCOPES.test(node.type)) scope = this.#openScope(node, around);
    this.#declareIn(node, scope);
    if ((node.type === 'Identifier' || node.type === 'JSXIdentifier') && place && this.#isReference(node, place))
      this.#pending.push({ node, scope });
    for (const { key, index, child } of childrenOf(node))
      this.#walk(child, { parent: node, key, index }, scope, onNode);
  }

  #isReference(node: Node, place: Place): boolean {
    // `export { a } from 'b'` names what another module holds.
    if (place.parent.type === 'ExportSpecifier')
      return place.key === 'local' && !this.parentOf(place.parent)?.['source'];
    return isReference(node, place);
  }

  #declareId(node: Node, scope: Scope): void {
    const id = child(node, 'id');
    if (id?.type !== 'Identifier') return;
    const reference = node.type === 'TSImportEqualsDeclaration' ? child(node, 'moduleReference') : undefined;
    const source = stringOf(child(reference, 'expression'));
    this.#declare(id, scope, node, source === undefined ? undefined : { source, name: '*' });
  }

  /** What a node declares in the scope that it opens or stands in. */
  #declareIn(node: Node, scope: Scope): void {
    switch (node.type) {
      case 'FunctionExpression':
      case 'ClassExpression': {
        const id = child(node, 'id');
        if (id) this.#declare(id, scope, node);
        break;
      }
      case 'CatchClause':
        this.#declarePattern(child(node, 'param'), scope, node);
        break;
      case 'TSTypeParameter': {
        const name = node['name'];
        this.#declare(typeof name === 'string' ? { ...node, type: 'Identifier', name } : (name as Node), scope, node);
        break;
      }
      case 'TSMappedType': {
        const key = child(node, 'key');
        if (key) this.#declare(key, scope, node);
        break;
      }
      case 'VariableDeclaration': {
        let target = scope;
        if (node['kind'] === 'var') while (!target.isFunction && target.up) target = target.up;
        for (const declarator of childList(node, 'declarations')) {
          const init = child(declarator, 'init');
          const loaded = loadedModule(init?.type === 'AwaitExpression' ? child(init, 'argument') : init);
          this.#declarePattern(child(declarator, 'id'), target, declarator, stringOf(loaded));
        }
        break;
      }
      case 'ImportDeclaration': {
        const source = stringOf(child(node, 'source')) ?? '';
        for (const specifier of childList(node, 'specifiers')) {
          const local = child(specifier, 'local');
          if (local) this.#declare(local, scope, specifier, { source, name: importedName(specifier) });
        }
        break;
      }
    }
    for (const key of ['params', 'parameters']) {
      if (/^TSTypeParameter(?:Instantiation|Declaration)$/.test(node.type)) break;
      for (const parameter of childList(node, key)) this.#declarePattern(parameter, scope, node);
    }
  }

  #declarePattern(pattern: Node | undefined, scope: Scope, declaration: Node, source?: string, name = '*'): void {
    switch (pattern?.type) {
      case 'Identifier':
        this.#declare(pattern, scope, declaration, source === undefined ? undefined : { source, name });
        break;
      case 'ObjectPattern':
        for (const property of childList(pattern, 'properties')) {
          if (property.type === 'RestElement')
            this.#declarePattern(child(property, 'argument'), scope, declaration, source);
          else
            this.#declarePattern(
              child(property, 'value'),
              scope,
              declaration,
              source,
              nameOf(child(property, 'key')) ?? name,
            );
        }
        break;
      case 'ArrayPattern':
        for (const element of childList(pattern, 'elements')) this.#declarePattern(element, scope, declaration, source);
        break;
      case 'AssignmentPattern':
        this.#declarePattern(child(pattern, 'left'), scope, declaration, source, name);
        break;
      case 'RestElement':
        this.#declarePattern(child(pattern, 'argument'), scope, declaration, source);
        break;
      case 'TSParameterProperty':
        this.#declarePattern(child(pattern, 'parameter'), scope, declaration, source);
        break;
    }
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

/** The name that an import specifier takes from its module. */
export function importedName(specifier: Node): string {
  if (specifier.type === 'ImportDefaultSpecifier') return 'default';
  if (specifier.type === 'ImportNamespaceSpecifier') return '*';
  return nameOf(child(specifier, 'imported')) ?? 'default';
}

function isReference(node: Node, { parent, key }: Place): boolean {
  if (NAMES_ONLY.test(parent.type)) return false;
  if (/MemberExpression$/.test(parent.type) && key === 'property') return parent['computed'] === true;
  if (KEYED.test(parent.type) && (key === 'key' || key === 'id')) return parent['computed'] === true;
  if (NAME_KEYS[parent.type] === key) return false;
  if (node.type === 'JSXIdentifier' && parent.type !== 'JSXMemberExpression')
    return !/^[a-z]/.test(node['name'] as string);
  return true;
}
