import type { Piece } from '../ast/edits.js';
import { languageOf } from '../ast/language.js';
import { child, childList, contains, isFunction, stringOf, unwrap, type Node } from '../ast/tree.js';
import { fieldOf, type Expression } from '../clerk/fields.js';
import type { SourceFile } from '../source/source-file.js';
import { isGuarded, testsOf, type Test } from './guards.js';
import { nameFor } from './names.js';
import { goingWith, isUnused, rewriteUses, unwritable, type Rendering } from './rewrite.js';
import type { NotUnderstood, ServerSource } from './server-source.js';
import { removeDeclarator, type Replaced } from './statements.js';
import { follow, type FieldUse, type SessionFlow } from './uses.js';

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
  if (!declarator) return escapes('the session is used where it is asked for; put it into a constant first');
  const binding = file.bindings.of(child(declarator, 'id'));
  const declaration = file.bindings.parentOf(declarator)!;
  if (!binding || declaration['kind'] === 'var' || binding.identifiers.length > 1)
    return escapes('the session is not put into a constant');
  if (file.bindings.parentOf(declaration)?.type === 'ExportNamedDeclaration') return escapes('the session is exported');
  const flow = follow(binding, 'session', file);
  if (isUnused(flow)) return removeDeclarator(declarator, file);
  const mode = modeOf(flow, file);
  const tests = testsOf(flow.uses, 'null');
  const why = whyNot(flow, mode, tests, binding.scope.node, file);
  if (why) return why;
  const helper = mode === 'id' ? 'getUserId' : mode === 'user' && source.form === 'pages' ? 'getUser' : undefined;
  const module = helper && file.context.helperModule(helper, source.form);
  if (helper && module === undefined)
    return {
      rule: 'session-user-id',
      message: 'the id or the profile is read where no helper module can be generated',
    };

  const { users, ids } = goingWith(flow, tests, file);
  const going = [binding, ...users, ...(mode === 'id' || mode === 'clerk-id' ? ids : [])];
  const preferred = [
    ...(mode === 'user' ? users : mode === 'presence' ? [] : ids).map(({ name }) => name),
    ...NAMES[mode],
  ];
  const places = [...flow.uses.map(({ node }) => node), ...going.flatMap(({ references }) => references)];
  const name = nameFor(preferred, binding.scope, places, going, file);
  rewriteUses(flow, renderingFor(mode, name, file), tests, file);
  file.edits.replace(
    declarator,
    ...declaratorFor(mode, name, source, helper && module ? { helper, module } : undefined, file),
  );
  return { replaced: declarator, outcome: 'rewritten' };
}

const escapes = (message: string): NotUnderstood => ({ rule: 'session-escapes', message });

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
    if (!/^(?:AwaitExpression|TS(?:As|Satisfies|NonNull)Expression|TSTypeAssertion)$/.test(parent.type))
      return undefined;
  }
  return undefined;
}

function modeOf({ uses, aliases }: SessionFlow, file: SourceFile): Mode {
  const fields = new Set(uses.flatMap((use) => (use.kind === 'field' ? [use.field] : [])));
  for (const { bindings } of aliases) for (const { field } of bindings) if (field !== 'user') fields.add(field);
  if (fields.size > (fields.has('id') ? 1 : 0)) return 'user';
  if (fields.has('id')) return file.context.userIds === 'clerk' ? 'clerk-id' : 'id';
  return 'presence';
}

function whyNot(
  flow: SessionFlow,
  mode: Mode,
  tests: readonly Test[],
  scope: Node,
  file: SourceFile,
): NotUnderstood | undefined {
  const { uses } = flow;
  const escape = uses.find((use) => use.kind === 'escape');
  if (escape?.kind === 'escape')
    return {
      rule: /of the app’s own|of the session/.test(escape.why) ? 'session-custom-field' : 'session-escapes',
      message: escape.why,
    };
  if (uses.some((use) => use.kind === 'presence' && use.compared?.to === 'undefined'))
    return escapes('it is compared with undefined, which a session never is on the server');
  const stuck = unwritable(flow, file);
  if (stuck !== undefined) return escapes(stuck);
  if (mode === 'user') {
    if (file.context.routeKind === 'middleware') return escapes('a profile is read on every request');
    if (uses.some(({ node }) => isCaptured(node, scope, file)))
      return escapes('an inline Server Action captures the profile; ask for it inside the action');
  }
  if (unguarded(flow, mode, tests, file))
    return { rule: 'session-unguarded', message: 'it is read without a test whether anybody is signed in' };
  return undefined;
}

/**
 * What throws while nobody is signed in, and would not any more: `session.user.id` without a test would go on as null
 * into a query. A field of Clerk's user throws as well.
 */
function unguarded({ uses, aliases }: SessionFlow, mode: Mode, tests: readonly Test[], file: SourceFile): boolean {
  const read = [
    ...uses.filter((use) => (use.kind === 'presence' || (use.kind === 'field' && mode !== 'user')) && use.throws),
    ...aliases.filter(
      ({ throws, bindings }) => throws && (mode !== 'user' || bindings.every(({ field }) => field === 'user')),
    ),
  ].map((each) => ('declaration' in each ? each.declaration : each.node));
  return !read.every((node) => isGuarded(node, tests, file.bindings));
}

/** Clerk's user is a class instance: what an inline Server Action captures is serialized, which fails for it. */
function isCaptured(node: Node, scope: Node, { bindings }: SourceFile): boolean {
  return [...bindings.ancestors(node)].some(
    (at) =>
      at !== scope &&
      contains(scope, at) &&
      isFunction(at) &&
      childList(child(at, 'body'), 'directives').some((each) => stringOf(directiveValue(each)) === 'use server'),
  );
}

const directiveValue = (directive: Node): Node | undefined => {
  const value = child(directive, 'value');
  return value && { ...value, type: 'StringLiteral' };
};

function declaratorFor(
  mode: Mode,
  name: string,
  source: ServerSource,
  helper: { helper: string; module: string } | undefined,
  file: SourceFile,
): Piece[] {
  if (helper) return [`${name} = await `, file.imports.add(helper.module, helper.helper), `(${source.request ?? ''})`];
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
    isBoolean: mode === 'presence',
    idName: mode === 'id' || mode === 'clerk-id' ? name : undefined,
    comparison: ({ compared }) => {
      if (mode === 'presence') return compared!.negated ? plain(name) : { text: `!${name}`, operator: '!' };
      return { text: `${name} ${compared!.negated ? '!==' : '==='} null`, operator: '===' };
    },
    field: (use, isKnown) => (mode === 'user' ? profileField(use, isKnown, name, file) : idField(use, isKnown, name)),
    status: () => plain(name),
    dependency: () => [name],
  };
}

const plain = (text: string): Expression => ({ text });
type Field = Omit<FieldUse, 'kind' | 'node' | 'whole' | 'throws'>;

/** `session?.user?.id` was undefined where nobody is signed in; null is another thing to a database. */
export function idField({ optional, asserted, asks }: Field, isKnown: boolean, name: string): Expression {
  if (optional && !isKnown && asks === 'value') return { text: `${name} ?? undefined`, operator: '??' };
  return plain(asserted && !isKnown && !optional ? `${name}!` : name);
}

/** A field of Clerk's user, with the `?.` and `!` that the code had and still needs. */
export function profileField(use: Field, isKnown: boolean, name: string, file: SourceFile): Expression {
  const optional = use.optional && !isKnown;
  return fieldOf(use.field, {
    user: use.asserted && !optional && !isKnown ? `${name}!` : name,
    optional,
    userIds: file.context.userIds,
    asks: use.asks,
    granted: use.isGranted ? (languageOf(file.path) === 'js' ? '' : '!') : undefined,
  });
}
