import { describe, expect, it } from 'vitest';
import { placesIn, quickly, scanApp } from './app.js';

const TYPE = `import NextAuth, { getServerSession, type NextAuthOptions } from 'next-auth';\n`;
/** Takes all that a set-up may export, by names that say nothing of Auth.js. */
const TAKES = `import given, { options, more, handler, GET, POST, create, session } from '@/lib/auth';
export const a = [given, options, more, handler, GET, POST, create(), session()];`;

/** The sites that a parser and the tokens both find of a set-up, and whether the parser was asked for it. */
function read(text: string): { isParsed: boolean; taken: string[] } {
  const files = { 'lib/auth.ts': text, 'a.ts': TAKES };
  const taken = placesIn(scanApp(files).files).filter((place) => place.startsWith('a.ts')); // which compares
  return {
    isParsed: quickly(files).parsed.includes('lib/auth.ts'),
    taken: taken.map((place) => place.split(' ').at(-1)!),
  };
}

describe('a plain set-up is read from its tokens', () => {
  it.each<[string, string, string[]]>([
    ['options with a type', `export const options: NextAuthOptions = { providers: [] };`, ['options']],
    ['options that satisfy one', `export const options = { providers: [] } satisfies NextAuthOptions;`, ['options']],
    [
      'options that are given',
      `export const options = { providers: [] };\nexport default NextAuth(options);`,
      ['options', 'given'],
    ],
    [
      'options that are exported by another name',
      `const own: NextAuthOptions = {};\nexport { own as more };`,
      ['more'],
    ],
    [
      'a function that makes options, by its type',
      `export async function create(a?: { b: string }): Promise<NextAuthOptions> { const c: NextAuthOptions = {}; return c; }`,
      ['create'],
    ],
    [
      'an arrow function with such a type',
      `export const create = (): NextAuthOptions => ({ providers: [] });`,
      ['create'],
    ],
    [
      'handlers',
      `const handler = NextAuth({ providers: [] });\nexport { handler as GET, handler as POST };`,
      ['GET', 'POST'],
    ],
    [
      'what a function gives back',
      `export const options: NextAuthOptions = {};\nexport default options;`,
      ['options', 'given'],
    ],
    [
      'a function that asks for a session',
      `export const options: NextAuthOptions = {};\nexport const session = async () => { const made = options; return getServerSession(made); };`,
      ['options'],
    ],
    [
      'a function whose constants are no options',
      `export const options: NextAuthOptions = {};\nexport const session = async () => {
  const made = { ...options };
  const found = await getServerSession(made);
  if (found) { return found; }
  return made;
};`,
      ['options'],
    ],
    [
      'a route that gives its own options',
      `export default async function auth(req, res) { if (!req) return res.end(); return await NextAuth(req, res, {}); }`,
      [],
    ],
    [
      'types and other code',
      `export type A = NextAuthOptions['pages'];\nexport interface B { a: string }\nclass C { d = 1 }`,
      [],
    ],
  ])('%s', (_, text, taken) => {
    const found = read(`${TYPE}${text}\n`);
    expect(new Set(found.taken.filter((name) => name !== '@/lib/auth'))).toEqual(new Set(taken));
    expect(found.isParsed).toBe(false);
  });

  it('with what another file makes of the options', () => {
    const files = {
      'lib/auth.ts': `${TYPE}export const create = async (): Promise<NextAuthOptions> => ({ providers: [] });\n`,
      'pages/api/auth/[...nextauth].ts': `import NextAuth from 'next-auth';\nimport { create } from '../../../lib/auth';\nexport default async function auth(req, res) { const options = await create(); return NextAuth(req, res, options); }\n`,
    };
    const places = placesIn(scanApp(files).files).filter((place) => place.startsWith('pages/'));
    expect(places.filter((place) => place.endsWith(' create'))).toHaveLength(1);
    expect(quickly(files).parsed).toEqual([]);
  });

  it('is found by who imports it from the route', () => {
    const files = {
      'pages/api/auth/[...nextauth].ts': `${TYPE}export const options: NextAuthOptions = {};\nexport default NextAuth(options);\n`,
      'server/session.ts': `import { getServerSession } from 'next-auth';\nimport { options } from '../pages/api/auth/[...nextauth]';\nexport const session = () => getServerSession(options);\n`,
    };
    const places = placesIn(scanApp(files).files);
    expect(places.filter((place) => /server\/session.* options$/.test(place))).toHaveLength(1);
    expect(quickly(files).parsed).toEqual([]);
  });
});

describe('one that is not plain goes to the parser, which finds the same', () => {
  it.each([
    ['an alias', `const own: NextAuthOptions = {};\nexport const options = own;`],
    ['a maker without a type', `export const create = () => { const made: NextAuthOptions = {}; return made; };`],
    ['a maker of another', `const own: NextAuthOptions = {};\nexport function create() { return own; }`],
    [
      'a maker with an inner function',
      `export const create = () => { const made: NextAuthOptions = { a: () => { return null; } }; return made; };`,
    ],
    ['a pattern', `export const { handlers, auth } = NextAuth({});`],
    ['an instance that is used', `const handler = NextAuth({});\nexport const more = handler.auth;`],
    ['options of options', `const own = {};\nexport const options = { ...own };\nexport default NextAuth(options);`],
    ['a type around that of the options', `export const options: Partial<NextAuthOptions> = {};`],
    ['more than one variable', `export const options: NextAuthOptions = {}, more = 1;`],
    ['CommonJS', `const options: NextAuthOptions = {};\nmodule.exports = { options };\nexport {};`],
    ['a factory', `export const create = () => NextAuth({});`],
    ['a call around it', `export const handler = wrap(NextAuth({}));`],
    ['a member of it', `export const handler = NextAuth({}).handlers;`],
  ])('%s', (_, text) => {
    expect(read(`${TYPE}${text}\n`).isParsed).toBe(true);
  });
});
