import type { ImportedAs } from './scopes.js';
import { child, childList, loadedModule, nameOf, stringOf, typeTest, type Node } from './tree.js';

/**
 * Where a name is declared: in the scope around the node, in the one that the node opens (or stands in, if it opens
 * none), or in the nearest function's.
 */
export type Target = 'around' | 'own' | 'function';

/** Told of each name that a node declares, with the node to keep as its declaration. */
export type OnDeclared = (identifier: Node, target: Target, declaration: Node, imported?: ImportedAs) => void;

const declaresItsId = typeTest(
  /^(?:FunctionDeclaration|TSDeclareFunction|ClassDeclaration|TSTypeAliasDeclaration|TSInterfaceDeclaration|TSEnumDeclaration|TSModuleDeclaration|TSImportEqualsDeclaration)$/,
);

/** Whether a node of the type can declare a name at all: most can't, and are not looked at further. */
export const mayDeclare = typeTest(
  /Function|Method|Signature|^TSConstructorType$|^TS(?:TypeAlias|Interface|Enum|Module|ImportEquals)Declaration$|^Class(?:Declaration|Expression)$|^(?:CatchClause|TSTypeParameter|TSMappedType|TSEnumMember|VariableDeclaration|ImportDeclaration)$/,
);

/** The names that a node itself declares; those of its children come with the children. */
export function readDeclarations(node: Node, parent: Node | undefined, declare: OnDeclared): void {
  if (declaresItsId(node)) readId(node, parent, declare);
  switch (node.type) {
    case 'FunctionExpression':
    case 'ClassExpression': {
      const id = child(node, 'id');
      if (id) declare(id, 'own', node);
      break;
    }
    case 'CatchClause':
      readPattern(child(node, 'param'), (identifier) => declare(identifier, 'own', node));
      break;
    case 'TSTypeParameter': {
      const { name } = node;
      // Babel's has a string, and no identifier of its own.
      declare(typeof name === 'string' ? { ...node, type: 'Identifier', name } : (name as Node), 'own', node);
      break;
    }
    case 'TSMappedType':
    case 'TSEnumMember': {
      const key = child(node, node.type === 'TSMappedType' ? 'key' : 'id');
      if (key) declare(key, 'own', node);
      break;
    }
    case 'VariableDeclaration':
      readVariables(node, declare);
      break;
    case 'ImportDeclaration':
      readImport(node, declare);
      break;
    case 'TSTypeParameterDeclaration':
    case 'TSTypeParameterInstantiation':
      return; // their `params` are types
  }
  for (const key of ['params', 'parameters']) {
    for (const parameter of childList(node, key)) readPattern(parameter, (id) => declare(id, 'own', node));
  }
}

function readId(node: Node, parent: Node | undefined, declare: OnDeclared): void {
  if (node['kind'] === 'global' || node['global'] === true) return; // `declare global` declares no name
  if (node.type === 'TSModuleDeclaration' && parent?.type === 'TSModuleDeclaration') return; // the `B` of `namespace A.B`
  let id = child(node, 'id');
  while (id?.type === 'TSQualifiedName') id = child(id, 'left');
  if (id?.type !== 'Identifier') return;
  const reference = node.type === 'TSImportEqualsDeclaration' ? child(node, 'moduleReference') : undefined;
  const source = stringOf(child(reference, 'expression'));
  declare(id, 'around', node, source === undefined ? undefined : { source, name: '*' });
}

function readVariables(node: Node, declare: OnDeclared): void {
  const target = node['kind'] === 'var' ? 'function' : 'own';
  for (const declarator of childList(node, 'declarations')) {
    const init = child(declarator, 'init');
    const source = stringOf(loadedModule(init?.type === 'AwaitExpression' ? child(init, 'argument') : init));
    readPattern(child(declarator, 'id'), (identifier, name) =>
      declare(identifier, target, declarator, source === undefined ? undefined : { source, name }),
    );
  }
}

function readImport(node: Node, declare: OnDeclared): void {
  const source = stringOf(child(node, 'source')) ?? '';
  for (const specifier of childList(node, 'specifiers')) {
    const local = child(specifier, 'local');
    if (local) declare(local, 'own', specifier, { source, name: importedName(specifier) });
  }
}

/** The identifiers of a pattern, each with the nearest property that it is taken from; `*` where it is the value itself. */
export function readPattern(
  pattern: Node | undefined,
  onName: (identifier: Node, property: string) => void,
  property = '*',
): void {
  switch (pattern?.type) {
    case 'Identifier':
      onName(pattern, property);
      break;
    case 'ObjectPattern':
      for (const each of childList(pattern, 'properties')) {
        if (each.type === 'RestElement') readPattern(child(each, 'argument'), onName);
        else readPattern(child(each, 'value'), onName, nameOf(child(each, 'key')) ?? property);
      }
      break;
    case 'ArrayPattern':
      for (const element of childList(pattern, 'elements')) readPattern(element, onName);
      break;
    case 'AssignmentPattern':
      readPattern(child(pattern, 'left'), onName, property);
      break;
    case 'RestElement':
      readPattern(child(pattern, 'argument'), onName);
      break;
    case 'TSParameterProperty':
      readPattern(child(pattern, 'parameter'), onName);
      break;
  }
}

/** The name that an import specifier takes from its module. */
export function importedName(specifier: Node): string {
  if (specifier.type === 'ImportDefaultSpecifier') return 'default';
  if (specifier.type === 'ImportNamespaceSpecifier') return '*';
  return nameOf(child(specifier, 'imported')) ?? 'default';
}
