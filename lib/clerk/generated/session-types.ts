import type { WidenedInterface } from '../../authjs/augmentation.js';
import type { HelperType } from '../helpers.js';

/** The app's own callbacks, which the generated module runs. */
export interface CallbacksInput {
  /** Imports of them and of the client that has the rows, each a line. */
  readonly imports: readonly string[];
  readonly hasJwt: boolean;
  /** What the jwt callback takes of the occasion besides; none where an earlier run has typed it. */
  readonly occasions: readonly ('trigger' | 'session')[];
  readonly strategy: 'jwt' | 'database';
  /** The client that has the users' rows, where a callback reads more than the profile. */
  readonly client: string | undefined;
}

export interface TypesInput {
  /** How the app's own callbacks are called, where they live on. */
  readonly callbacks?: CallbacksInput | undefined;
  readonly wanted: ReadonlySet<HelperType>;
  readonly widened: readonly WidenedInterface[];
  /** Text of local types that the additions refer to. */
  readonly locals: readonly string[];
  /** v5's user has an optional id, v4's has a required one in its rows and none in its session. */
  readonly style: 'v4' | 'v5';
  /** Whether a person's id is never missing: in v4, and in v5 up to beta.4 (@auth/core 0.18). */
  readonly requiresId?: boolean;
}

const PROFILE = 'name?: string | null;\n  email?: string | null;\n  image?: string | null;';

/**
 * `Session` and `User` as Auth.js declares them (next-auth 4.24 core/types.d.ts, @auth/core 0.4x types.d.ts), with what the
 * app's own augmentations add: code that builds or reads one type-checks as before.
 */
export function sessionTypes({
  wanted,
  widened,
  locals,
  style,
  requiresId = style === 'v4',
  callbacks,
}: TypesInput): string {
  const needsUser =
    wanted.has('User') ||
    callbacks !== undefined ||
    style === 'v5' ||
    widened.some(({ members, bases }) => /\bUser\b/.test([...members.map(({ text }) => text), ...bases].join(' ')));
  const extra = (name: string) => widened.filter((each) => each.name === name);
  const parts = [...locals];
  parts.push(
    interfaceOf(
      'DefaultSession',
      [],
      [
        `user?: ${style === 'v5' ? 'User' : '{ name?: string | null; email?: string | null; image?: string | null }'};`,
        'expires: string;',
        ...membersOf(extra('DefaultSession')),
      ],
      'What every session holds.',
    ),
  );
  if (needsUser) {
    parts.push(
      interfaceOf(
        'DefaultUser',
        [],
        [`id${requiresId ? '' : '?'}: string;`, PROFILE, ...membersOf(extra('DefaultUser'))],
      ),
    );
    parts.push(
      interfaceOf(
        'User',
        ['DefaultUser', ...basesOf(extra('User'))],
        membersOf(extra('User')),
        'A person of this app.',
      ),
    );
  }
  parts.push(
    interfaceOf(
      'Session',
      ['DefaultSession', ...basesOf(extra('Session'))],
      membersOf(extra('Session')),
      'The session as this app’s code knows it.',
    ),
  );
  if (callbacks) parts.push(tokenType(extra('JWT')), callbacksType(callbacks, style));
  return `${parts.join('\n\n')}\n`;
}

/** Auth.js's token (next-auth 4.24 jwt/types.d.ts); what the app's own type says of a claim comes first. */
function tokenType(widened: readonly WidenedInterface[]): string {
  const own = new Set(widened.flatMap(({ members }) => members.map(({ name }) => name)));
  const claims = ['name?: string | null;', 'email?: string | null;', 'picture?: string | null;', 'sub?: string;'];
  return interfaceOf(
    'JWT',
    ['Record<string, unknown>', ...basesOf(widened)],
    [...claims.filter((claim) => !own.has(/^\w+/.exec(claim)![0])), ...membersOf(widened)],
    'What the callbacks pass on to each other.',
  );
}

/** As Auth.js types them: v5 gives the session callback a session that has a user for certain. */
function callbacksType({ hasJwt, occasions, strategy }: CallbacksInput, style: 'v4' | 'v5'): string {
  const person = 'User & { id: string }';
  const session = style === 'v5' ? 'Session & { user: User }' : 'Session';
  const others = strategy === 'jwt' ? `token: JWT; user?: ${person}` : `user: ${person}; token?: JWT`;
  const jwt = hasJwt
    ? [
        `jwt(params: { token: JWT; user: User${occasions.map((each) => `; ${OCCASIONS[each]}`).join('')} }): JWT | Promise<JWT>;`,
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

const basesOf = (list: readonly WidenedInterface[]): string[] => list.flatMap(({ bases }) => bases);

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
