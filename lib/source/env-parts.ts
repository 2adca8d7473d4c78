import { child, childList, forEachChild, contains, nameOf, stringOf, type Node, type Span } from '../ast/tree.js';
import type { SourceFile } from './source-file.js';

/** A property that declares an environment variable, and reads it for nothing but that. */
export interface EnvPart {
  readonly name: string;
  readonly property: Node;
  /** The properties of its object, itself among them. */
  readonly siblings: readonly Node[];
}

/** What makes a schema of an object: `z.object({ … })`, and `createEnv({ server: { … } })` of t3-env. */
const SCHEMAS: readonly { readonly source: RegExp; readonly call: RegExp }[] = [
  { source: /^zod(?:\/|$)/, call: /^(?:object|strictObject|looseObject)$/ },
  { source: /^@t3-oss\/env-/, call: /^createEnv$/ },
];

/**
 * The declarations of environment variables in a file: in schemas, in `{ NAME: process.env.NAME }`, and in the type
 * `ProcessEnv`.
 */
export function envParts(file: SourceFile): EnvPart[] {
  const parts: EnvPart[] = [];
  const walk = (node: Node): void => {
    const isObject = node.type === 'ObjectExpression';
    if (isObject || (node.type === 'TSInterfaceBody' && isProcessEnv(node, file))) {
      const siblings = childList(node, isObject ? 'properties' : 'body');
      const isSchema = !isObject || isOfSchema(node, file);
      for (const property of siblings) {
        const name = keyOf(property);
        if (name !== undefined && (isSchema || readsItself(property, name))) parts.push({ name, property, siblings });
      }
    }
    forEachChild(node, walk);
  };
  if (/\benv\b|ProcessEnv/.test(file.text)) walk(file.program);
  return parts;
}

/** The file's text without such declarations, as far as names are looked for in it. */
export function withoutParts({ text }: SourceFile, parts: readonly EnvPart[]): string {
  const spans = parts.map(({ property }) => property as Span).toSorted((a, b) => a.start - b.start);
  let rest = '';
  let at = 0;
  for (const { start, end } of spans) {
    if (start < at) continue;
    rest += text.slice(at, start);
    at = end;
  }
  return rest + text.slice(at);
}

/** Whether a span is of a declaration. */
export const isInParts = (span: Span, parts: readonly EnvPart[]): boolean =>
  parts.some(({ property }) => contains(property, span));

function keyOf(property: Node): string | undefined {
  if (!/^(?:ObjectProperty|Property|TSPropertySignature)$/.test(property.type) || property['computed'] === true)
    return undefined;
  const key = child(property, 'key');
  const name = key?.type === 'Identifier' ? nameOf(key) : stringOf(key);
  return name !== undefined && /^[A-Z][A-Z0-9_]*$/.test(name) ? name : undefined;
}

/** `NAME: process.env.NAME` */
function readsItself(property: Node, name: string): boolean {
  const value = child(property, 'value');
  if (value?.type !== 'MemberExpression') return false;
  const object = child(value, 'object');
  const isEnv =
    object?.type === 'MemberExpression' &&
    nameOf(child(object, 'object')) === 'process' &&
    nameOf(child(object, 'property')) === 'env';
  return isEnv && (nameOf(child(value, 'property')) ?? stringOf(child(value, 'property'))) === name;
}

/** Whether an object is handed to what makes a schema of it, or is a part of what is. */
function isOfSchema(object: Node, file: SourceFile): boolean {
  for (const node of file.bindings.ancestors(object)) {
    if (node.type === 'CallExpression') return isSchemaCall(node, file);
    if (!/^(?:ObjectExpression|ObjectProperty|Property|TSAsExpression|TSSatisfiesExpression)$/.test(node.type))
      return false;
  }
  return false;
}

function isSchemaCall(call: Node, { bindings }: SourceFile): boolean {
  const callee = child(call, 'callee');
  const isMember = callee?.type === 'MemberExpression';
  const called = nameOf(isMember ? child(callee, 'property') : callee);
  const source = bindings.of(isMember ? child(callee, 'object') : callee)?.imported?.source;
  return (
    called !== undefined &&
    source !== undefined &&
    SCHEMAS.some((each) => each.source.test(source) && each.call.test(called))
  );
}

const isProcessEnv = (body: Node, { bindings }: SourceFile): boolean =>
  nameOf(child(bindings.parentOf(body), 'id')) === 'ProcessEnv';
