// Writes an app for the benchmark: `count` source files, so many of which use next-auth. The same arguments give the same app.
//   node bench/generate.mjs <folder> [count] [users]
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';

const SET_UP = {
  'package.json': `${JSON.stringify(
    {
      name: 'bench-app',
      private: true,
      dependencies: { next: '15.5.29', 'next-auth': '^4.24.15', react: '^19.3.1', 'react-dom': '^19.3.1' },
      devDependencies: { typescript: '^5.9.3' },
    },
    null,
    2,
  )}\n`,
  'tsconfig.json': `${JSON.stringify({ compilerOptions: { jsx: 'preserve', strict: true, paths: { '@/*': ['./*'] } } }, null, 2)}\n`,
  'lib/auth.ts': `import type { NextAuthOptions } from 'next-auth';
import GitHubProvider from 'next-auth/providers/github';

export const authOptions: NextAuthOptions = {
  providers: [GitHubProvider({ clientId: process.env.GITHUB_ID!, clientSecret: process.env.GITHUB_SECRET! })],
};
`,
  'app/api/auth/[...nextauth]/route.ts': `import NextAuth from 'next-auth';
import { authOptions } from '@/lib/auth';

const handler = NextAuth(authOptions);
export { handler as GET, handler as POST };
`,
  'middleware.ts': `export { default } from 'next-auth/middleware';

export const config = { matcher: ['/section/:path*'] };
`,
  'app/layout.tsx': `import { SessionProvider } from 'next-auth/react';

export default function RootLayout({ children }: { children: React.ReactNode }) {
  return (
    <html lang="en">
      <body>
        <SessionProvider>{children}</SessionProvider>
      </body>
    </html>
  );
}
`,
};

/** What every file has besides: ordinary code, some fifty lines of it. */
const body = (index) => `
interface Row${index} {
  id: string;
  title: string;
  tags: readonly string[];
  createdAt: Date;
}

${Array.from(
  { length: 4 },
  (_, part) => `/** Groups rows by tag ${part}. */
export function group${index}x${part}(rows: readonly Row${index}[]): Map<string, Row${index}[]> {
  const groups = new Map<string, Row${index}[]>();
  for (const row of rows) {
    for (const tag of row.tags) groups.set(tag, [...(groups.get(tag) ?? []), row]);
  }
  return groups;
}
`,
).join('\n')}
export function List${index}({ rows }: { rows: readonly Row${index}[] }) {
  return (
    <ul className="list">
      {rows.map((row) => (
        <li key={row.id} title={row.createdAt.toISOString()}>
          <strong>{row.title}</strong> {row.tags.length > 0 ? row.tags.join(', ') : <em>no tags</em>}
        </li>
      ))}
    </ul>
  );
}
`;

const onServer = (index) => `import { getServerSession } from 'next-auth';
import { redirect } from 'next/navigation';
import { authOptions } from '@/lib/auth';
${body(index)}
export default async function Page() {
  const session = await getServerSession(authOptions);
  if (!session?.user) redirect('/login');
  return <h1>{session.user.name}</h1>;
}
`;

const inBrowser = (index) => `'use client';

import { signOut, useSession } from 'next-auth/react';
${body(index)}
export function Account${index}() {
  const { data: session, status } = useSession();
  if (status === 'loading') return <p>…</p>;
  if (!session) return <p>Signed out</p>;
  return <button onClick={() => signOut({ callbackUrl: '/' })}>{session.user?.name}</button>;
}
`;

const plain = (index) => `import { useMemo } from 'react';
${body(index)}
export const useCount${index} = (rows: readonly Row${index}[]) => useMemo(() => rows.length, [rows]);
`;

/** @returns how many files were written, and how many of them use next-auth; with no users at all the app is not set up for it */
export function generate(folder, count = 1000, users = Math.round(count / 10)) {
  const setUp = users > 0 ? SET_UP : withoutAuth(SET_UP);
  const files = new Map(Object.entries(setUp));
  const every = users > 0 ? Math.max(1, Math.floor(count / users)) : Infinity;
  let made = 0;
  for (let index = 0; files.size < count + 2; index++) {
    const section = `section/part-${String(index % 40).padStart(2, '0')}`;
    if (made >= users || index % every !== 0) files.set(`components/${section}/plain-${index}.tsx`, plain(index));
    else {
      if (made % 2 === 0) files.set(`app/${section}/page-${index}/page.tsx`, onServer(index));
      else files.set(`components/${section}/account-${index}.tsx`, inBrowser(index));
      made++;
    }
  }
  for (const [path, text] of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return { files: files.size - 2, users: made };
}

/** The files that do not speak of next-auth, and a manifest without it. */
const withoutAuth = (files) =>
  Object.fromEntries(
    Object.entries(files)
      .filter(([path, text]) => path === 'package.json' || !text.includes('next-auth'))
      .map(([path, text]) => [path, text.replace(/\n.*"next-auth".*/, '')]),
  );

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const [folder, count, users] = process.argv.slice(2);
  if (folder === undefined) throw new Error('Give a folder: node bench/generate.mjs <folder> [count] [users]');
  console.log(generate(folder, Number(count ?? 1000), users === undefined ? undefined : Number(users)));
}
