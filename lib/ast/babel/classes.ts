import { move, OnlyBabels, type Change, type Draft, type Inside } from './draft.js';
import { splitDirectives } from './directives.js';

/** A function of any kind. */
const withBody: Change = (node, { adaptAll }) => {
  const body = node['body'] as Draft | null;
  if (body?.type === 'BlockStatement') splitDirectives(body);
  adaptAll(node);
  return node;
};

/** A method is one node with its function. */
const method: Change = (node, inside) => {
  const { start, end, computed, kind, decorators, override, optional, accessibility } = node;
  const key = node['key'] as Draft;
  const value = node['value'] as Draft;
  const whole = key.type === 'PrivateIdentifier' ? 'ClassPrivateMethod' : 'ClassMethod';
  return {
    type: value['body'] ? whole : 'TSDeclareMethod',
    start,
    end,
    decorators: (decorators as Draft[]).map((each) => inside.adapt(each)),
    accessibility,
    override,
    optional,
    abstract: node.type === 'TSAbstractMethodDefinition',
    static: node['static'],
    key: inside.adapt(key),
    computed,
    kind,
    ...functionOf(value, inside),
  };
};

/** The same in an object. */
const property: Change = (node, inside) => {
  const { start, end, key, computed, kind, method: isMethod } = node;
  if (!isMethod && kind === 'init') {
    node.type = 'ObjectProperty';
    inside.adaptAll(node);
    return node;
  }
  return {
    type: 'ObjectMethod',
    start,
    end,
    method: isMethod,
    key: inside.adapt(key as Draft),
    computed,
    kind: kind === 'init' ? 'method' : kind,
    ...functionOf(node['value'] as Draft, inside),
  };
};

function functionOf(value: Draft, inside: Inside) {
  const { id, generator, async: isAsync, params, body, typeParameters, returnType } = withBody(value, inside);
  return { id, generator, async: isAsync, typeParameters, params, returnType, body };
}

const field: Change = (node, { adaptAll }) => {
  if (node.type === 'TSAbstractPropertyDefinition') node['abstract'] = true;
  node.type = (node['key'] as Draft).type === 'PrivateIdentifier' ? 'ClassPrivateProperty' : 'ClassProperty';
  adaptAll(node);
  return node;
};

const accessor: Change = (node, { adaptAll }) => {
  node.type = 'ClassAccessorProperty';
  adaptAll(node);
  return node;
};

/** Where a class with decorators begins depends on `export` before or behind them. */
const classLike: Change = (node, { adaptAll }) => {
  if ((node['decorators'] as unknown[]).length > 0) throw new OnlyBabels();
  move(node, 'superTypeArguments', 'superTypeParameters');
  adaptAll(node);
  return node;
};

/** What differs about functions and classes. */
export const CLASS_CHANGES: Readonly<Record<string, Change>> = {
  AccessorProperty: accessor,
  ArrowFunctionExpression: withBody,
  ClassDeclaration: classLike,
  ClassExpression: classLike,
  FunctionDeclaration: withBody,
  FunctionExpression: withBody,
  MethodDefinition: method,
  PrivateIdentifier: ({ start, end, name }) => ({
    type: 'PrivateName',
    start,
    end,
    id: { type: 'Identifier', start: start + 1, end, name },
  }),
  Property: property,
  PropertyDefinition: field,
  TSAbstractMethodDefinition: method,
  TSAbstractPropertyDefinition: field,
};
