import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runChain, type FixtureOptions } from '../helpers/chain.js';
import type { Variant } from './variants.js';

const FOLDER = join(import.meta.dirname, '..', '..', '__testfixtures__', 'middleware');

/** Auth.js with the fields in the session that the fixtures read. */
const NEXT_AUTH = `import NextAuth from 'next-auth-5';
const session = ({ session, token }) => ({ ...session, user: { ...session.user, id: token.sub, role: token.role } });
export default (config = {}) => NextAuth({ providers: [], ...config, callbacks: { session, ...config.callbacks } });
`;
const AUTH = `import NextAuth from 'next-auth';\nexport const { auth } = NextAuth();\n`;

/** What the fixtures import besides packages. */
const MODULES: Readonly<Record<string, string>> = {
  'auth.ts': AUTH,
  'auth.config.ts': `export const authConfig = {};`,
  'lib/pages.ts': `export const guestPages = ['/login', '/join']; export const openPages = ['/', '/about', '/pricing'];`,
  'lib/open.ts': `export const isOpen = async (path) => path === '/about';`,
};

/** The fixtures that are rewritten whole. */
export const FIXTURES: readonly Variant[] = readdirSync(FOLDER).flatMap((file): Variant[] => {
  const [name, extension] = file.split('.input.');
  if (name === undefined || extension === undefined) return [];
  const before = readFileSync(join(FOLDER, file), 'utf8');
  const options = JSON.parse(readFileSync(join(FOLDER, `${name}.options.json`), 'utf8')) as FixtureOptions;
  const { text, sites } = runChain(`${name}.${extension}`, before, options);
  const isWhole =
    sites.every(({ outcome }) => outcome !== 'manual') && sites.some(({ rule }) => rule.startsWith('middleware'));
  if (text === null || !isWhole) return [];
  const authjs = name.startsWith('v5') ? 'v5' : 'v4';
  const modules = { ...MODULES, ...(authjs === 'v5' ? { 'next-auth': NEXT_AUTH } : {}), ...configOf(options) };
  const app = (middleware: string) =>
    ({ files: { ...modules, 'middleware.ts': middleware }, entry: 'middleware.ts', authjs }) as const;
  return [{ name, before: app(before), after: app(text), manual: [] }];
});

/** The config whose callback decides, and an instance that is made with it. */
function configOf({ authorizedIn: config }: FixtureOptions): Record<string, string> {
  if (config === undefined) return {};
  const instance = /\bauth\b[^=]*= NextAuth\(/.test(config)
    ? `export { auth } from './auth.config';`
    : `import NextAuth from 'next-auth';\nimport { authConfig } from './auth.config';\nexport const { auth } = NextAuth(authConfig);`;
  return { 'auth.config.ts': config, 'auth.ts': instance, 'db.ts': 'export const db = {};' };
}
