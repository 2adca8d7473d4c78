import type { Piece } from '../ast/edits.js';
import { child, unwrap, type Node } from '../ast/tree.js';
import { fieldOf } from '../clerk/fields.js';
import type { SourceFile } from '../source/source-file.js';
import { goingWith, isUnused, removeDeclarator, rewriteUses, type Rendering, type Replaced } from './rewrite.js';
import type { NotUnderstood, ServerSource } from './server-source.js';
import { follow, type SessionFlow } from './uses.js';

/** How the server asks Clerk: for presence alone, for the id that the app's data holds, or for the person. */
type Mode = 'presence' | 'clerk-id' | 'id' | 'user';

const NAMES: Readonly<Record<Mode, readonly string[]>> = {
  presence: ['isAuthenticated', 'isSignedIn'],
  'clerk-id': ['userId', 'clerkUserId'],
  id: ['userId', 'currentUserId', 'sessionUserId'],
  user: ['user', 'clerkUser', 'sessionUser'],
};

/**
 * Rewrites `const session = await getServerSession(…)` with all that is done with it, where all of it is understood.
 * @returns the declarator that was written anew, or why not; nothing was edited then
 */
export function rewriteServerSession(source: ServerSource, file: SourceFile): Replaced | NotUnderstood {
  const declarator = awaitedInto(source.call, file);
  if (!declarator)
    return {
      rule: 'session-escapes',
      message: 'the session is used where it is asked for; put it into a constant first',
    };
  const binding = file.bindings.of(child(declarator, 'id'));
  const declaration = file.bindings.parentOf(declarator)!;
  if (!binding || declaration['kind'] !== 'const')
    return { rule: 'session-escapes', message: 'the session is not put into a constant' };
  if (file.bindings.parentOf(declaration)?.type === 'ExportNamedDeclaration')
    return { rule: 'session-escapes', message: 'the session is exported' };
  const flow = follow(binding, 'session', file);
  if (isUnused(flow)) return removeDeclarator(declarator, file);
  const escape = flow.uses.find((use) => use.kind === 'escape');
  if (escape?.kind === 'escape')
    return {
      rule: /of the app’s own|of the session/.test(escape.why) ? 'session-custom-field' : 'session-escapes',
      message: escape.why,
    };
  const strict = flow.uses.find((use) => use.kind === 'presence' && use.compared?.to === 'undefined');
  if (strict)
    return {
      rule: 'session-escapes',
      message: 'it is compared with undefined, which a session never is on the server',
    };

  const mode = modeOf(flow, source, file);
  const helper = mode === 'id' ? 'getUserId' : mode === 'user' && source.form === 'pages' ? 'getUser' : undefined;
  const module = helper && file.context.helperModule(helper, source.form);
  if (helper && module === undefined)
    return {
      rule: 'session-user-id',
      message: 'the id or the profile is read where no helper module can be generated',
    };
  if (mode === 'user' && file.context.routeKind === 'middleware')
    return { rule: 'session-escapes', message: 'a profile is read on every request' };

  const { users, ids } = goingWith(flow);
  const going = [binding, ...users, ...(mode === 'id' || mode === 'clerk-id' ? ids : [])];
  const preferred = [
    ...(mode === 'user' ? users : mode === 'presence' ? [] : ids).map(({ name }) => name),
    ...NAMES[mode],
  ];
  const name = file.freshName(preferred, binding.scope, going);
  rewriteUses(flow, renderingFor(mode, name, file), file);
  file.edits.replace(
    declarator,
    ...declaratorFor(mode, name, source, helper && module ? { helper, module } : undefined, file),
  );
  return { replaced: declarator, outcome: 'rewritten' };
}

/** The declarator whose value is the awaited call. */
function awaitedInto(call: Node, { bindings }: SourceFile): Node | undefined {
  let at = call;
  let awaited = false;
  for (let parent = bindings.parentOf(at); parent; at = parent, parent = bindings.parentOf(at)) {
    if (parent.type === 'VariableDeclarator')
      return awaited && unwrap(child(parent, 'init')) === call && child(parent, 'id')?.type === 'Identifier'
        ? parent
        : undefined;
    awaited ||= parent.type === 'AwaitExpression';
    if (
      !/^(?:AwaitExpression|TSAsExpression|TSSatisfiesExpression|TSNonNullExpression|TSTypeAssertion)$/.test(
        parent.type,
      )
    )
      return undefined;
  }
  return undefined;
}

function modeOf({ uses, aliases }: SessionFlow, source: ServerSource, file: SourceFile): Mode {
  const fields = new Set(uses.flatMap((use) => (use.kind === 'field' ? [use.field] : [])));
  for (const { bindings } of aliases) for (const { field } of bindings) if (field !== 'user') fields.add(field);
  if (fields.size > (fields.has('id') ? 1 : 0)) return 'user';
  if (fields.has('id')) return file.context.userIds === 'clerk' ? 'clerk-id' : 'id';
  // Where the value itself comes out of an `&&`, null has to come out, and not false.
  return uses.some((use) => use.kind === 'presence' && use.isValue) ? 'clerk-id' : 'presence';
}

function declaratorFor(
  mode: Mode,
  name: string,
  source: ServerSource,
  helper: { helper: string; module: string } | undefined,
  file: SourceFile,
): Piece[] {
  if (helper) {
    return [`${name} = await `, file.imports.add(helper.module, helper.helper), `(${source.request ?? ''})`];
  }
  if (mode === 'user') return [`${name} = await `, file.clerk('currentUser'), '()'];
  const property = mode === 'presence' ? 'isAuthenticated' : 'userId';
  const pattern = name === property ? property : `${property}: ${name}`;
  return source.form === 'app'
    ? [`{ ${pattern} } = await `, file.clerk('auth'), '()']
    : [`{ ${pattern} } = `, file.clerk('getAuth'), `(${source.request})`];
}

function renderingFor(mode: Mode, name: string, file: SourceFile): Rendering {
  return {
    presence: name,
    idName: mode === 'id' || mode === 'clerk-id' ? name : undefined,
    comparison: ({ compared }) => {
      if (mode === 'presence') return { text: compared!.negated ? name : `!${name}`, isOperator: !compared!.negated };
      return { text: `${name} ${compared!.negated ? '!==' : '==='} null`, isOperator: true };
    },
    field: ({ field, optional, isTested }, isGuarded) => {
      if (mode === 'user')
        return fieldOf(field, {
          user: name,
          optional: optional && !isGuarded,
          userIds: file.context.userIds,
          isTested,
        });
      // `session?.user?.id` was undefined where nobody is signed in; null is another thing to a database.
      return optional && !isGuarded && !isTested
        ? { text: `${name} ?? undefined`, isOperator: true }
        : { text: name, isOperator: false };
    },
    status: () => ({ text: name, isOperator: false }),
    dependency: () => [name],
  };
}
