import { describe, expect, it } from 'vitest';
import { fieldsAdded } from '../../lib/authjs/session-fields.js';
import { scanOne } from '../../lib/source/scan-one.js';

const configOf = (callbacks: string) =>
  scanOne(
    'auth.ts',
    `import type { NextAuthOptions } from 'next-auth';\nexport const authOptions: NextAuthOptions = { providers: [], callbacks: ${callbacks} };`,
  ).configs[0]!;

const shapeOf = (session: string) => configOf(`{ ${session} }`).shape;

describe('an id that callbacks.session makes a number of', () => {
  it.each([
    ['session({ session, token }) { session.user.id = Number(token.id); return session }'],
    ['session: ({ session, token }) => ({ ...session, user: { ...session.user, id: parseInt(token.sub!, 10) } })'],
    ['session({ session, user }) { session.user.id = Number.parseInt(user.id, 10); return session }'],
    ['session({ session, token }) { session.user.id = +token.sub; return session }'],
  ])('is told apart in %s', (session) => {
    expect(shapeOf(session)).toMatchObject({ extra: ['user.id'], hasNumericId: true });
  });

  it.each([
    ['session({ session, token }) { session.user.id = Number(token.tenant); return session }'],
    ['session({ session, token }) { session.user.id = -token.sub; return session }'],
    ['session({ session, token }) { session.user.id = decode(token.sub); return session }'],
  ])('is another thing in %s', (session) => {
    expect(shapeOf(session)).not.toHaveProperty('hasNumericId');
  });
});

describe('what callbacks.session puts into a session', () => {
  it.each([
    ['session({ session, token }) { session.user.id = token.sub; return session }'],
    ['session: ({ session, user }) => ({ ...session, user: { ...session.user, id: user.id } })'],
    [
      'async session({ session, token }) { if (token) { session.user.name = token.name; session.user.image = token.picture } return session }',
    ],
    [
      'async session({ session }) { const row = await db.find(session.user.email); session.user.id = row._id.toString(); return session }',
    ],
    ['session(params) { return params.session }'],
    ['session: async (params) => { const { session, token } = params; session.user.id = token.sub; return session }'],
    ['session: async ({ session: current, token }) => { current.user!.id = token.id as string; return current }'],
  ])('is nothing of its own in %s', (session) => {
    expect(shapeOf(session)).toMatchObject({ extra: [] });
  });

  it.each([
    ['session({ session, token }) { session.user.role = token.role; return session }', ['user.role']],
    ['session: ({ session, token }) => ({ ...session, accessToken: token.accessToken })', ['accessToken']],
    ['session(params) { params.session.user.role = params.token.role; return params.session }', ['user.role']],
    [
      'session: ({ session, user }) => ({ ...session, user: { ...session.user, id: user.id, plan: user.plan } })',
      ['user.plan'],
    ],
    [
      'session({ session, token }) { session.user = { ...session.user, team: token.team }; return session }',
      ['user.team'],
    ],
    ['session({ session, token }) { session.user.name = `${token.first}`; return session }', ['user.name']],
  ])('is named in %s', (session, extra) => {
    expect(shapeOf(session)).toMatchObject({ extra });
  });

  it.each([
    [true, 'session({ session, token }) { session.user.id = token.sub; return session }'],
    [true, 'session: ({ session, user }) => ({ ...session, user: { ...session.user, id: user.id } })'],
    [true, 'session({ session, user }) { if (session?.user && user) session.user!.id = user.id; return session }'],
    [false, 'session({ session, token }) { Object.assign(session.user, token.more); return session }'],
    [false, 'session({ session, token }) { const person = session.user; person.role = token.role; return session }'],
    [false, 'session({ session, token }) { const user = session.user || {}; user.role = token.role; return session }'],
    [false, 'session({ session, token }) { const all = { session }; all.session.role = token.role; return session }'],
    [false, 'session(params) { fill(params.session.user); return params.session }'],
  ])('is all there is: %s, in %s', (isWhole, session) => {
    expect(shapeOf(session)).toEqual({ extra: [], isWhole });
  });

  it.each([
    ['session: sessionCallback'],
    ['session(params) { return complete(params) }'],
    ['session: ({ ...params }) => params.session'],
    ['session({ session, token }) { return complete(session, token) }'],
    ['session({ session, token }) { Object.assign(session, token); return session }'],
    ['session: ({ session, token }) => ({ ...session, ...token })'],
    ['session({ session, token }) { session.user = token.user; return session }'],
  ])('can’t be told from %s', (session) => {
    expect(shapeOf(session)).toHaveProperty('unknown');
  });

  it('is nothing where there is no such callback, and unknown where the callbacks come from elsewhere', () => {
    expect(shapeOf('jwt({ token }) { return token }')).toBeUndefined();
    expect(configOf('shared').shape).toHaveProperty('unknown');
  });
});

describe('callbacks.signIn', () => {
  it.each([
    ['signIn() { return true }', false],
    ['async signIn({ user }) { await note(user); return true }', false],
    ['async signIn({ user }) { try { await note(user); return true } catch { return false } }', false],
    ['signIn: () => true', false],
    ['signIn({ user }) { if (!user.email) return false; return true }', true],
    ['signIn: ({ user }) => allowed.has(user.email)', true],
    ['signIn({ user }) { return user.isNew ? "/welcome" : true }', true],
    ['signIn: checkUser', true],
    ['async signIn({ user }) { if (!user.email) throw new Error("no"); return true }', true],
    ['async signIn({ user }) { try { await note(user) } catch (error) { throw error } return true }', false],
  ])('%s decides: %s', (signIn, decides) => {
    expect(configOf(`{ ${signIn} }`).decidesSignIn).toBe(decides);
  });

  it.each([
    ['callbacks: rules', 'const rules = { signIn: () => false };', true],
    ['callbacks: rules', 'const rules = { signIn: () => true };', false],
    ['callbacks: rules', 'const rules = { jwt: ({ token }) => token };', false],
    ['callbacks: rules', 'import { rules } from "./rules";', true],
    ['callbacks', 'import { callbacks } from "./rules";', true],
    ['callbacks: rulesFor(db)', '', true],
    ['callbacks: { ...rules }', 'import { rules } from "./rules";', true],
    ['callbacks: { ...rules }', 'const rules = { jwt: ({ token }) => token };', false],
    ['callbacks: { ...others.callbacks }', 'import { others } from "./others";', false],
    ['callbacks: { ...sessionCallbacks }', 'import { sessionCallbacks } from "./others";', false],
    ['callbacks: { signIn }', 'function signIn() { return true }', false],
    ['callbacks: { signIn }', 'const signIn = ({ user }) => known(user);', true],
    ['callbacks: { [name]: () => false }', 'const name = "signIn";', true],
  ])('%s with %s decides: %s', (callbacks, above, decides) => {
    const text = `import NextAuth from 'next-auth';\n${above}\nexport default NextAuth({ providers: [], ${callbacks} });\n`;
    expect(scanOne('auth.ts', text).configs.at(-1)!.decidesSignIn).toBe(decides);
  });

  it('is seen in options that hold nothing else', () => {
    const text = `import type { NextAuthConfig } from 'next-auth';\nexport const part = { callbacks: { signIn: () => false } } satisfies NextAuthConfig;\n`;
    expect(scanOne('auth.config.ts', text).configs).toMatchObject([{ decidesSignIn: true }]);
  });
});

describe('fields that augmentations add', () => {
  const added = (text: string) =>
    fieldsAdded(
      scanOne('auth.d.ts', `import type { DefaultSession } from 'next-auth';\ndeclare module 'next-auth' { ${text} }`)
        .augmentation!.interfaces,
    );

  it('are none for an id and Auth.js’s own', () => {
    expect(added(`interface Session { user: { id: string } & DefaultSession['user'] }`)).toEqual([]);
    expect(
      added(`interface Session extends DefaultSession { user: User & { id: UserId /* role: string */ } }`),
    ).toEqual([]);
  });

  it('are named, also where a type hides them', () => {
    expect(added(`interface Session { user: { id: string; role: 'a' | 'b' } & DefaultSession['user'] }`)).toEqual([
      'role',
    ]);
    expect(added(`interface Session { accessToken?: string }`)).toEqual(['accessToken']);
    expect(added(`interface Session { user: ExtendedUser }`)).toEqual(['ExtendedUser']);
    expect(added(`interface Session { user: User } interface User { role: string }`)).toEqual(['role']);
  });
});
