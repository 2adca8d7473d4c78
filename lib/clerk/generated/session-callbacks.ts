import type { Augmentation } from '../../authjs/augmentation.js';
import { fieldsAdded } from '../../authjs/session-fields.js';
import type { CallbacksInput } from './session-types.js';

interface Answer {
  readonly callbacks?: CallbacksInput | undefined;
  readonly typescript: boolean;
  readonly style: 'v4' | 'v5';
  readonly augmentation: Augmentation;
  readonly earlier?: object | undefined;
}

/** The name of the app's own callbacks in the module that has them. */
const KEPT = 'sessionCallbacks';

/** When the session ends, as Auth.js wrote it. */
export const EXPIRES = 'expires: new Date(sessionClaims.exp * 1000).toISOString()';

/** The end of `getSession()`: what the profile gives, or what the app's own callbacks make of it. */
export function answer({ callbacks, typescript, style, augmentation, earlier }: Answer): string {
  const expires = EXPIRES;
  const widened = new Set(augmentation.interfaces.map(({ name }) => name));
  // A cast where the app's types ask for more than the profile has: the callbacks add it, as they did to Auth.js's.
  // A row of Drizzle's may say of a field what Auth.js's types don't, and a plain cast refuses that.
  const through = callbacks?.table ? 'unknown as ' : '';
  const as = (type: string, isNeeded: boolean, isRow = false) =>
    typescript && (isNeeded || earlier !== undefined || (isRow && through !== ''))
      ? ` as ${isRow ? through : ''}${type}`
      : '';
  const hasOwnUser = widened.has('User') || widened.has('DefaultUser');
  // Types may say of a session what no callback puts there.
  if (!callbacks)
    return `  return { user, ${expires} }${as(sessionType(augmentation), fieldsAdded(augmentation.interfaces).length > 0)};`;
  const { client, strategy, hasJwt, occasions, account, keepsRow, mayEnd } = callbacks;
  const asUser = as(strategy === 'jwt' ? 'User' : 'User & { id: string }', hasOwnUser, true);
  // v5's session has a user for certain; where sessions are rows, it is the user's whole row.
  const base =
    style === 'v5'
      ? as('Session & { user: User }', true, strategy === 'database')
      : as(sessionType(augmentation), [...widened].some(isSession));
  const person = client === undefined ? 'user' : 'row';
  const token = '{ sub: user.id, name: user.name, email: user.email, picture: user.image }';
  const claims = `${token}${as('JWT', widened.has('JWT'))}`;
  const handed = person === 'user' && !asUser ? 'user' : `user: ${person}${asUser}`;
  const call = `${KEPT}.session({ session, ${strategy === 'jwt' ? 'token' : handed} })`;
  return [
    ...(client === undefined ? [] : [rowOf(client, callbacks), 'if (!row) return null; // nobody of this app yet']),
    `const session = { user${style === 'v5' && strategy === 'database' ? `: ${person}` : ''}, ${expires} }${base};`,
    ...(hasJwt
      ? [
          ...(account ? ['const account = await accountOf(userId);'] : []),
          `const ${keepsRow ? 'made' : 'token'} = await ${KEPT}.jwt({ token: ${claims}, ${handed}${account ? ', account' : ''}${occasions.includes('trigger') ? ', trigger: "signIn"' : ''} });`,
          ...(mayEnd ? [`if (!${keepsRow ? 'made' : 'token'}) return null; // as where Auth.js ended a session`] : []),
          ...(keepsRow
            ? [
                // Whoever signed in by a password had of the row what `authorize()` picked, and never its hash.
                `const token = JSON.parse(JSON.stringify(made, ${WITHOUT_SECRETS}))${typescript ? ' as JWT' : ''}; // as in Auth.js’s cookie: dates are text; no password leaves the server`,
              ]
            : []),
        ]
      : strategy === 'jwt'
        ? [`const token = ${claims};`]
        : []),
    ...(style === 'v5' && strategy === 'database' && client !== undefined
      ? [
          `return JSON.parse(JSON.stringify(await ${call}, ${WITHOUT_SECRETS}))${typescript ? ' as Session' : ''}; // as Auth.js’s answer: dates are text; no password leaves the server`,
        ]
      : [`return ${typescript ? `(await ${call}) as Session` : call};`]),
  ]
    .map((line) => `  ${line}`)
    .join('\n');
}

/** For `JSON.stringify()`: a row may hold more than a session should. */
const WITHOUT_SECRETS = '(key, value) => (/password|secret/i.test(key) ? undefined : value)';

/** The query for the row of whoever is signed in, with no more of it than Auth.js gave. */
function rowOf(client: string, { table, columns }: CallbacksInput): string {
  if (table) {
    const own = columns?.map((name) => `${name}: ${TABLE}.${name}`).join(', ');
    const id = table.hasNumericId ? 'Number(user.id)' : 'user.id';
    return `const [row] = await ${client}.select(${own ? `{ ${own} }` : ''}).from(${TABLE}).where(eq(${TABLE}.id, ${id}));`;
  }
  const select = columns ? `, select: { ${columns.map((name) => `${name}: true`).join(', ')} }` : '';
  return `const row = await ${client}.user.findUnique({ where: { id: user.id }${select} });`;
}

/** What the module calls Drizzle's table of users, which may be called as one of its own variables is. */
export const TABLE = 'usersTable';

/**
 * The account that Auth.js gave the jwt callback at a sign-in: the first that Clerk's user has at a provider, else a password
 * or an e-mail. Clerk does not say by which of them somebody came.
 */
export function accountFunction(account: 'provider' | 'tokens', typescript: boolean): string {
  const provider = 'external.provider.replace("oauth_", "")';
  const base = `provider: provider.replace("custom_", ""), type: "oauth", providerAccountId: external.providerUserId`;
  const tokens = typescript ? 'provider as Parameters<typeof client.users.getUserOauthAccessToken>[1]' : 'provider';
  return [
    `async function accountOf(userId${typescript ? ': string): Promise<Account | null>' : ')'} {`,
    '  const client = await clerkClient();',
    '  const { externalAccounts, passwordEnabled } = await client.users.getUser(userId);',
    '  const external = externalAccounts[0];',
    '  if (!external) {',
    `    const type = passwordEnabled ? "credentials" : "email";`,
    '    return { provider: type, type, providerAccountId: userId };',
    '  }',
    `  const provider = ${provider};`,
    ...(account === 'tokens'
      ? [
          `  const { data } = await client.users.getUserOauthAccessToken(userId, ${tokens});`,
          `  return { ${base}, access_token: data[0]?.token, id_token: data[0]?.idToken };`,
        ]
      : [`  return { ${base} };`]),
    '}',
  ].join('\n');
}

/** What the session is cast to. One whose own type says nothing of an id can't be taken for one that has it. */
function sessionType({ interfaces }: Augmentation): string {
  const user = interfaces.flatMap(({ name, members }) =>
    isSession(name) ? members.filter((each) => each.name === 'user') : [],
  );
  const hasAll = user.some(
    ({ text }) => /\bUser\b/.test(text) || (/\bid\b/.test(text) && /\bDefault(?:Session|User)\b/.test(text)),
  );
  return hasAll ? 'Session' : 'Session & { user: typeof user }';
}

const isSession = (name: string): boolean => name !== 'JWT';

/** How an earlier run's module calls the callbacks; undefined where it does not. */
export function readCallbacks(text: string): CallbacksInput | undefined {
  if (!text.includes(`${KEPT}.session(`)) return undefined;
  const selected =
    /\.user\.findUnique\(\{\s*where: \{ id: user\.id \},\s*select: \{([^}]*)\}/.exec(text)?.[1] ??
    /\.select\(\{([^}]*)\}\)\s*\.from\(usersTable\)/.exec(text)?.[1];
  const isDrizzle = /\.from\(usersTable\)/.test(text);
  return {
    imports: text.match(/^import (?!type\b)(?!.*@clerk\/nextjs)(?!\{ ensureUser \}).*$/gm) ?? [],
    hasJwt: text.includes(`${KEPT}.jwt(`),
    occasions: /\btrigger: ["']signIn["'] \}/.test(text) ? ['trigger'] : [],
    account: !text.includes('accountOf(')
      ? undefined
      : text.includes('getUserOauthAccessToken')
        ? 'tokens'
        : 'provider',
    mayEnd: /if \(!(?:made|token)\) return null/.test(text),
    strategy: /\.session\(\{ session, user/.test(text) ? 'database' : 'jwt',
    keepsRow: text.includes('JSON.parse(JSON.stringify(made'),
    client: /= await (\w+)\s*\.(?:user\.findUnique|select)\(/.exec(text)?.[1],
    table: isDrizzle ? { hasNumericId: /usersTable\.id,\s*Number\(/.test(text) } : undefined,
    columns:
      selected === undefined
        ? undefined
        : [...selected.matchAll(/\w+(?=: (?:true|usersTable\b))/g)].map(([name]) => name),
  };
}
