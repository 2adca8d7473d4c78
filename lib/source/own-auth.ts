import type { Piece } from '../ast/edits.js';
import { quoted } from '../ast/style.js';
import { child, childList, isMember, nameOf, stringOf, unwrap, type Node } from '../ast/tree.js';
import type { SourceFile } from './source-file.js';

/**
 * What stands in the place of a statement of the set-up where other files call its `auth` as before: the generated
 * module's function by that name, or what a barrel goes on handing on. Undefined where nobody wants it.
 */
export function authInPlace(statement: Node, file: SourceFile): readonly Piece[] | undefined {
  if (statement.type === 'VariableDeclaration') return cachedConstant(statement, file);
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

/** The file made it. */
function made({ name, local }: Export, statement: Node, file: SourceFile): Piece[] | undefined {
  const module = file.context.helperModule('getSession', 'app');
  if (module === undefined) return undefined;
  file.yields.add(name);
  const constant = statement.type === 'ExportNamedDeclaration' ? constantOf(local, file) : undefined;
  if (constant === child(statement, 'declaration') && cachedIn(constant)) return asking(statement, module, file);
  if (cachedIn(constant)) return [`export { ${local === name ? name : `${local} as ${name}`} }${file.style.semicolon}`];
  return [clause('getSession', name, module, file.style)];
}

/** `const auth = cache(uncached)`, which is exported further below. */
function cachedConstant(statement: Node, file: SourceFile): readonly Piece[] | undefined {
  const name = nameOf(child(childList(statement, 'declarations')[0], 'id'));
  const isWanted = childList(file.program, 'body')
    .filter((each) => each.type === 'ExportNamedDeclaration' && !each['source'])
    .some((each) => exportsOf(each).some((one) => one.local === name && file.context.wantedAuth.has(one.name)));
  const module = isWanted && cachedIn(statement) ? file.context.helperModule('getSession', 'app') : undefined;
  return module === undefined ? undefined : asking(statement, module, file);
}

/** React's `cache()` stays around what is asked now. */
function asking(statement: Node, module: string, file: SourceFile): Piece[] {
  const cached = cachedIn(child(statement, 'declaration') ?? statement)!;
  const asked = file.imports.add(module, 'getSession');
  return [{ start: statement.start, end: cached.start }, asked, { start: cached.end, end: statement.end }];
}

/** The declaration of a constant of the file's own. */
function constantOf(name: string, { bindings }: SourceFile): Node | undefined {
  const declarator = bindings.program.names.get(name)?.declaration;
  return declarator?.type === 'VariableDeclarator' ? bindings.parentOf(declarator) : undefined;
}

/** The X of `const auth = cache(X)`. */
function cachedIn(declaration: Node | undefined): Node | undefined {
  const [declarator, ...more] = childList(declaration, 'declarations');
  const call = unwrap(child(declarator, 'init'));
  const callee = child(call, 'callee');
  const name = nameOf(isMember(callee) ? child(callee, 'property') : callee);
  return more.length === 0 && call?.type === 'CallExpression' && name === 'cache'
    ? childList(call, 'arguments')[0]
    : undefined;
}

const clause = (local: string, name: string, source: string, style: SourceFile['style']): string =>
  `export { ${local === name ? name : `${local} as ${name}`} } from ${quoted(source, style)}${style.semicolon}`;
