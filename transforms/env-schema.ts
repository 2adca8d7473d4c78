import { startOfLine, startsItsLine, wholeLines, listItem } from '../lib/ast/lines.js';
import { child, isCall, isMember, nameOf, type Node, type Span } from '../lib/ast/tree.js';
import { WEBHOOK_SECRET } from '../lib/clerk/variables.js';
import { envParts, type EnvPart } from '../lib/source/env-parts.js';
import type { SourceFile } from '../lib/source/source-file.js';
import { standalone, type Transform } from '../lib/source/transform.js';

/** Variables of Auth.js in a schema of the app's environment: they go once nothing else reads them. */
export const transform: Transform = {
  name: 'env-schema',
  description:
    'env schemas (t3-env, zod) lose the variables of Auth.js that nothing reads any more, and name the webhook’s secret',
  rules: ['env-variable'],
  apply(file: SourceFile): void {
    const { unreadVariables } = file.context;
    const unread = envParts(file).filter(({ name }) => unreadVariables.has(name));
    const replaced = webhookParts(unread, file);
    for (const [part, text] of replaced) replace(part, text, file);
    const parts = unread.filter((part) => !replaced.has(part));
    for (const part of parts) {
      const span = removable(part, parts, file);
      if (span === undefined || file.edits.touches(span)) continue;
      file.edits.remove(span);
      if (part.property === part.siblings.at(-1)) dropComma(part, parts, file);
      file.settleWithin(part.property, 'removed', 'env-variable', 'only Auth.js read it');
    }
  },
};

export default standalone(transform);

/**
 * The declarations in whose place the webhook's secret is declared, with what is written: where its route is generated,
 * and the schema names Auth.js's own secret. The app has to build before it is set, so it is optional.
 */
function webhookParts(unread: readonly EnvPart[], file: SourceFile): Map<EnvPart, string> {
  const { name } = WEBHOOK_SECRET;
  const parts = unread.filter((part) => /^(?:NEXT)?AUTH_SECRET$/.test(part.name));
  const zod = parts.map(({ property }) => zodOf(child(property, 'value'), file)).find((each) => each !== undefined);
  if (zod === undefined || file.text.includes(name) || file.context.webhook === undefined) return new Map();
  return new Map(
    parts.map((part): [EnvPart, string] => {
      if (part.property.type === 'TSPropertySignature') return [part, `${name}?: string`];
      const isSchema = zodOf(child(part.property, 'value'), file) !== undefined;
      return [part, `${name}: ${isSchema ? `${zod}.string().min(1).optional()` : `process.env.${name}`}`];
    }),
  );
}

/** What zod is called in an expression like `z.string()`, or in one of several. */
function zodOf(node: Node | undefined, file: SourceFile): string | undefined {
  if (!node) return undefined;
  if (node.type === 'ConditionalExpression') return zodOf(child(node, 'consequent'), file);
  if (isCall(node)) return zodOf(child(node, 'callee'), file);
  if (isMember(node)) return zodOf(child(node, 'object'), file);
  return /^zod(?:\/|$)/.test(file.bindings.of(node)?.imported?.source ?? '') ? nameOf(node) : undefined;
}

function replace({ property }: EnvPart, text: string, file: SourceFile): void {
  if (file.edits.touches(property)) return;
  const isSignature = property.type === 'TSPropertySignature';
  const isEnded = isSignature && file.text[property.end - 1] === ';';
  file.edits.replace({ start: property.start, end: property.end - (isEnded ? 1 : 0) }, text);
  const start = startsItsLine(file.text, property.start) ? withOwnComments(file.text, property.start) : property.start;
  if (start < property.start) file.edits.remove({ start, end: property.start });
  file.settleWithin(property, 'rewritten', 'env-variable', 'the secret of Clerk’s webhook is declared in its place');
}

/** Where the last property goes and had no comma behind it, what is the last one then has none either. */
function dropComma({ property, siblings }: EnvPart, parts: readonly EnvPart[], { edits, text }: SourceFile): void {
  if (/^[ \t]*[,;]/.test(text.slice(property.end))) return;
  const last = siblings.findLast((each) => !parts.some((part) => part.property === each));
  const comma = last && { start: last.end, end: last.end + 1 };
  if (comma && text[last.end] === ',' && !edits.removes(comma)) edits.remove(comma);
}

/** The text that goes with a property: its lines, or it and its comma where it is the only one that goes of a line. */
function removable({ property, siblings }: EnvPart, parts: readonly EnvPart[], { text }: SourceFile): Span | undefined {
  const comma = /^[ \t]*[,;]/.exec(text.slice(property.end))?.[0].length ?? 0;
  const end = property.end + comma;
  const isAlone = /^[ \t]*(?:\/\/[^\n]*)?(?:\r?\n|$)/.test(text.slice(end));
  if (startsItsLine(text, property.start) && isAlone)
    return wholeLines(text, { start: withOwnComments(text, property.start), end });
  const gone = siblings.filter((each) => parts.some((part) => part.property === each));
  return gone.length === 1 ? listItem(text, siblings, siblings.indexOf(property)) : undefined;
}

/** Comment lines directly above that speak of Auth.js go along; what is commented out there stays. */
function withOwnComments(text: string, offset: number): number {
  let start = startOfLine(text, offset);
  while (start > 0) {
    const above = startOfLine(text, start - 1);
    const line = text.slice(above, start);
    if (!/^[ \t]*\/\//.test(line) || /^[ \t]*\/\/\s*['"]?[A-Z][A-Z0-9_]+['"]?\s*:/.test(line)) break;
    start = above;
  }
  const isOfAuthjs = /next-?auth|auth\.?js/i.test(text.slice(start, startOfLine(text, offset)));
  return isOfAuthjs ? start + /^[ \t]*/.exec(text.slice(start))![0].length : offset;
}
