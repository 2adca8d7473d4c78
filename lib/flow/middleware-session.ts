import { child, childList, isMember, nameOf, type Node } from '../ast/tree.js';
import { HANDLER, ROLE, type Refusal } from '../authjs/middleware.js';
import type { SourceFile } from '../source/source-file.js';
import { isGuarded, testsOf, type Test } from './guards.js';
import { CLAIM_OF, namesFor, renamed, renderingFor, type Part } from './middleware-answer.js';
import { enclosingFunction, type Source } from './middleware-sources.js';
import { asBoolean, rewriteUses, unwritable } from './rewrite.js';
import { removeStatement } from './statements.js';
import type { SessionUse } from './uses.js';

/** All that a middleware does with who is signed in, understood. */
export interface SessionPlan {
  readonly sources: readonly Source[];
  readonly tests: readonly Test[];
  readonly parts: ReadonlySet<Part>;
  /** The claims that it reads. */
  readonly claims: readonly string[];
  /** `const isLoggedIn = !!req.auth`, where that is all that is done: Clerk's answer takes the constant's name. */
  readonly only: Node | undefined;
}

/** @returns why it can't be written anew; nothing was edited then */
export function planSession(found: readonly Source[], fn: Node, file: SourceFile): SessionPlan | Refusal {
  const sources = withIds(found);
  const uses = sources.flatMap(({ flow }) => flow.uses);
  const aliases = sources.flatMap(({ flow }) => flow.aliases);
  const escape = uses.find((use) => use.kind === 'escape');
  if (escape?.kind === 'escape') return /of the app’s own|of the (?:session|token) /.test(escape.why) ? ROLE : HANDLER;
  if (uses.some((use) => use.kind === 'presence' && use.compared?.to === 'undefined')) return HANDLER;
  if (sources.some(({ flow }) => unwritable(flow, file) !== undefined)) return HANDLER;
  if (sources.some(({ declarator }) => declarator && enclosingFunction(declarator, file) !== fn)) return HANDLER;
  const tests = testsOf(uses, 'null');
  const throwing = [
    ...uses.flatMap((use) => ((use.kind === 'presence' || use.kind === 'field') && use.throws ? [use.node] : [])),
    ...aliases.flatMap(({ throws, declaration }) => (throws ? [declaration] : [])),
  ];
  if (!throwing.every((node) => isGuarded(node, tests, file.bindings))) return HANDLER;
  const fields = new Set([
    ...uses.flatMap((use) => (use.kind === 'field' ? [use.field] : [])),
    ...aliases.flatMap(({ bindings }) => bindings.flatMap(({ field }) => (field === 'user' ? [] : [field]))),
  ]);
  const byId = file.context.userIds === 'clerk' && fields.delete('id');
  const parts = new Set<Part>();
  if (uses.some(({ kind }) => kind === 'presence')) parts.add('isAuthenticated');
  if (byId) parts.add('userId');
  if (fields.size > 0) parts.add('sessionClaims');
  return {
    sources,
    tests,
    parts,
    claims: [...fields].map((field) => CLAIM_OF[field]),
    only: onlyTest(sources, fn, file),
  };
}

/** A test of the id is a test of presence, unless the id itself is read as well: then it narrows what is read. */
function withIds(sources: readonly Source[]): Source[] {
  const readsId = sources.some(({ flow }) => flow.uses.some((use) => use.kind === 'field' && use.field === 'id'));
  if (!readsId) return [...sources];
  const asField = (use: SessionUse): SessionUse =>
    use.kind === 'presence' &&
    !use.compared &&
    isMember(use.node) &&
    /^(?:id|sub)$/.test(nameOf(child(use.node, 'property')) ?? '')
      ? {
          ...use,
          kind: 'field',
          whole: use.node,
          field: 'id',
          asks: 'truth',
          optional: true,
          asserted: false,
          isGranted: false,
        }
      : use;
  return sources.map((source) => ({ ...source, flow: { ...source.flow, uses: source.flow.uses.map(asField) } }));
}

/** The constant of the one test of presence. */
function onlyTest(sources: readonly Source[], fn: Node, file: SourceFile): Node | undefined {
  const [source, ...others] = sources;
  const [use, ...otherUses] = source?.flow.uses ?? [];
  if (!source || others.length > 0 || otherUses.length > 0 || source.flow.aliases.length > 0) return undefined;
  if (use?.kind !== 'presence' || use.throws || (use.compared && !use.compared.negated)) return undefined;
  const value = use.compared ? use.node : asBoolean(use.node, file);
  if (value === use.node && !use.compared) return undefined;
  const declarator = file.bindings.parentOf(value);
  const declaration = declarator && file.bindings.parentOf(declarator);
  const isConstant =
    declarator?.type === 'VariableDeclarator' &&
    child(declarator, 'id')?.type === 'Identifier' &&
    declaration?.['kind'] === 'const' &&
    childList(declaration, 'declarations').length === 1 &&
    enclosingFunction(declarator, file) === fn;
  if (!isConstant || source.node.type === 'ObjectProperty') return undefined;
  const around = source.declarator && file.bindings.parentOf(file.bindings.parentOf(source.declarator)!);
  return around === undefined || around === file.bindings.parentOf(declaration!) ? declarator : undefined;
}

/**
 * Writes the uses anew.
 * @param auth the name of Clerk's function in the middleware
 * @param gate whether the session is asked for on top anyway, and what else is taken out of the answer there
 * @returns what is to stand on top of the function: the parts of Clerk's answer; none where it is asked for in place
 */
export function rewriteSession(
  { sources, tests, parts, only }: SessionPlan,
  auth: string,
  gate: readonly string[],
  fn: Node,
  file: SourceFile,
): { asked: string; presence: string } | undefined {
  const ask = (names: readonly string[]) => `{ ${names.join(', ')} } = await ${auth}()`;
  if (only && gate.length === 0) {
    const name = nameOf(child(only, 'id'))!;
    const [{ declarator } = {}] = sources;
    file.edits.replace(declarator ?? only, ask([renamed('isAuthenticated', name)]));
    if (declarator) removeStatement(file.bindings.parentOf(only)!, file);
    return undefined;
  }
  const scope = file.bindings.scopeOf(fn);
  const isOnTop = gate.length > 0 || sources.some(({ declarator }) => declarator === undefined);
  if (isOnTop) {
    const names = namesFor(
      new Set([...parts, ...(gate.length > 0 ? (['isAuthenticated'] as const) : [])]),
      sources,
      scope,
      file,
    );
    for (const source of sources) {
      rewriteUses(source.flow, renderingFor(names, file), tests, file);
      if (source.declarator) removeStatement(file.bindings.parentOf(source.declarator)!, file);
      else if (source.node.type === 'ObjectProperty') removeFromPattern(source.node, file);
    }
    if (parts.size + gate.length === 0) return undefined;
    const asked = ask([...[...names].map(([part, name]) => renamed(part, name)), ...gate]);
    return { asked, presence: names.get('isAuthenticated') ?? '' };
  }
  for (const source of sources) {
    const declaration = file.bindings.parentOf(source.declarator!)!;
    const names = namesFor(partsOf(source, parts), [source], file.bindings.scopeOf(declaration), file);
    if (names.size === 0) removeStatement(declaration, file);
    else file.edits.replace(source.declarator!, ask([...names].map(([part, name]) => renamed(part, name))));
    rewriteUses(source.flow, renderingFor(names, file), tests, file);
  }
  return undefined;
}

/** What one source among several is asked for. */
function partsOf({ flow }: Source, parts: ReadonlySet<Part>): Set<Part> {
  const fields = new Set([
    ...flow.uses.flatMap((use) => (use.kind === 'field' ? [use.field] : [])),
    ...flow.aliases.flatMap(({ bindings }) => bindings.map(({ field }) => field)),
  ]);
  fields.delete('user');
  const byId = parts.has('userId') && fields.delete('id');
  return new Set<Part>([
    ...(flow.uses.some(({ kind }) => kind === 'presence') ? (['isAuthenticated'] as const) : []),
    ...(byId ? (['userId'] as const) : []),
    ...(fields.size > 0 ? (['sessionClaims'] as const) : []),
  ]);
}

/** Takes `auth` out of `{ nextUrl, auth }`. */
function removeFromPattern(property: Node, file: SourceFile): void {
  const { bindings, edits } = file;
  const pattern = bindings.parentOf(property)!;
  const declarator = bindings.parentOf(pattern)!;
  if (declarator.type !== 'VariableDeclarator') return; // the parameters are written anew
  const properties = childList(pattern, 'properties');
  if (properties.length === 1) return removeStatement(bindings.parentOf(declarator)!, file);
  const at = properties.indexOf(property);
  const next = properties[at + 1];
  const before = properties[at - 1];
  if (next) edits.remove({ start: property.start, end: next.start });
  else edits.remove({ start: before ? before.end : property.start, end: property.end });
}
