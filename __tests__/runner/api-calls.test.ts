import { describe, expect, it } from 'vitest';
import { readProject } from '../../lib/project/index.js';
import { planRun } from '../../lib/runner/plan.js';
import { TRANSFORMS } from '../../transforms/index.js';
import { folder } from './folder.js';

const MANIFEST = { name: 'app', dependencies: { next: '^15.0.0', react: '^19.0.0', 'next-auth': '^4.24.0' } };

const AUTH = (options: string) => `import type { NextAuthOptions } from 'next-auth';
import GitHub from 'next-auth/providers/github';
import { PrismaAdapter } from '@next-auth/prisma-adapter';
import { db } from './db';

export const authOptions: NextAuthOptions = {
  ${options}
  providers: [GitHub({ clientId: 'id', clientSecret: 'secret' })],
};
`;

const ASKS = `import { getServerSession } from 'next-auth';
import { authOptions } from '@/lib/auth';
`;

const APP = {
  'package.json': JSON.stringify(MANIFEST),
  'tsconfig.json': JSON.stringify({ compilerOptions: { paths: { '@/*': ['./*'] } } }),
  'lib/db.ts': 'export const db = {} as any;\n',
  'lib/viewer.ts': `${ASKS}
export async function viewerName() {
  const session = await getServerSession(authOptions);
  return session?.user?.name ?? 'nobody';
}

export async function isSignedIn() {
  return (await getServerSession(authOptions)) !== null;
}

export const handOn = async (use: (session: unknown) => void) => use(await getServerSession(authOptions));
`,
  'lib/index.ts': `${'/'.repeat(80)}\n${'/* a */ '.repeat(40)}\nexport * from './viewer';\n`,
  'lib/types.ts': `import type { viewerName } from './viewer';\nexport type Name = ReturnType<typeof viewerName>;\n`,
  'app/page.tsx': `import { viewerName } from '@/lib';\n\nexport default async function Page() {\n  return <p>{await viewerName()}</p>;\n}\n`,
  'app/profile/page.tsx': `${ASKS}\nexport default async function Profile() {\n  const session = await getServerSession(authOptions);\n  return <p>{session?.user?.name}</p>;\n}\n`,
  'app/layout.tsx': `import { isSignedIn } from '@/lib/viewer';\nimport type { Name } from '@/lib/types';\n\nexport default async function Layout({ children }: { children: Name }) {\n  return (await isSignedIn()) ? children : null;\n}\n`,
  'app/api/me/route.ts': `import { handOn } from '../../../lib/viewer';\nexport const GET = () => handOn(console.log);\n`,
  'app/about/page.tsx': `export default function About() {\n  return <form action={save} />;\n}\nimport { save } from './actions';\n`,
  'app/about/actions.ts': `${'/'.repeat(80)}\n/* a */ /* b */\n'use server';\n\nimport { viewerName } from '@/lib/viewer';\n\nexport async function save() {\n  await viewerName();\n}\n`,
};

async function routesOf(files: Record<string, string>) {
  const project = await readProject(folder(files), { cwd: process.cwd() });
  const { report } = planRun(project, { transforms: TRANSFORMS, isPartial: false, todo: true });
  return Object.fromEntries(
    report.routes.map((route) => [
      route.path.replace(/^.*?\/(?=app\/|pages\/|middleware)/, ''),
      [route.kind, route.calls, route.callsWithClaims, route.queriesBefore],
    ]),
  );
}

describe('the calls to Clerk’s API of each route', () => {
  it('are counted through the names that it imports, next to the queries of database sessions', async () => {
    const routes = await routesOf({ ...APP, 'lib/auth.ts': AUTH('adapter: PrismaAdapter(db),') });
    expect(routes).toEqual({
      'app/about/actions.ts': ['server-actions', 1, 0, 1],
      'app/api/me/route.ts': ['app-route', 1, 0, 1],
      'app/layout.tsx': ['app-layout', 0, 0, 1],
      'app/page.tsx': ['app-page', 1, 0, 1],
      'app/profile/page.tsx': ['app-page', 1, 1, 1],
    });
  });

  it('stand next to none where sessions lived in a token', async () => {
    const routes = await routesOf({ ...APP, 'lib/auth.ts': AUTH("session: { strategy: 'jwt' },") });
    expect(routes).toEqual({
      'app/about/actions.ts': ['server-actions', 1, 0, 0],
      'app/api/me/route.ts': ['app-route', 1, 0, 0],
      'app/page.tsx': ['app-page', 1, 0, 0],
      'app/profile/page.tsx': ['app-page', 1, 1, 0],
    });
  });

  it('are counted where files call an auth of the app’s own, which asks Clerk now', async () => {
    const routes = await routesOf({
      'package.json': JSON.stringify({
        ...MANIFEST,
        dependencies: { ...MANIFEST.dependencies, 'next-auth': '5.0.0-beta.32' },
      }),
      'tsconfig.json': APP['tsconfig.json'],
      'auth.ts': `import NextAuth from 'next-auth';
import GitHub from 'next-auth/providers/github';

export const { handlers, auth, signIn, signOut } = NextAuth({ providers: [GitHub] });
`,
      'app/api/auth/[...nextauth]/route.ts': `import { handlers } from '@/auth';\n\nexport const { GET, POST } = handlers;\n`,
      'lib/index.ts': `export { auth as whoIsThere } from '../auth';\n`,
      'components/menu.tsx': `import { whoIsThere } from '@/lib';

export async function Menu({ show }: { show: (session: unknown) => string }) {
  return <p>{show(await whoIsThere())}</p>;
}
`,
      'app/layout.tsx': `import { Menu } from '@/components/menu';

export default function Layout() {
  return <Menu show={String} />;
}
`,
      'app/twice/page.tsx': `import { auth } from '@/auth';

export default async function Page() {
  console.log(await auth());
  return <pre>{JSON.stringify(await auth())}</pre>;
}
`,
      'app/other/page.tsx': `export default function Other() {\n  return null;\n}\n`,
    });
    expect(routes).toEqual({ 'app/layout.tsx': ['app-layout', 1, 0, 0], 'app/twice/page.tsx': ['app-page', 2, 0, 0] });
  });

  it('say where they are made', async () => {
    const project = await readProject(folder({ ...APP, 'lib/auth.ts': AUTH('') }), { cwd: process.cwd() });
    const { report, files } = planRun(project, { transforms: TRANSFORMS, isPartial: false, todo: true });
    const route = report.routes.find(({ path }) => path.endsWith('app/page.tsx'))!;
    expect(route.places).toEqual([
      {
        path: expect.stringMatching(/lib\/viewer\.ts$/) as string,
        line: expect.any(Number) as number,
        call: 'getSession()',
      },
    ]);
    const text = files.find(({ path }) => path.endsWith('lib/viewer.ts'))!.after!;
    expect(text.split('\n')[route.places[0]!.line - 1]).toContain('getSession()');
  });

  it('are none where nothing was moved', async () => {
    const { 'lib/viewer.ts': _, ...rest } = APP;
    const untouched = Object.fromEntries(Object.entries(rest).filter(([path]) => !path.includes('profile')));
    expect(await routesOf({ ...untouched, 'lib/viewer.ts': 'export const viewerName = async () => "";\n' })).toEqual(
      {},
    );
  });
});
