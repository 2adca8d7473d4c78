import { describe, expect, it } from 'vitest';
import { Bindings } from '../../lib/ast/bindings.js';
import { programOf } from '../../lib/ast/parse.js';
import { parseWithOxc } from '../../lib/scan/oxc.js';
import { readCallbacks } from '../../lib/scan/session-callbacks.js';
import { scanOne } from '../../lib/source/scan-one.js';

const SESSION = 'session({ session, token }) { session.accessToken = token.accessToken; return session }';
const KEEPS = `if (account) {
  return { ...token, accessToken: account.access_token, refreshToken: account.refresh_token, ends: account.expires_at };
}`;
const GOOGLE = 'Google({ clientId, clientSecret })';

/** What becomes of callbacks in options with these providers: what is kept of them, or why not, by either parser. */
function read(jwt: string, { session = SESSION, providers = GOOGLE, more = '' } = {}) {
  const text = `import type { NextAuthOptions } from 'next-auth';
import Google from 'next-auth/providers/google';
import Credentials from 'next-auth/providers/credentials';
import { audit, db, renewed } from './own';

export const authOptions: NextAuthOptions = {
  providers: [${providers}], ${more}
  callbacks: { async jwt({ token, user, account }) { ${jwt} }, ${session} },
};
`;
  const { configs, sites } = scanOne('auth.ts', text);
  const [oxc, babel] = [parseWithOxc, programOf].map((parse) => {
    const program = parse('auth.ts', text);
    const kept = readCallbacks({
      path: 'auth.ts',
      program,
      bindings: new Bindings(program),
      options: configs[0]!,
      sites,
    });
    return typeof kept === 'string'
      ? kept
      : { account: [...kept.account].toSorted(), names: [...kept.tokenNames], needsRow: kept.needsRow };
  });
  expect(babel).toEqual(oxc);
  return oxc;
}

describe('a jwt callback that renews the provider’s token', () => {
  const kept = { account: ['provider', 'renewal', 'tokens'], names: ['accessToken'], needsRow: false };

  it.each([
    ['behind a test of its end', `${KEEPS} if (Date.now() < token.ends * 1000) return token; return renewed(token)`],
    [
      'by a constant, and ends the session where that fails',
      `${KEEPS} const isOver = token.ends * 1000 < Date.now(); if (!isOver) return token;
       try { return await renewed(token) } catch { await db.account.delete({}); return null }`,
    ],
    [
      'in other branches',
      `${KEEPS} else if (Date.now() < token.ends) { return token } else { if (!token.refreshToken) return null; return renewed(token) }`,
    ],
    ['never', `${KEEPS} return token`],
  ])('lives on, since Clerk does that: %s', (_, jwt) => {
    expect(read(jwt)).toEqual(kept);
  });

  it.each([
    ['does not end at a sign-in', 'if (account) { token.refreshToken = account.refresh_token } return token'],
    ['does something else at each read', `${KEEPS} await audit(token); return renewed(token)`],
    [
      'looks somebody up at each read',
      `${KEEPS} const found = await db.user.findUnique({}); if (!found) return null; return token`,
    ],
    [
      'asks for more than the account',
      KEEPS.replace('if (account)', 'if (account?.provider === "google")') + ' return renewed(token)',
    ],
  ])('waits for a person where it %s', (_, jwt) => {
    expect(read(jwt)).toEqual(expect.any(String));
  });

  it('waits for a person where sessions hold what nobody has any more', () => {
    const session = 'session({ session, token }) { session.refresh = token.refreshToken; return session }';
    expect(read(`${KEEPS} return renewed(token)`, { session })).toContain('more of account than Clerk gives');
  });

  it('may keep the whole user where that is what the provider tells', () => {
    const whole = KEEPS.replace('...token', 'user').replace('if (account)', 'if (account && user)');
    const jwt = `${whole} return renewed(token)`;
    expect(read(jwt)).toEqual(kept);
    for (const other of [
      { providers: 'Google({ clientId, profile: (raw) => ({ id: raw.sub, plan: raw.plan }) })' },
      { providers: 'Google({ clientId, profile(raw) { return { id: raw.sub, plan: raw.plan } } })' },
      { providers: 'Google({ ...shared })' },
      { providers: `${GOOGLE}, Credentials({ authorize: (given) => find(given) })` },
      { more: 'adapter: own(db),' },
    ])
      expect(read(jwt, other)).toEqual(expect.any(String));
  });
});
