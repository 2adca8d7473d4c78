import type { WidenedInterface } from '../../authjs/augmentation.js';
import { inOrder, isDataTypeName, shapeOf, type DataType, type Style } from '../../authjs/data-types.js';

/** The app's own callbacks, which the generated module runs. */
export interface CallbacksInput {
  /** Imports of them and of the client that has the rows, each a line. */
  readonly imports: readonly string[];
  readonly hasJwt: boolean;
  /** What the jwt callback takes of the occasion besides; none where an earlier run has typed it. */
  readonly occasions: readonly ('trigger' | 'session')[];
  /** What the jwt callback reads of the account that somebody signed in by. */
  readonly account?: 'provider' | 'tokens' | undefined;
  /** Whether the jwt callback may give back null. */
  readonly mayEnd?: boolean | undefined;
  readonly strategy: 'jwt' | 'database';
  /** The client that has the users' rows, where a callback reads more than the profile. */
  readonly client: string | undefined;
  /** The columns that Auth.js gave the callbacks; all of them where it gave the row. */
  readonly columns?: readonly string[] | undefined;
  /** Drizzle's table of users, under the name `usersTable`; undefined for Prisma's client. */
  readonly table?: { readonly hasNumericId: boolean } | undefined;
  /** Whether the jwt callback keeps a whole row in its token, which Auth.js kept as JSON. */
  readonly keepsRow?: boolean | undefined;
}

export interface TypesInput {
  /** Whether the app's ids are numbers, which no type of Auth.js's says. */
  readonly hasNumericId?: boolean;
  /** How the app's own callbacks are called, where they live on. */
  readonly callbacks?: CallbacksInput | undefined;
  readonly wanted: ReadonlySet<DataType>;
  /** Those of the app's own, of `locals`, that code imports. */
  readonly wantedOwn?: readonly string[];
  readonly widened: readonly WidenedInterface[];
  /** Types of the app's own files that the additions refer to. */
  readonly locals: readonly Declaration[];
  /** Names that the additions have from elsewhere: none of Auth.js's types. */
  readonly imported: readonly string[];
  /** v5's user has an optional id, v4's has a required one in its rows and none in its session. */
  readonly style: Style;
  /** Whether a person's id is never missing: in v4, and in v5 up to beta.4 (@auth/core 0.18). */
  readonly requiresId?: boolean;
}

/** One type of the module. */
export interface Declaration {
  readonly name: string;
  readonly text: string;
}

/**
 * Auth.js's types of data as it declares them, with what the app's own augmentations add: code that builds or reads one
 * type-checks as before. Each comes with what it refers to.
 */
export function sessionTypes({
  wanted,
  wantedOwn = [],
  widened,
  locals,
  imported,
  style,
  requiresId = style === 'v4',
  callbacks,
  hasNumericId = false,
}: TypesInput): Declaration[] {
  const isOwn = new Set([...imported, ...locals.map(({ name }) => name)]);
  const written = (name: DataType): string => {
    const { bases, members, doc } = shapeOf(name, style, requiresId);
    const extra = widened.filter((each) => each.name === name);
    const own = new Set(extra.flatMap((each) => each.members.map((member) => member.name)));
    const added = extra.flatMap((each) => each.bases);
    // `Omit<DefaultUser, 'id'>` beside the whole of it would take nothing out.
    const whole = bases.filter((base) => !added.some((each) => new RegExp(`^Omit<\\s*${base}\\b`).test(each)));
    // A type of the app's own may say otherwise of a field: in a file of declarations nobody checked that, here it counts.
    const foreign = added.filter((base) => imported.includes(base)).map((base) => `keyof ${base}`);
    const left = [...(hasNumericId ? ['"id"'] : []), ...foreign].join(' | ');
    const withoutId = (base: string) => (left !== '' && base === 'DefaultUser' ? `Omit<DefaultUser, ${left}>` : base);
    const isWritten = (member: string) => {
      const key = /^\w*/.exec(member)![0];
      return !own.has(key) && !(hasNumericId && name === 'AdapterUser' && key === 'id');
    };
    return interfaceOf(
      name,
      [...whole.map(withoutId), ...added],
      [...members.filter(isWritten), ...membersOf(extra)],
      name === 'JWT' && callbacks ? 'What the callbacks pass on to each other.' : doc,
    );
  };
  const texts = new Map<DataType, string>();
  const add = (name: DataType): void => {
    if (texts.has(name)) return;
    const text = written(name);
    texts.set(name, text);
    for (const other of namesIn(text)) if (isDataTypeName(other) && !isOwn.has(other)) add(other);
  };
  for (const name of wanted) add(name);
  // What the callbacks are given and give.
  if (callbacks) for (const name of ['Session', 'User', 'JWT'] as const) add(name);
  if (callbacks?.account) add('Account');
  const types: Declaration[] = inOrder(new Set(texts.keys())).map((name) => ({ name, text: texts.get(name)! }));
  if (callbacks) types.push({ name: 'SessionCallbacks', text: callbacksType(callbacks, style) });
  return [...referredTo(locals, types, wantedOwn), ...types];
}

/** The local types that the module's refer to, directly or through each other. */
function referredTo(
  locals: readonly Declaration[],
  types: readonly Declaration[],
  wanted: readonly string[],
): Declaration[] {
  const names = new Set([...wanted, ...types.flatMap(({ text }) => namesIn(text))]);
  for (let before = -1; before < names.size;) {
    before = names.size;
    for (const { name, text } of locals) if (names.has(name)) for (const each of namesIn(text)) names.add(each);
  }
  return locals.filter(({ name }) => names.has(name));
}

/** Every word of a type that may be a name. */
export const namesIn = (text: string): string[] =>
  text.replace(/\/\*[\s\S]*?\*\/|\/\/[^\n]*/g, '').match(/[A-Za-z_$][\w$]*/g) ?? [];

/** As Auth.js types them: v5 gives the session callback a session that has a user for certain. */
function callbacksType({ hasJwt, occasions, account, mayEnd, strategy }: CallbacksInput, style: Style): string {
  const person = 'User & { id: string }';
  const session = style === 'v5' ? 'Session & { user: User }' : 'Session';
  const others = strategy === 'jwt' ? `token: JWT; user?: ${person}` : `user: ${person}; token?: JWT`;
  const made = mayEnd ? 'JWT | null' : 'JWT';
  const jwt = hasJwt
    ? [
        `jwt(params: { token: JWT; user: User${account ? '; account?: Account | null' : ''}${occasions.map((each) => `; ${OCCASIONS[each]}`).join('')} }): ${made} | Promise<${made}>;`,
      ]
    : [];
  return interfaceOf(
    'SessionCallbacks',
    [],
    [
      ...jwt,
      `session(params: { session: ${session}; ${others} }): Session | DefaultSession | Promise<Session | DefaultSession>;`,
    ],
    'The app’s own callbacks, as Auth.js called them and `getSession()` does.',
  );
}

/** As Auth.js types them; what `update()` was given is whatever the app's code gave it. */
const OCCASIONS = {
  trigger: 'trigger?: "signIn" | "signUp" | "update"',
  session: 'session?: any',
} as const;

/** The members of all of them; of one that several declare the first. */
function membersOf(list: readonly WidenedInterface[]): string[] {
  const members = new Map<string, string>();
  for (const { name, text } of list.flatMap((each) => each.members))
    if (!members.has(name)) members.set(name, dedented(text));
  return [...members.values()];
}

/** A member moved to the margin of this module, and ended as the others are. */
function dedented(text: string): string {
  const lines = text
    .replace(/\r\n/g, '\n')
    .split('\n')
    .filter((line) => line.trim() !== '');
  const margin = Math.min(...lines.map((line) => /^\s*/.exec(line)![0].length));
  const written = lines
    .map((line) => line.slice(margin))
    .join('\n  ')
    .replace(/^[\s;,]+/, '');
  return /[;,]$/.test(written) ? written : `${written};`;
}

function interfaceOf(name: string, bases: readonly string[], members: readonly string[], doc?: string): string {
  const head = `${doc === undefined ? '' : `/** ${doc} */\n`}export interface ${name}${bases.length > 0 ? ` extends ${bases.join(', ')}` : ''}`;
  return members.length === 0 ? `${head} {}` : `${head} {\n  ${members.join('\n  ')}\n}`;
}
