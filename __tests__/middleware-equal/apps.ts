import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';
import { migrate } from '../../lib/api/index.js';
import type { Preferences } from '../../lib/runner/preferences.js';
import type { App } from './bundle.js';
import type { Variant } from './variants.js';

/** Each folder is an app, as far as its middleware goes; what every app has besides comes from here. */
const FOLDER = join(import.meta.dirname, 'variants');

type Files = Readonly<Record<string, string>>;

export const NAMES: readonly string[] = readdirSync(FOLDER).sort();

const isMiddleware = (path: string): boolean => /^(?:src\/)?(?:middleware|proxy)\.[jt]s$/.test(path);

/** The options of v4 and the instance of v5: both put a role into the session. */
const SET_UP = {
  v4: `import type { NextAuthOptions } from 'next-auth';
import GitHubProvider from 'next-auth/providers/github';

export const authOptions: NextAuthOptions = {
  providers: [GitHubProvider({ clientId: process.env.GITHUB_ID!, clientSecret: process.env.GITHUB_SECRET! })],
};
`,
  v5: `import NextAuth from 'next-auth';
import GitHub from 'next-auth/providers/github';

export const { handlers, auth, signIn, signOut } = NextAuth({
  providers: [GitHub],
  callbacks: {
    session({ session, token }) {
      session.user.role = token.role;
      return session;
    },
  },
});
`,
} as const;

const ROUTE = {
  v4: `import NextAuth from 'next-auth';
import { authOptions } from '@/auth';

const handler = NextAuth(authOptions);

export { handler as GET, handler as POST };
`,
  v5: `import { handlers } from '@/auth';

export const { GET, POST } = handlers;
`,
} as const;

/** `v5-proxy-role`: an app of next-auth 5; the rest of the name says what is particular about it. */
function appNamed(name: string): App {
  const folder = join(FOLDER, name);
  const own = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => statSync(join(folder, path)).isFile())
    .map((path): [string, string] => [path.split(sep).join('/'), readFileSync(join(folder, path), 'utf8')]);
  const authjs = name.startsWith('v5') ? 'v5' : 'v4';
  const entry = own.find(([path]) => isMiddleware(path))![0];
  const src = entry.startsWith('src/') ? 'src/' : '';
  const dependencies = {
    next: entry.endsWith('proxy.ts') ? '^16.0.10' : '^15.5.9',
    'next-auth': authjs === 'v5' ? '5.0.0-beta.32' : '^4.24.15',
    'next-intl': '^4.5.0',
    react: '^19.1.4',
    'react-dom': '^19.1.4',
  };
  const compilerOptions = { strict: true, jsx: 'preserve', paths: { '@/*': [`./${src}*`] } };
  return {
    authjs,
    entry,
    files: {
      'package.json': JSON.stringify({ name: 'app', private: true, dependencies }, null, 2),
      'tsconfig.json': JSON.stringify({ compilerOptions }),
      [`${src}auth.ts`]: SET_UP[authjs],
      [`${src}app/api/auth/[...nextauth]/route.ts`]: ROUTE[authjs],
      [`${src}app/layout.tsx`]: `export default function Layout({ children }) {\n  return (\n    <html>\n      <body>{children}</body>\n    </html>\n  );\n}\n`,
      ...Object.fromEntries(own),
    },
  };
}

/** The app before and after a whole run. */
export async function variantNamed(name: string, options: Partial<Preferences> = {}): Promise<Variant> {
  const before = appNamed(name);
  const { files, report } = await migrate({ ...options, files: before.files });
  const sites = report.files.filter(({ path }) => path === before.entry).flatMap((file) => file.sites);
  const manual = sites.flatMap(({ outcome, rule, message }) => (outcome === 'manual' ? `${rule}: ${message}` : []));
  return { name, before, after: { ...before, files: files as Files, entry: entryOf(files) }, manual };
}

const entryOf = (files: Files): string => Object.keys(files).find(isMiddleware)!;
