import type { Piece } from '../lib/ast/edits.js';
import { withLeadingComments } from '../lib/ast/comments.js';
import { languageOf } from '../lib/ast/language.js';
import { startOfLine, startsItsLine, wholeLines } from '../lib/ast/lines.js';
import { indentAt } from '../lib/ast/style.js';
import { child, childList, childrenOf, nameOf, type Node, type Span } from '../lib/ast/tree.js';
import { KEPT_NAME } from '../lib/scan/callback-code.js';
import type { KeptCallbacks } from '../lib/scan/session-callbacks.js';
import { keptCallbacks } from '../lib/source/kept-callbacks.js';
import type { SourceFile } from '../lib/source/source-file.js';
import { standalone, type Transform } from '../lib/source/transform.js';

const RULE = 'session-callbacks';

/**
 * `callbacks: { jwt, session }` of the options → `export const sessionCallbacks = { jwt, session }` above them, word for
 * word, which the generated `getSession()` runs. It comes behind what removes the options, so that it knows if they stay.
 */
export const transform: Transform = {
  name: 'session-callbacks',
  description: 'the app’s own session and jwt callbacks live on, and the generated module runs them',
  rules: [RULE],
  apply(file: SourceFile): void {
    const kept = keptCallbacks(file);
    const { callbacksModule } = file.context;
    if (!kept || (file.deleted && callbacksModule === undefined)) return;
    if (callbacksModule === undefined) move(kept, file);
    else if (!file.deleted && !file.edits.removes(kept.properties[0]!)) {
      leaveSpread(kept, file.imports.add(callbacksModule, KEPT_NAME), file);
      file.transforms.add(transform.name);
    }
    file.context.note({
      rule: RULE,
      title: 'The app’s own callbacks fill its sessions',
      detail: `${callbacksModule ?? file.context.displayPath} exports them as ${KEPT_NAME}. getSession() runs them at each call${kept.hasJwt ? ', the jwt callback as at a sign-in: with the user, and with no token of an earlier call' : ''}.${kept.account.size > 0 ? ' Its `account` is the first that Clerk’s user has at a provider: that asks Clerk’s API each time.' : ''}${kept.account.has('renewal') ? ' Clerk renews the provider’s token itself and gives no refresh token away: what the jwt callback does after its branch for a sign-in never runs, and may go.' : ''}`,
    });
  },
};

export default standalone(transform);

function move(kept: KeptCallbacks, file: SourceFile): void {
  const { edits, text } = file;
  const own = kept.properties.map((property) => withLeadingComments(text, property));
  const goes = edits.removes(kept.properties[0]!);
  const types = languageOf(file.path) === 'js' ? undefined : file.context.helperModule('Session');
  const pieces: Piece[] = [];
  const exported = clientToExport(kept, file);
  if (exported && !edits.removes(exported)) edits.insert(exported.start, 'export ');
  // What nothing but the options and the callbacks needed went with the options.
  for (const each of kept.needed) {
    if (!edits.removes(each)) continue;
    const { start } = withLeadingComments(text, each);
    pieces.push({ start, end: each.start }, each === exported ? 'export ' : '', each, '\n\n');
  }
  if (types === undefined) pieces.push('/** Fills the session that getSession() yields. */\n');
  const typed = types && file.imports.add(types, 'SessionCallbacks', { typeOnly: true });
  const { satisfies } = file.context.typescript;
  pieces.push(`export const ${KEPT_NAME}`, ...(typed && !satisfies ? [': ', typed] : []), ' = {\n');
  for (const [index, span] of own.entries()) {
    // An empty line between the two stays one.
    if (index > 0 && /\n[ \t]*\r?\n[ \t]*$/.test(text.slice(0, span.start))) pieces.push('\n');
    // Where the options go around it, and in untyped code, the text keeps its place: the diff shows what went, and no move.
    const stays = (goes || types === undefined) && startsItsLine(text, span.start);
    pieces.push(stays ? indentAt(text, span.start) : file.style.indent);
    // So does its end: authors who write no comma behind the last one get none.
    const isBare = stays && index === own.length - 1 && !/^\s*,/.test(text.slice(span.end));
    pieces.push(...(stays ? [span] : moved(span, kept.properties[index]!, file)), isBare ? '\n' : ',\n');
  }
  pieces.push('}');
  if (typed && satisfies) pieces.push(' satisfies ', typed);
  pieces.push(file.style.semicolon);
  // What stays of the callbacks besides keeps its place among them: the diff shows what went, and no move.
  if (edits.replaces(kept.statement) && isFirst('signIn', kept, file))
    edits.insert(kept.statement.end, '\n\n', ...pieces);
  else insert(pieces, kept.statement, goes, file);
  if (!goes) leaveSpread(kept, KEPT_NAME, file);
  file.transforms.add(transform.name);
}

/** Whether another callback stands above those that are kept. */
function isFirst(name: string, { properties }: KeptCallbacks, { bindings }: SourceFile): boolean {
  const others = childList(bindings.parentOf(properties[0]!), 'properties');
  return others.some((each) => nameOf(child(each, 'key')) === name && each.start < properties[0]!.start);
}

/** The generated module asks the app's own client for a user's row. */
const clientToExport = (
  { unexported, needsRow, strategy }: KeptCallbacks,
  { context }: SourceFile,
): Node | undefined => (needsRow || (strategy === 'database' && context.authjsStyle === 'v5') ? unexported : undefined);

/** Puts the new statement where a removal of the options does not take it along. */
function insert(pieces: readonly Piece[], statement: Node, goes: boolean, { text, edits, program }: SourceFile): void {
  const span = withLeadingComments(text, statement);
  if (!goes || edits.replaces(statement)) return edits.insert(span.start, ...pieces, '\n\n');
  const gone = wholeLines(text, span);
  const isLast = !childList(program, 'body').some((each) => each.start >= gone.end && !edits.removes(each));
  const startsLine = startOfLine(text, gone.start) === gone.start;
  const end = isLast || /^[ \t]*\r?\n/.test(text.slice(gone.end)) ? '\n' : '\n\n';
  edits.insert(gone.start, ...(startsLine ? [] : ['\n']), ...pieces, startsLine ? end : '');
}

/** The options call what has moved: a set-up that stays works as before. */
function leaveSpread({ properties }: KeptCallbacks, name: Piece, { text, edits }: SourceFile): void {
  const own = properties.map((property) => withLeadingComments(text, property));
  edits.replace(own[0]!, '...', name);
  for (const [index, { start }] of own.entries()) {
    if (index === 0) continue;
    const { end } = properties[index]!;
    edits.remove(wholeLines(text, { start, end: end + (/^\s*,/.exec(text.slice(end))?.[0].length ?? 0) }));
  }
}

/** The text of a callback, moved to the new statement's margin; lines of a template string keep theirs. */
function moved(span: Span, property: Node, { text, style }: SourceFile): Span[] {
  const indent = startsItsLine(text, span.start) ? indentAt(text, span.start) : style.indent;
  const surplus = indent.startsWith(style.indent) ? indent.length - style.indent.length : 0;
  const templates = templatesIn(property);
  const pieces: Span[] = [];
  let start = span.start;
  for (let at = text.indexOf('\n', start) + 1; at > 0 && at < span.end; at = text.indexOf('\n', at) + 1) {
    const isInTemplate = templates.some((each) => each.start < at && at <= each.end);
    if (surplus === 0 || isInTemplate || !text.startsWith(indent, at)) continue;
    pieces.push({ start, end: at });
    start = at + surplus;
  }
  return [...pieces, { start, end: span.end }];
}

function templatesIn(node: Node): Node[] {
  if (node.type === 'TemplateElement') return [node];
  return [...childrenOf(node)].flatMap(({ child: inner }) => templatesIn(inner));
}
