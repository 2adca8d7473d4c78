import { isNode } from '../tree.js';
import { move, moveTypeArguments, withTypeArguments, type Change, type Draft } from './draft.js';

const signature: Change = (node, { adaptAll }) => {
  move(node, 'params', 'parameters');
  move(node, 'returnType', 'typeAnnotation');
  adaptAll(node);
  return node;
};

/** What a class implements or an interface extends. */
const heritage: Change = (node, { adaptAll }) => {
  node.type = 'TSExpressionWithTypeArguments';
  node['expression'] = entityName(node['expression'] as Draft);
  moveTypeArguments(node);
  adaptAll(node);
  return node;
};

/** `A.B` where types stand. */
function entityName(node: Draft): Draft {
  const { type, start, end, object, property: right } = node;
  if (type === 'ThisExpression') return { type: 'Identifier', start, end, name: 'this' };
  return type === 'MemberExpression'
    ? { type: 'TSQualifiedName', start, end, left: entityName(object as Draft), right }
    : node;
}

const qualifiedName: Change = (node, { adapt }) => {
  const left = node['left'] as Draft;
  node['left'] = left.type === 'ThisExpression' ? entityName(left) : adapt(left);
  return node;
};

/** Babel's name of it is a mere string. */
const typeParameter: Change = (node, { adaptAll }) => {
  node['name'] = (node['name'] as Draft)['name'];
  adaptAll(node);
  return node;
};

const mappedType: Change = (node, { adaptAll }) => {
  const { key, constraint } = node as { key?: Draft; constraint?: Draft } & Draft;
  if (key && constraint) {
    const { start, name } = key;
    node['typeParameter'] = { type: 'TSTypeParameter', start, end: constraint.end, name: { name }, constraint };
    node['key'] = node['constraint'] = undefined;
  }
  adaptAll(node);
  return node;
};

const importType: Change = (node, inside) => {
  move(node, 'source', 'argument');
  return withTypeArguments(node, inside);
};

const enumDeclaration: Change = (node, { adaptAll }) => {
  node['members'] = (node['body'] as Draft)['members'];
  node['body'] = undefined;
  adaptAll(node);
  return node;
};

const templateType: Change = ({ start, end, quasis, types }, { adapt }) => {
  const [expressions, strings] = [types, quasis].map((list) => (list as unknown[]).filter(isNode) as Draft[]);
  const literal = {
    type: 'TemplateLiteral',
    start,
    end,
    expressions: expressions!.map(adapt),
    quasis: strings!.map(adapt),
  };
  return { type: 'TSLiteralType', start, end, literal };
};

/** What differs where types are written. */
export const TYPE_CHANGES: Readonly<Record<string, Change>> = {
  TSCallSignatureDeclaration: signature,
  TSClassImplements: heritage,
  TSConstructSignatureDeclaration: signature,
  TSConstructorType: signature,
  TSEnumDeclaration: enumDeclaration,
  TSFunctionType: signature,
  TSImportType: importType,
  TSInstantiationExpression: withTypeArguments,
  TSInterfaceHeritage: heritage,
  TSMappedType: mappedType,
  TSMethodSignature: signature,
  TSQualifiedName: qualifiedName,
  TSTemplateLiteralType: templateType,
  TSTypeParameter: typeParameter,
  TSTypeQuery: withTypeArguments,
  TSTypeReference: withTypeArguments,
};
