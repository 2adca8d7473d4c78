import type { Binding } from '../ast/bindings.js';
import { child, childList, isCall, isMember, nameOf, type Node } from '../ast/tree.js';
import { fieldOf } from '../clerk/fields.js';
import type { SourceFile, Use } from '../source/source-file.js';
import { goingWith, isUnused, removeDeclarator, rewriteUses, type Rendering, type Replaced } from './rewrite.js';
import type { NotUnderstood } from './server-source.js';
import { follow, type SessionFlow, type SessionUse, type Status } from './uses.js';

/** What Clerk's hook is asked for, each with the name that it gets in this file. */
interface Names {
  isLoaded?: string;
  isSignedIn?: string;
  user?: string;
  userId?: string;
}

/**
 * Rewrites `useSession()` with all that is done with what it returns, where all of it is understood.
 * @returns the declarator that was written anew, or why not; nothing was edited then
 */
export function rewriteUseSession(use: Use, file: SourceFile): Replaced | NotUnderstood {
  const call = callOf(use.node, file);
  if (!call) return { rule: 'session-call-as-value', message: 'useSession is handed on as a value' };
  if (childList(call, 'arguments').length > 0)
    return {
      rule: 'use-session-required',
      message: 'useSession({ required }) sends a visitor to sign in; do so in an effect on isLoaded and isSignedIn',
    };
  const source = resultOf(call, file);
  if ('rule' in source) return source;
  const flow: SessionFlow = { uses: [], aliases: [] };
  for (const { binding, kind } of source.parts) follow(binding, kind, file, flow);
  if (isUnused(flow)) return removeDeclarator(source.declarator, file);
  const escape = flow.uses.find((each) => each.kind === 'escape');
  if (escape?.kind === 'escape') return { rule: ruleFor(escape.why), message: escape.why };

  const scope = source.scope;
  const { users, ids } = goingWith(flow);
  const going = [...source.parts.map(({ binding }) => binding), ...source.unused, ...users];
  const names = namesFor(
    flow,
    file,
    (preferred, also = []) => file.freshName([...preferred], scope, [...going, ...also]),
    { users, ids },
  );
  rewriteUses(flow, renderingFor(names, file), file);
  const hook = names.user === undefined ? 'useAuth' : 'useUser';
  const pattern = (['isLoaded', 'isSignedIn', 'user', 'userId'] as const).flatMap((key) =>
    names[key] === undefined ? [] : [names[key] === key ? key : `${key}: ${names[key]}`],
  );
  file.edits.replace(source.declarator, `{ ${pattern.join(', ')} } = `, file.clerk(hook), '()');
  return { replaced: source.declarator, outcome: 'rewritten' };
}

function ruleFor(why: string): string {
  if (why.includes('update()')) return 'session-update';
  return /of the app’s own|of the session/.test(why) ? 'session-custom-field' : 'session-escapes';
}

function callOf(node: Node, { bindings }: SourceFile): Node | undefined {
  const parent = bindings.parentOf(node);
  const callee = parent && isMember(parent) && child(parent, 'object') === node ? parent : node;
  const call = bindings.parentOf(callee);
  return call && isCall(call) && child(call, 'callee') === callee ? call : undefined;
}

interface Result {
  readonly declarator: Node;
  readonly scope: Binding['scope'];
  readonly parts: readonly { binding: Binding; kind: 'result' | 'session' | 'status' | 'user' }[];
  /** Names that were taken out and never used. */
  readonly unused: readonly Binding[];
}

/** Reads what the hook's result is put into: a name, a pattern, or `.data` of it. */
function resultOf(call: Node, { bindings }: SourceFile): Result | NotUnderstood {
  const escapes = {
    rule: 'session-escapes',
    message: 'the result of useSession() is used where it is asked for; take it apart first',
  };
  let value = call;
  let parent = bindings.parentOf(value);
  while (parent && /^(?:TSAsExpression|TSNonNullExpression|TSSatisfiesExpression)$/.test(parent.type))
    [value, parent] = [parent, bindings.parentOf(parent)];
  const isData =
    parent &&
    isMember(parent) &&
    child(parent, 'object') === value &&
    nameOf(child(parent, 'property')) === 'data' &&
    !parent['computed'];
  if (parent && isData) [value, parent] = [parent, bindings.parentOf(parent)];
  if (parent?.type !== 'VariableDeclarator' || bindings.parentOf(parent)?.['kind'] !== 'const') return escapes;
  const id = child(parent, 'id')!;
  const own = bindings.of(id);
  if (id.type === 'Identifier' && own)
    return {
      declarator: parent,
      scope: own.scope,
      parts: [{ binding: own, kind: isData ? 'session' : 'result' }],
      unused: [],
    };
  if (id.type !== 'ObjectPattern') return escapes;
  const parts: { binding: Binding; kind: 'session' | 'status' | 'user' }[] = [];
  const unused: Binding[] = [];
  for (const property of childList(id, 'properties')) {
    const name = property.type === 'RestElement' ? undefined : nameOf(child(property, 'key'));
    const value = child(property, 'value');
    const binding = value?.type === 'Identifier' ? bindings.of(value) : undefined;
    if (!binding)
      return {
        rule: 'session-escapes',
        message: 'the result of useSession() is taken apart in a way that is not followed',
      };
    if (binding.references.length === 0) unused.push(binding);
    else if (name === 'data' && !isData) parts.push({ binding, kind: 'session' });
    else if (name === 'status' && !isData) parts.push({ binding, kind: 'status' });
    else if (name === 'user' && isData) parts.push({ binding, kind: 'user' });
    else
      return {
        rule: ruleFor(name === 'update' ? 'update()' : 'of the session'),
        message:
          name === 'update'
            ? 'the session is updated by update(); reload Clerk’s user in its place'
            : `useSession().${name} is read`,
      };
  }
  const [first] = [...parts.map(({ binding }) => binding), ...unused];
  return first ? { declarator: parent, scope: first.scope, parts, unused } : escapes;
}

type Fresh = (names: readonly string[], also?: readonly Binding[]) => string;

/** Which of Clerk's values the uses need. A session is null while it loads: whoever is not signed in yet is as signed out. */
function namesFor(
  flow: SessionFlow,
  file: SourceFile,
  fresh: Fresh,
  { users, ids }: { users: readonly Binding[]; ids: readonly Binding[] },
): Names {
  const { uses, aliases } = flow;
  const fields = new Set(
    uses.flatMap((use) =>
      use.kind === 'field'
        ? [use.field]
        : use.kind === 'dependency' && use.of !== 'session' && use.of !== 'status'
          ? [use.of]
          : [],
    ),
  );
  for (const { bindings } of aliases) for (const { field } of bindings) if (field !== 'user') fields.add(field);
  const isIdOnly = fields.size === 1 && fields.has('id') && file.context.userIds === 'clerk';
  const hasValue = uses.some((use) => use.kind === 'presence' && use.isValue);
  const presence = uses.some((use) => use.kind === 'presence' || (use.kind === 'dependency' && use.of === 'session'));
  const status = uses.some((use) => use.kind === 'status' || (use.kind === 'dependency' && use.of === 'status'));
  const loading = status
    ? uses.some(asksForLoading) || uses.some((use) => use.kind === 'dependency' && use.of === 'status')
    : uses.some((use) => use.kind === 'presence' && use.compared !== undefined && use.compared.to !== 'nullish');
  const names: Names = {};
  if (loading) names.isLoaded = fresh(['isLoaded', 'isAuthLoaded']);
  if (isIdOnly || (hasValue && fields.size === 0))
    names.userId = fresh([...ids.map(({ name }) => name), 'userId', 'currentUserId'], ids);
  else if (fields.size > 0) names.user = fresh([...users.map(({ name }) => name), 'user', 'clerkUser']);
  const asksWho =
    uses.some((use) => use.kind === 'status' && use.status !== 'loading') ||
    uses.some((use) => use.kind === 'dependency' && use.of === 'status');
  if (asksWho || (presence && names.user === undefined && names.userId === undefined) || (presence && status))
    names.isSignedIn = fresh(['isSignedIn', 'isUserSignedIn']);
  return names;
}

const asksForLoading = (use: SessionUse): boolean => use.kind === 'status' && use.status !== 'authenticated';

function renderingFor(names: Names, file: SourceFile): Rendering {
  const { isLoaded, isSignedIn, user, userId } = names;
  const presence = isSignedIn ?? user ?? userId!;
  return {
    presence,
    idName: userId,
    comparison: ({ compared }) => {
      const { to, negated } = compared!;
      if (to === 'undefined') return { text: negated ? isLoaded! : `!${isLoaded}`, isOperator: !negated };
      if (to === 'null')
        return negated
          ? { text: `!${isLoaded} || !!${presence}`, isOperator: true }
          : { text: `${isLoaded} && !${presence}`, isOperator: true };
      return { text: negated ? `!!${presence}` : `!${presence}`, isOperator: true };
    },
    field: ({ field, optional, isTested }, isGuarded) => {
      if (user === undefined) return { text: userId!, isOperator: false };
      return fieldOf(field, { user, optional: optional && !isGuarded, userIds: file.context.userIds, isTested });
    },
    status: (status, negated) => statusOf(status, negated, isLoaded ?? '', isSignedIn ?? ''),
    dependency: (of) => {
      if (of === 'status') return [isLoaded!, isSignedIn!];
      return [of === 'session' ? (user ?? userId ?? isSignedIn!) : (user ?? userId!)];
    },
  };
}

/** `status === 'loading'` and its like, by Clerk's two flags. `isSignedIn` is undefined while it loads. */
function statusOf(status: Status, negated: boolean, isLoaded: string, isSignedIn: string) {
  if (status === 'loading') return { text: negated ? isLoaded : `!${isLoaded}`, isOperator: !negated };
  if (status === 'authenticated') return { text: negated ? `!${isSignedIn}` : isSignedIn, isOperator: negated };
  return { text: negated ? `!${isLoaded} || ${isSignedIn}` : `${isLoaded} && !${isSignedIn}`, isOperator: true };
}
