import { typeTest, type Node } from './tree.js';

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

/** Where a node stands in its parent. */
export interface Place {
  readonly parent: Node;
  readonly key: string;
  readonly index: number | undefined;
}

/** Whether a node has a scope of its own. */
export const opensScope = typeTest(
  /^(?:Program|Function\w*|ArrowFunction\w*|ObjectMethod|Class(?:Declaration|Expression|Method|PrivateMethod)|BlockStatement|StaticBlock|For\w*Statement|CatchClause|SwitchStatement|TSModuleBlock|TSTypeAliasDeclaration|TSInterfaceDeclaration|TSEnumDeclaration|TSMappedType|TSConditionalType|TSFunctionType|TSConstructorType|TSMethodSignature|TSDeclare(?:Function|Method)|TSCallSignatureDeclaration|TSConstructSignatureDeclaration|TSIndexSignature|TSEmptyBodyFunctionExpression)$/,
);
const isFunctionScope = typeTest(
  /^(?:Program|Function\w*|ArrowFunction\w*|ObjectMethod|Class(?:Method|PrivateMethod)|TSModuleBlock|StaticBlock)$/,
);
/** Nodes whose scope their key and decorators stand outside of: `{ [key](key) {} }` reads the `key` around it. */
const isMethod = typeTest(/^(?:ObjectMethod|Class(?:Method|PrivateMethod)|TSDeclareMethod|TSMethodSignature)$/);

/** Whether a child of a node that opens a scope stands in that scope. */
export const isInOwnScope = (node: Node, key: string): boolean =>
  !((key === 'key' || key === 'decorators') && isMethod(node));

export const newScope = (node: Node, up: Scope | undefined): Scope => ({
  node,
  up,
  isFunction: isFunctionScope(node),
  names: new Map(),
});

/** The scope that a `var` in `scope` belongs to. */
export function functionScope(scope: Scope): Scope {
  let at = scope;
  while (!at.isFunction && at.up) at = at.up;
  return at;
}
