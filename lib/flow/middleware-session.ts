import { child, childList, isMember, nameOf, type Node } from '../ast/tree.js';
import { HANDLER, ROLE, type Refusal } from '../authjs/middleware.js';
import type { SourceFile } from '../source/source-file.js';
import { isGuarded, testsOf, type Test } from './guards.js';
import { isMappedName } from '../clerk/field-mappings.js';
import type { FieldName } from '../clerk/fields.js';
import { claimOf, namesFor, renamed, renderingFor, type Part } from './middleware-answer.js';
import { ownFieldOf, type OwnField } from './middleware-claims.js';
import type { Verdict } from './fails-shut.js';
import { enclosingFunction, type Source } from './middleware-sources.js';
import { asBoolean, rewriteUses, unwritable } from './rewrite.js';
import { removeStatement } from './statements.js';
import type { SessionUse } from './uses.js';

/** A source with the fields of the app's own that are read of it; none of its uses is an escape. */
type Planned = Source & { readonly own: readonly OwnField[] };

/** All that a middleware does with who is signed in, understood. */
export interface SessionPlan {
  readonly sources: readonly Planned[];
  readonly tests: readonly Test[];
  readonly parts: ReadonlySet<Part>;
  /** The claims that it reads. */
  readonly claims: readonly string[];
  /** `const isLoggedIn = !!req.auth`, where that is all that is done: Clerk's answer takes the constant's name. */
  readonly only: Node | undefined;
}

/**
 * @param isGated whether the function runs for somebody who is signed in only
 * @returns why it can't be written anew; nothing was edited then
 */
export function planSession(
  found: readonly Source[],
  fn: Node,
  { verdict, isGated }: { verdict: Verdict; isGated: boolean },
  file: SourceFile,
): SessionPlan | Refusal {
  const sources = withIds(found.map((source) => withOwn(source, verdict, file)));
  const uses = sources.flatMap(({ flow }) => flow.uses);
  const own = sources.flatMap((source) => source.own);
  const aliases = sources.flatMap(({ flow }) => flow.aliases);
  const escape = uses.find((use) => use.kind === 'escape');
  if (escape?.kind === 'escape') return escape.why.startsWith('a field of') ? ROLE : HANDLER;
  if (uses.some((use) => use.kind === 'presence' && use.compared?.to === 'undefined')) return HANDLER;
  if (sources.some(({ flow }) => unwritable(flow, file) !== undefined)) return HANDLER;
  if (sources.some(({ declarator }) => declarator && enclosingFunction(declarator, file) !== fn)) return HANDLER;
  // What a config maps stands in no claim.
  if (fieldsOf(sources).some(isMappedName)) return ROLE;
  const tests = testsOf(uses, 'null');
  const throwing = [
    ...uses.flatMap((use) => ((use.kind === 'presence' || use.kind === 'field') && use.throws ? [use.node] : [])),
    ...own.flatMap(({ node, throws }) => (throws ? [node] : [])),
    ...aliases.flatMap(({ throws, declaration }) => (throws ? [declaration] : [])),
  ];
  if (!isGated && !throwing.every((node) => isGuarded(node, tests, file.bindings))) return HANDLER;
  const parts = partsOf(sources, file);
  const fields = fieldsOf(sources).filter((field) => field !== 'id' || !parts.has('userId'));
  return {
    sources,
    tests,
    parts,
    claims: [...new Set([...fields.map(claimOf), ...own.map(({ name }) => name)])],
    only: onlyTest(sources, fn, file),
  };
}

function withOwn(source: Source, verdict: Verdict, file: SourceFile): Planned {
  const fields = source.flow.uses.map((use) => [use, ownFieldOf(use, verdict, file)] as const);
  const uses = fields.filter(([, field]) => field === undefined).map(([use]) => use);
  return { ...source, own: fields.flatMap(([, field]) => field ?? []), flow: { ...source.flow, uses } };
}

/** Auth.js's fields that are read. */
const fieldsOf = (sources: readonly Source[]): FieldName[] => [
  ...new Set(
    sources.flatMap(({ flow }) => [
      ...flow.uses.flatMap((use) => (use.kind === 'field' ? [use.field] : [])),
      ...flow.aliases.flatMap(({ bindings }) => bindings.flatMap(({ field }) => (field === 'user' ? [] : [field]))),
    ]),
  ),
];

/** What Clerk is asked for, by what is read. */
export function partsOf(sources: readonly Planned[], { context }: SourceFile): Set<Part> {
  const fields = fieldsOf(sources);
  const byId = context.userIds === 'clerk' && fields.includes('id');
  const isClaimed = fields.length > (byId ? 1 : 0) || sources.some(({ own }) => own.length > 0);
  return new Set<Part>([
    ...(sources.some(({ flow }) => flow.uses.some(({ kind }) => kind === 'presence'))
      ? (['isAuthenticated'] as const)
      : []),
    ...(byId ? (['userId'] as const) : []),
    ...(isClaimed ? (['sessionClaims'] as const) : []),
  ]);
}

/** A test of the id is a test of presence, unless the id itself is read as well: then it narrows what is read. */
function withIds(sources: readonly Planned[]): Planned[] {
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
          isCast: false,
          isGranted: false,
        }
      : use;
  return sources.map((source) => ({ ...source, flow: { ...source.flow, uses: source.flow.uses.map(asField) } }));
}

/** The constant of the one test of presence. */
function onlyTest(sources: readonly Planned[], fn: Node, file: SourceFile): Node | undefined {
  const [source, ...others] = sources;
  const [use, ...otherUses] = source?.flow.uses ?? [];
  if (!source || others.length > 0 || source.own.length > 0 || otherUses.length > 0 || source.flow.aliases.length > 0)
    return undefined;
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
      new Set([...(gate.length > 0 ? (['isAuthenticated'] as const) : []), ...parts]),
      sources,
      scope,
      file,
    );
    for (const source of sources) {
      rewriteSource(source, names, tests, file);
      if (source.declarator) removeStatement(file.bindings.parentOf(source.declarator)!, file);
      else if (source.node.type === 'ObjectProperty') removeFromPattern(source.node, file);
    }
    if (parts.size + gate.length === 0) return undefined;
    const asked = ask([...[...names].map(([part, name]) => renamed(part, name)), ...gate]);
    return { asked, presence: names.get('isAuthenticated') ?? '' };
  }
  for (const source of sources) {
    const declaration = file.bindings.parentOf(source.declarator!)!;
    const names = namesFor(partsOf([source], file), [source], file.bindings.scopeOf(declaration), file);
    if (names.size === 0) removeStatement(declaration, file);
    else file.edits.replace(source.declarator!, ask([...names].map(([part, name]) => renamed(part, name))));
    rewriteSource(source, names, tests, file);
  }
  return undefined;
}

/** Writes what is done with one session or token. */
export function rewriteSource(
  source: Planned,
  names: ReadonlyMap<Part, string>,
  tests: readonly Test[],
  file: SourceFile,
): void {
  for (const { node, name } of source.own) file.edits.replace(node, `${names.get('sessionClaims')}?.${name}`);
  rewriteUses(source.flow, renderingFor(names, file), tests, file);
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
