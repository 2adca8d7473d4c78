import { typeTest, type Node } from './tree.js';

/** Nodes whose key is a name and no reference, unless computed. */
const isKeyed = typeTest(
  /^(?:ObjectProperty|Property|ObjectMethod|MethodDefinition|ClassMethod|ClassProperty|ClassAccessorProperty|PropertyDefinition|AccessorProperty|TSPropertySignature|TSMethodSignature|TSDeclareMethod|TSAbstract\w+|TSEnumMember|ObjectTypeProperty)$/,
);
/** Identifiers that are no references whatever their key. */
const isNameOnly = typeTest(
  /^(?:ImportSpecifier|ImportDefaultSpecifier|ImportNamespaceSpecifier|ImportAttribute|ExportNamespaceSpecifier|ExportDefaultSpecifier|ExportAllDeclaration|BreakStatement|ContinueStatement|MetaProperty|JSXAttribute|JSXClosingElement|JSXNamespacedName|TSNamespaceExportDeclaration|PrivateName|V8IntrinsicIdentifier)$/,
);
const isMember = typeTest(/MemberExpression$/);
/** Nodes that hold a name under this key, and references under others. */
const NAME_KEYS: Readonly<Record<string, string>> = {
  LabeledStatement: 'label',
  TSQualifiedName: 'right',
  TSImportType: 'qualifier',
  TSTypePredicate: 'parameterName',
  TSNamedTupleMember: 'label',
  TSModuleDeclaration: 'id',
  ExportSpecifier: 'exported',
  FunctionTypeParam: 'name',
  QualifiedTypeIdentifier: 'id',
};

/** Whether an identifier stands for a value or type that something declares, and not for a mere name: a key, a label. */
export function isReference(node: Node, parent: Node, key: string): boolean {
  if (node.type !== 'Identifier' && node.type !== 'JSXIdentifier') return false;
  if (isNameOnly(parent)) return false;
  if (isMember(parent) && key === 'property') return parent['computed'] === true;
  if (isKeyed(parent) && (key === 'key' || key === 'id')) return parent['computed'] === true;
  if (NAME_KEYS[parent.type] === key) return false;
  if (node['name'] === 'this') return false; // `<this.Icon />`, `typeof this.x`
  if (node.type === 'JSXIdentifier' && parent.type !== 'JSXMemberExpression')
    return !/^[a-z]/.test(node['name'] as string);
  return true;
}
