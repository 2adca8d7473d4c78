import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { commitAll, runOn } from './app.js';
import { folder } from './folder.js';

const PROVIDERS = `'use client';
import { SessionProvider } from 'next-auth/react';

export default function Providers({ children }) {
  return <SessionProvider>{children}</SessionProvider>;
}
`;
const NESTED = `import { SessionProvider } from 'next-auth/react';
import { Theme } from '../theme';

export default function App({ Component, pageProps: { session, ...pageProps } }) {
  return (
    <Theme>
      <SessionProvider session={session}>
        <Component {...pageProps} />
      </SessionProvider>
    </Theme>
  );
}
`;
const ROUTE = `import NextAuth from 'next-auth';

const handler = NextAuth({ providers: [] });
export { handler as GET, handler as POST };
`;

/** What a run makes of an app whose TypeScript and types of React are these. */
async function migrated(
  devDependencies: Record<string, string>,
  files: Record<string, string>,
  lock: Record<string, string> = {},
) {
  const dependencies = { next: '13.5.7', react: '18.2.0', 'next-auth': '4.24.5' };
  const packages = Object.entries(lock).map(([name, version]) => [`node_modules/${name}`, { version }]);
  const dir = folder({
    'package.json': JSON.stringify({ name: 'app', dependencies, devDependencies }),
    'package-lock.json': JSON.stringify({ packages: Object.fromEntries(packages) }),
    'tsconfig.json': '{}\n',
    'app/layout.tsx': 'export default ({ children }) => <html><body>{children}</body></html>;\n',
    'app/api/auth/[...nextauth]/route.ts': ROUTE,
    ...files,
  });
  commitAll(dir);
  const { report } = await runOn(dir);
  return {
    after: (path: string) => readFileSync(join(dir, path), 'utf8'),
    notes: report.followUps.filter(({ title }) => title.startsWith('Raise TypeScript')),
  };
}

const OLD = { typescript: '^4.9.5', '@types/react': '^18.2.0' };
const NEW = { typescript: '^5.0.0', '@types/react': '^18.0.0' };

describe('TypeScript that knows no async components', () => {
  it('is told to expect an error at Clerk’s provider, above its line', async () => {
    const { after, notes } = await migrated(OLD, { 'app/providers.tsx': PROVIDERS, 'pages/_app.tsx': NESTED });
    expect(after('app/providers.tsx')).toMatch(
      /\n {2}\/\/ @ts-expect-error Clerk’s provider .*\n {2}return <ClerkProvider>\{children\}<\/ClerkProvider>;\n/,
    );
    expect(after('pages/_app.tsx')).toMatch(
      /\n {4}<Theme>\n {6}\{\/\* @ts-expect-error .* \*\/\}\n {6}<ClerkProvider \{\.\.\.pageProps\}>\n/,
    );
    expect(notes.map(({ detail }) => /in (\S+)\. /.exec(detail)?.[1])).toEqual(['app/providers.tsx', 'pages/_app.tsx']);
  });

  it('and at one that is put into the root layout', async () => {
    const layout = `export default function Layout({ children }: { children: React.ReactNode }) {
  return (
    <html>
      <body>
        {children}
      </body>
    </html>
  );
}
`;
    const page = `'use client';
import { useSession } from 'next-auth/react';

export default function Page() {
  const { data } = useSession();
  return <p>{data ? 'in' : 'out'}</p>;
}
`;
    const { after } = await migrated(OLD, { 'app/layout.tsx': layout, 'app/page.tsx': page });
    expect(after('app/layout.tsx')).toMatch(/<body>\n {8}\{\/\* @ts-expect-error .* \*\/\}\n {8}<ClerkProvider>\n/);
  });

  it('is known by its types of React as well, by what the lock file holds', async () => {
    const files = { 'app/providers.tsx': PROVIDERS };
    expect((await migrated(NEW, files, { '@types/react': '18.0.28' })).notes).toHaveLength(1);
    expect((await migrated(NEW, files, { typescript: '5.0.4' })).notes).toHaveLength(1);
    expect((await migrated({ typescript: '5.0.4' }, files)).notes).toHaveLength(1);
  });

  it('and nothing is expected of one that is newer, or may be, or of JavaScript', async () => {
    const locked = { typescript: '5.1.6', '@types/react': '18.2.8' };
    for (const [types, lock] of [
      [NEW, locked],
      [NEW, {}],
      [{ typescript: 'latest' }, {}],
      [{}, {}],
    ] as const) {
      const { after, notes } = await migrated(types, { 'app/providers.tsx': PROVIDERS }, lock);
      expect(after('app/providers.tsx')).not.toContain('@ts-');
      expect(notes).toEqual([]);
    }
    const { after, notes } = await migrated(OLD, { 'app/providers.jsx': PROVIDERS });
    expect(after('app/providers.jsx')).toContain('<ClerkProvider>');
    expect(after('app/providers.jsx')).not.toContain('@ts-');
    expect(notes).toEqual([]);
  });
});

describe('TypeScript without `satisfies`', () => {
  const AUTH = {
    'lib/auth.ts': `import { getServerSession, type NextAuthOptions } from 'next-auth';
import { planOf } from './plans';

export const authOptions: NextAuthOptions = {
  providers: [],
  callbacks: {
    async session({ session, token }) {
      session.user.plan = await planOf(token.sub);
      return session;
    },
  },
};

export const getAuth = () => getServerSession(authOptions);
`,
    'lib/plans.ts': 'export const planOf = async (id?: string) => (id ? "pro" : "free");\n',
  };

  it('has the callbacks’ type written in front', async () => {
    const { after } = await migrated({ typescript: '~4.8.4' }, AUTH);
    expect(after('lib/auth.ts')).toContain('export const sessionCallbacks: SessionCallbacks = {');
    expect(after('lib/auth.ts')).not.toContain('satisfies');
  });

  it('and one that knows it has it behind', async () => {
    const { after } = await migrated({ typescript: '^4.9.3' }, AUTH);
    expect(after('lib/auth.ts')).toContain('} satisfies SessionCallbacks;');
    expect(after('lib/auth.ts')).toContain('export const sessionCallbacks = {');
  });
});
