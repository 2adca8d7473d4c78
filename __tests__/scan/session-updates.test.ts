import { describe, expect, it } from 'vitest';
import { child, childList } from '../../lib/ast/tree.js';
import { parseWithOxc } from '../../lib/scan/oxc.js';
import { updatesTaken, type RunsWith } from '../../lib/scan/session-updates.js';

/** Reads callbacks as they stand in an options object. */
function taken(
  jwt: string,
  session = '({ session, token }) => { session.user.role = token.role; return session; }',
  runsWith?: RunsWith,
) {
  const program = parseWithOxc('auth.ts', `const callbacks = { jwt: ${jwt}, session: ${session} };`);
  const [declaration] = childList(program, 'body');
  const object = child(childList(declaration, 'declarations')[0], 'init');
  const [first, second] = childList(object, 'properties').map((each) => child(each, 'value'));
  return updatesTaken(first, second, runsWith);
}

const ON_UPDATE = (code: string) => `if (trigger === "update" && session) { ${code} }`;
const JWT = (code: string, parameters = '{ token, user, trigger, session }') =>
  `async (${parameters}) => { ${code} return token; }`;

describe('what of update(data) lasts where the callbacks live on', () => {
  const AT_SIGN_IN =
    'if (trigger === "signIn" && user) { token.name = user.name; token.role = user.role; return token; }';
  const names = '({ session, token }) => ({ ...session, user: { name: token.name, role: token.role } })';
  const jwt = JWT(`${AT_SIGN_IN} ${ON_UPDATE('token.name = session.user.name; token.role = session.user.role;')}`);

  it.each([
    ['row', []],
    ['profile', ['user']],
    ['nothing', ['user']],
  ] as const)('with the %s of a user', (runsWith, expected) => {
    expect(taken(jwt, names, runsWith)).toEqual(expected);
  });

  it('is what nothing else makes', () => {
    expect(
      taken(
        JWT(ON_UPDATE('token.theme = session.theme;')),
        '({ session, token }) => ({ ...session, theme: token.theme })',
        'row',
      ),
    ).toEqual(['theme']);
  });
});

describe('what of update(data) lasts', () => {
  it.each([
    ['nothing is taken', JWT('if (user) token.role = user.role;'), []],
    ['the data is not looked at', JWT('if (trigger === "update") token.role = await roleOf(token.sub);'), []],
    ['a field', JWT(ON_UPDATE('token.role = session.role;')), ['role']],
    ['a field of a person', JWT(ON_UPDATE('token.role = session.user.role;')), ['user']],
    ['a field of another name', JWT('if (given) token.role = given.level;', '{ token, session: given }'), ['level']],
    ['what is made anew', JWT(`${ON_UPDATE('token.role = session.role;')} token.role = await roleOf(user);`), []],
    [
      'what is made anew at a sign-in alone',
      JWT(`if (account) token.role = 1; token.role ??= session.role;`),
      ['role'],
    ],
    [
      'what is made anew in a part',
      JWT(
        `if (user) token.user = { id: user.id, role: await roleOf(user) }; ${ON_UPDATE('token.user.role = session.role;')}`,
        undefined,
      ),
      [],
    ],
    ['what no session shows', JWT(ON_UPDATE('token.last = session.last;')), []],
    ['the profile', JWT(`token.name = user.name; ${ON_UPDATE('token.name = session.name;')}`), ['name']],
    ['what comes back', JWT(ON_UPDATE('return { ...token, role: session.role };')), ['role']],
    [
      'only some',
      JWT(ON_UPDATE('if ("role" in session) token.role = session.role; if (session.last) token.last = session.last;')),
      ['role'],
    ],
    ['all of it', JWT(ON_UPDATE('return { ...token, ...session };')), 'all'],
    ['all of it, by a function', JWT(ON_UPDATE('Object.assign(token, session);')), 'all'],
    ['all of it, under another name', JWT(ON_UPDATE('const given = session; token.role = given.role;')), 'all'],
    ['a parameter in one piece', 'async (params) => ({ ...params.token, ...params.session })', 'all'],
    ['the rest', JWT('', '{ token, ...rest }'), 'all'],
    ['a function from elsewhere', 'jwtCallback', 'all'],
  ])('%s', (_, jwt, fields) => {
    expect(taken(jwt)).toEqual(fields);
  });

  it('is all of it where the token is shown whole, or the session callback is told', () => {
    const jwt = JWT(ON_UPDATE('token.last = session.last;'));
    expect(taken(jwt, '({ session, token }) => ({ ...session, ...token })')).toEqual(['last']);
    expect(taken(jwt, '({ session, token }) => { session.user = token.user; return session; }')).toEqual([]);
    expect(taken(JWT(''), '({ session, newSession }) => ({ ...session, ...newSession })')).toEqual('all');
  });
});
