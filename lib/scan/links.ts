import { Bindings } from '../ast/bindings.js';
import { child, childList, loadedModule, nameOf, stringOf, type Node, type Span } from '../ast/tree.js';

/** A name of a file; `*` for all that it does when it is loaded. */
export interface Target {
  readonly path: string;
  readonly name: string;
}

/** One statement on a file's top level, and what its names lead to. */
export interface Statement extends Span {
  readonly locals: Set<number>;
  readonly imports: Target[];
}

/** How the top-level statements of a file hang together, and with those of other files. */
export interface Links {
  readonly statements: readonly Statement[];
  /** By exported name: the statement that declares it, or where it is handed on from. */
  readonly exports: ReadonlyMap<string, number | Target>;
  /** The files that are handed on whole. */
  readonly stars: readonly string[];
}

/** A tree with what its names mean, and the modules that calls in it load. */
export interface ReadTree {
  readonly program: Node;
  readonly bindings: Bindings;
  readonly loads: readonly { readonly at: number; readonly source: string }[];
}

export function readTree(program: Node): ReadTree {
  const loads: { at: number; source: string }[] = [];
  const bindings = new Bindings(program, (node) => {
    const source = stringOf(loadedModule(node));
    if (source !== undefined) loads.push({ at: node.start, source });
  });
  return { program, bindings, loads };
}

/** @param resolve the file of the app's own that a module string leads to */
export function linksOf(
  { program, bindings, loads }: ReadTree,
  resolve: (specifier: string) => string | undefined,
): Links {
  const body = childList(program, 'body');
  const statements = body.map(({ start, end }): Statement => ({ start, end, locals: new Set(), imports: [] }));
  const target = (source: string, name: string): Target | undefined => {
    const path = resolve(source);
    return path === undefined ? undefined : { path, name };
  };
  for (const { at, source } of loads) {
    const whole = target(source, '*');
    if (whole) statements[indexAt(statements, at)]?.imports.push(whole);
  }
  const declaredBy = new Map<string, number | Target>();
  for (const [name, { imported, declaration, references }] of bindings.program.names) {
    if (imported && isType(declaration, bindings)) continue;
    const declared = imported ? target(imported.source, imported.name) : indexAt(statements, declaration.start);
    if (declared === undefined) continue;
    declaredBy.set(name, declared);
    for (const { start } of references) {
      const statement = statements[indexAt(statements, start)];
      if (typeof declared === 'number') statement?.locals.add(declared);
      else statement?.imports.push(declared);
    }
  }
  return { statements, ...exportsOf(body, declaredBy, target) };
}

/** Which statement a place stands in; -1 for none. */
export function indexAt(statements: readonly Span[], at: number): number {
  let low = 0;
  let high = statements.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const { start, end } = statements[middle]!;
    if (at < start) high = middle - 1;
    else if (at >= end) low = middle + 1;
    else return middle;
  }
  return -1;
}

/** Whether an import is of types alone. */
const isType = (specifier: Node, bindings: Bindings): boolean =>
  specifier['importKind'] === 'type' || bindings.parentOf(specifier)?.['importKind'] === 'type';

function exportsOf(
  body: readonly Node[],
  declaredBy: ReadonlyMap<string, number | Target>,
  target: (source: string, name: string) => Target | undefined,
): Pick<Links, 'exports' | 'stars'> {
  const exports = new Map<string, number | Target>();
  const stars: string[] = [];
  for (const [index, statement] of body.entries()) {
    const source = stringOf(child(statement, 'source'));
    if (statement.type === 'ExportDefaultDeclaration') exports.set('default', index);
    if (statement.type === 'ExportAllDeclaration' && source !== undefined) stars.push(target(source, '*')?.path ?? '');
    if (statement.type !== 'ExportNamedDeclaration') continue;
    for (const specifier of childList(statement, 'specifiers')) {
      const local = nameOf(child(specifier, 'local')) ?? '';
      const taken = specifier.type === 'ExportNamespaceSpecifier' ? '*' : local;
      const to = source === undefined ? declaredBy.get(local) : target(source, taken);
      if (to !== undefined) exports.set(nameOf(child(specifier, 'exported')) ?? '', to);
    }
    for (const [name, declared] of declaredBy) if (declared === index) exports.set(name, index);
  }
  return { exports, stars };
}
