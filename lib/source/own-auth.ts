import type { Piece } from '../ast/edits.js';
import { quoted } from '../ast/style.js';
import { child, childList, isMember, nameOf, stringOf, unwrap, type Node } from '../ast/tree.js';
import type { SourceFile } from './source-file.js';

/**
 * What stands in the place of a statement of the set-up where other files call its `auth` as before: the generated
 * module's function by that name, or what a barrel goes on handing on. Undefined where nobody wants it.
 */
export function authInPlace(statement: Node, file: SourceFile): readonly Piece[] | undefined {
  const exported = exportsOf(statement).filter(({ name }) => file.context.wantedAuth.has(name));
  const lines = exported.flatMap((each) => {
    const line = file.scanned.handedOn.has(each.name) ? handedOn(each, statement, file) : made(each, statement, file);
    return line ? [line] : [];
  });
  return lines.length === 0 ? undefined : lines.flatMap((line, index) => (index === 0 ? line : ['\n', ...line]));
}

interface Export {
  readonly name: string;
  /** What the file calls it; of a re-export, what the other module does. */
  readonly local: string;
}

function exportsOf(statement: Node): Export[] {
  if (statement.type === 'ExportDefaultDeclaration') return [{ name: 'default', local: 'default' }];
  const declared = childList(child(statement, 'declaration'), 'declarations').flatMap((declarator) => {
    const id = child(declarator, 'id');
    const names = id?.type === 'Identifier' ? [id] : childList(id, 'properties').map((each) => child(each, 'value'));
    return names.flatMap((each) => nameOf(each) ?? []);
  });
  const listed = childList(statement, 'specifiers').flatMap((each) => {
    const [name, local] = [nameOf(child(each, 'exported')), nameOf(child(each, 'local'))];
    return name === undefined || local === undefined ? [] : [{ name, local }];
  });
  return [...declared.map((name) => ({ name, local: name })), ...listed];
}

/** Another module has it: `export { auth } from './auth'` */
function handedOn({ name, local }: Export, statement: Node, { bindings, style }: SourceFile): Piece[] | undefined {
  const imported = bindings.program.names.get(local)?.imported;
  const source = stringOf(child(statement, 'source')) ?? imported?.source;
  if (source === undefined) return undefined;
  return [clause(child(statement, 'source') ? local : imported!.name, name, source, style)];
}

/** The file made it: React's `cache()` stays around what is asked now. */
function made({ name }: Export, statement: Node, file: SourceFile): Piece[] | undefined {
  const module = file.context.helperModule('getSession', 'app');
  if (module === undefined) return undefined;
  file.yields.add(name);
  const cached = cachedIn(statement);
  if (!cached) return [clause('getSession', name, module, file.style)];
  const asked = file.imports.add(module, 'getSession');
  return [{ start: statement.start, end: cached.start }, asked, { start: cached.end, end: statement.end }];
}

/** The X of `export const auth = cache(X)`. */
function cachedIn(statement: Node): Node | undefined {
  const [declarator, ...more] = childList(child(statement, 'declaration'), 'declarations');
  const call = unwrap(child(declarator, 'init'));
  const callee = child(call, 'callee');
  const name = nameOf(isMember(callee) ? child(callee, 'property') : callee);
  return more.length === 0 && call?.type === 'CallExpression' && name === 'cache'
    ? childList(call, 'arguments')[0]
    : undefined;
}

const clause = (local: string, name: string, source: string, style: SourceFile['style']): string =>
  `export { ${local === name ? name : `${local} as ${name}`} } from ${quoted(source, style)}${style.semicolon}`;
