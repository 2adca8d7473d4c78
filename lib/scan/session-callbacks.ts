import type { Binding, Bindings } from '../ast/bindings.js';
import { child, childList, contains, isFunction, nameOf, stringOf, unwrap, type Node, type Span } from '../ast/tree.js';
import { OWN } from '../authjs/modules.js';
import { isDataType } from '../authjs/data-types.js';
import { namesInSession, RENEWAL, TOKENS } from './account-tokens.js';
import { accountReads, type AccountRead } from './callback-account.js';
import { fieldsOf, holds, isWrite, KEPT_NAME, readsRow, readsSessionTable, returnsNull } from './callback-code.js';
import { neededBy, objectAt, usesLocals, valueOf } from './callback-scope.js';
import { isAtEachRead, isOnUpdate, parametersOf } from './callback-parameters.js';
import { isOfProviders } from './oauth-only.js';
import { updatesTaken, type UpdatesTaken } from './session-updates.js';
import type { Site } from './sites.js';
import { renewalIn } from './token-renewal.js';
import { rowSourceOf, type Declared, type OptionsPart } from './user-row.js';

/** Callbacks of the app's own that run without Auth.js: all that they need, the app or Clerk can give them. */
export interface KeptCallbacks {
  /** The top-level statement that holds the options. */
  readonly statement: Node;
  /** The properties to keep, in the order of the text. */
  readonly properties: readonly Node[];
  readonly strategy: 'jwt' | 'database';
  readonly hasJwt: boolean;
  /** What the jwt callback takes besides: of a sign-in or an update. */
  readonly occasions: readonly Occasion[];
  /** What it reads of the account that somebody signed in by. */
  readonly account: ReadonlySet<AccountRead>;
  /** Names under which they put a provider's tokens into the session. */
  readonly tokenNames: ReadonlySet<string>;
  /** Whether the jwt callback may give back null, which ended a session in Auth.js 5. */
  readonly mayEnd: boolean;
  /** The client that yields a user's row. */
  readonly client: Binding | undefined;
  /** Drizzle's table of users, where its client yields them. */
  readonly table: Binding | undefined;
  /** What of the row they were given, where it was not all. */
  readonly columns: readonly string[] | undefined;
  /** The file that has that client, where it is another one. */
  readonly clientPath: string | undefined;
  /** The statement that makes it, where the generated module can't have it from there yet. */
  readonly unexported: Node | undefined;
  /** Whether the callbacks read more of the user than Clerk's profile has. */
  readonly needsRow: boolean;
  /** Whether the jwt callback takes the row in one piece. */
  readonly keepsRow: boolean;
  /** What of the data of `update(data)` lasts where they run. */
  readonly updates: UpdatesTaken;
  /** Top-level statements besides imports that the callbacks need. */
  readonly needed: readonly Node[];
}

interface Input {
  readonly path: string;
  readonly program: Node;
  readonly bindings: Bindings;
  readonly options: Span;
  /** How sessions are kept where these options leave it to others, which they spread. */
  readonly strategy?: 'jwt' | 'database' | undefined;
  /** Where the file refers to Auth.js. */
  readonly sites: readonly Site[];
  /** Options of other files that may be parts of these. */
  readonly others?: (() => readonly OptionsPart[]) | undefined;
  /** Follows what the file imports. */
  readonly declared?: Declared | undefined;
  /** Whether whoever sees all of the app's options has found already where its users' rows come from. */
  readonly isDecided?: boolean;
}

/** What Auth.js tells the jwt callback of the occasion; where a session is read, only that it is as at a sign-in. */
const OCCASIONS = ['trigger', 'session'] as const;
export type Occasion = (typeof OCCASIONS)[number];

/** A type of Auth.js's data under its own name: the generated module has it under the same. */
export const isMovedType = (site: Site): boolean =>
  site.kind === 'use' && isDataType(site.origin) && site.end - site.start === site.origin.name.length;

/** Reads the callbacks that make a session; a text where they can't be kept says why. */
export function readCallbacks({
  path,
  program,
  bindings,
  options,
  strategy: elsewhere,
  sites: all,
  others,
  declared,
  isDecided = false,
}: Input): KeptCallbacks | string {
  // Types of sessions and people come from the generated module wherever they stand.
  const sites = all.filter((site) => !isMovedType(site));
  const statement = childList(program, 'body').find((each) => contains(each, options));
  const object = statement && objectAt(statement, options);
  if (!object) return 'the options stand in no statement';
  if (bindings.program.names.has(KEPT_NAME) || bindings.free.has(KEPT_NAME)) return `${KEPT_NAME} is a name already`;
  if (isServerActions(program)) return 'the file exports server actions alone';
  const callbacks = valueOf(object, 'callbacks');
  const list = childList(callbacks, 'properties');
  // Callbacks of options that are known are none of these: the caller looks for the one place that has them.
  const isKnown = (node: Node) =>
    all.some((site) => site.kind === 'use' && site.origin.module === OWN.options && contains(node, site));
  if (callbacks?.type !== 'ObjectExpression' || list.some((each) => each.type.startsWith('Spread') && !isKnown(each)))
    return 'the callbacks come from elsewhere';
  const strategy = strategyOf(object) ?? elsewhere;
  if (strategy === undefined) return 'the session’s strategy is decided elsewhere';
  const named = (name: string) => list.find((each) => nameOf(child(each, 'key')) === name);
  const [session, jwt] = [named('session'), strategy === 'jwt' ? named('jwt') : undefined];
  if (!session) return 'there is no session callback';
  const properties = [session, ...(jwt ? [jwt] : [])].toSorted((a, b) => a.start - b.start);
  // Nothing else made a user of what a provider tells.
  const isProfile = isOfProviders(object, all);
  let needsRow = false;
  const users: Node[] = [];
  const occasions: Occasion[] = [];
  let account: ReadonlySet<AccountRead> | undefined;
  for (const property of properties) {
    const fn = functionIn(property);
    if (!fn) return 'a callback is no function in place';
    if (sites.some((site) => contains(property, site))) return 'a callback uses what is of Auth.js';
    if (holds(fn, (node) => node.type === 'ThisExpression')) return 'a callback refers to its options by this';
    if (holds(fn, readsSessionTable)) return 'a callback reads Auth.js’s table of sessions';
    if (usesLocals(property, bindings)) return 'a callback uses what only the function has that makes the options';
    const given = property === jwt ? ['token', 'user'] : ['session', strategy === 'jwt' ? 'token' : 'user'];
    const parameters = parametersOf(fn, bindings);
    if (!parameters) return 'a callback takes its parameters apart in a way that is not followed';
    const renewal = property === jwt ? renewalIn(fn, parameters) : undefined;
    const renews = (node: Node) => renewal !== undefined && contains(renewal, node);
    if (property === jwt && holds(fn, (node) => returnsNull(node) && !renews(node)))
      return 'the jwt callback ends sessions';
    const isRare = (node: Node) => isWrite(node) && !isOnUpdate(node, bindings) && !renews(node);
    if (property === jwt && holds(fn, (node) => isRare(node) && !isAtEachRead(node, fn, parameters, bindings)))
      return 'the jwt callback writes at a sign-in';
    for (const [name, references] of parameters) {
      const isUnused = /^(?:user|token)$/.test(name) && references.length === 0;
      const occasion = property === jwt && OCCASIONS.find((each) => each === name);
      if (occasion) {
        if (!references.every((node) => isOfOccasion(node, occasion, bindings)))
          return `the jwt callback reads ${name} where nothing is updated`;
        occasions.push(occasion);
      } else if (property === jwt && name === 'account') {
        account = accountReads(references, bindings, renewal !== undefined);
        const isRenewed = account?.has('renewal') && namesInSession(property, session, RENEWAL).size > 0;
        if (!account || isRenewed) return 'a callback reads more of account than Clerk gives';
      } else if (!given.includes(name) && !isUnused) return `a callback reads ${name}, which Clerk does not give`;
      if (name === 'user') {
        needsRow ||= readsRow(references, bindings, isProfile);
        users.push(...references);
      }
    }
  }
  const needed = neededBy(properties, program, bindings);
  if (needed.some((each) => sites.some((site) => contains(each, site))))
    return 'a callback needs a part of Auth.js’s set-up';
  const own = { path, options: object, program, bindings, sites };
  const fields = fieldsOf(users, bindings);
  const source = rowSourceOf([own, ...(needsRow ? (others?.() ?? []) : [])], fields, strategy, declared);
  if (needsRow && !source && !isDecided) return 'a callback reads more of the user than Clerk’s profile has';
  // What the jwt callback is given at a sign-in with credentials is what `authorize` gives back, wherever that stands.
  if (
    needsRow &&
    strategy === 'jwt' &&
    !isDecided &&
    !source?.isEverybodys &&
    valueOf(object, 'providers')?.type !== 'ArrayExpression'
  )
    return 'a callback reads of the user what authorize() puts there';
  return {
    statement: statement!,
    properties,
    strategy,
    hasJwt: jwt !== undefined,
    occasions,
    account: account ?? new Set(),
    tokenNames: account?.has('tokens') ? namesInSession(jwt, session, TOKENS) : new Set(),
    mayEnd: jwt !== undefined && holds(jwt, returnsNull),
    client: source?.client,
    table: source?.table,
    columns: strategy === 'jwt' ? source?.columns : undefined,
    clientPath: source && source.path !== path ? source.path : undefined,
    unexported: source?.unexported,
    needsRow,
    keepsRow: needsRow && jwt !== undefined && fields === undefined,
    updates: updatesTaken(jwt && functionIn(jwt), functionIn(session), needsRow ? 'row' : 'profile'),
    needed: source?.unexported && needsRow ? [...new Set([source.unexported, ...needed])] : needed,
  };
}

/** `"use server"` at the top, in either parser's form. */
const isServerActions = (program: Node): boolean =>
  childList(program, 'directives').some((each) => child(each, 'value')?.['value'] === 'use server') ||
  childList(program, 'body').some((each) => each['directive'] === 'use server');

/** As Auth.js decides: what is set, else by whether there is an adapter; undefined where a part of the options is not to be seen. */
function strategyOf(options: Node): 'jwt' | 'database' | undefined {
  const session = valueOf(options, 'session');
  const set = session && stringOf(unwrap(valueOf(session, 'strategy')));
  if (set === 'jwt' || set === 'database') return set;
  if (session && session.type !== 'ObjectExpression') return undefined;
  if (childList(options, 'properties').some(({ type }) => type.startsWith('Spread'))) return undefined;
  return valueOf(options, 'adapter') ? 'database' : 'jwt';
}

function functionIn(property: Node): Node | undefined {
  if (property['computed'] || property['kind'] === 'get' || property['kind'] === 'set') return undefined;
  const fn = property.type === 'ObjectMethod' ? property : child(property, 'value');
  return fn && isFunction(fn) && !fn['generator'] ? fn : undefined;
}

/** `trigger` is compared with a name, and what an update brings is read only then. */
function isOfOccasion(node: Node, occasion: Occasion, bindings: Bindings): boolean {
  if (isOnUpdate(node, bindings)) return true;
  const parent = bindings.parentOf(node);
  if (occasion === 'trigger')
    return parent?.type === 'BinaryExpression' && /^[!=]==?$/.test(String(parent['operator']));
  return parent?.type === 'LogicalExpression' && parent['operator'] === '&&' && mentionsUpdate(parent);
}

const mentionsUpdate = (node: Node): boolean => holds(node, (each) => each['value'] === 'update');
