import { describe, expect, it } from 'vitest';
import { parseSync } from 'oxc-parser';
import { child, childList, isFunction, nameOf, walk, type Node } from '../../lib/ast/tree.js';
import { readProject } from '../../lib/project/index.js';
import { planRun } from '../../lib/runner/plan.js';
import { TRANSFORMS } from '../../transforms/index.js';
import { folder } from '../runner/folder.js';

type Version = 'v4' | 'v5';

/** How each version asks in the App Router, in an API route, and in getServerSideProps. */
const ASKS = {
  v4: {
    imports: "import { getServerSession } from 'next-auth';\nimport { authOptions } from '@/lib/auth';\n",
    app: 'getServerSession(authOptions)',
    api: 'getServerSession(req, res, authOptions)',
    props: 'getServerSession(context.req, context.res, authOptions)',
  },
  v5: { imports: "import { auth } from '@/auth';\n", app: 'auth()', api: 'auth(req, res)', props: 'auth(context)' },
};

const SET_UP = {
  v4: {
    'lib/auth.ts': `import type { NextAuthOptions } from 'next-auth';

export const authOptions: NextAuthOptions = { providers: [], pages: { signIn: '/login' } };
`,
    'app/api/auth/[...nextauth]/route.ts': `import NextAuth from 'next-auth';
import { authOptions } from '@/lib/auth';

const handler = NextAuth(authOptions);
export { handler as GET, handler as POST };
`,
  },
  v5: {
    'auth.ts': `import NextAuth from 'next-auth';

export const { handlers, auth } = NextAuth({ providers: [], pages: { signIn: '/login' } });
`,
    'app/api/auth/[...nextauth]/route.ts': `import { handlers } from '@/auth';

export const { GET, POST } = handlers;
`,
  },
};

interface Kind {
  readonly path: string;
  /** `ASK` stands for the call by which the version asks. */
  readonly before: string;
  readonly after: string;
  readonly asks?: 'app' | 'api' | 'props';
  /** Whether Clerk's lint rule looks at such a function, and takes the outcome for a guard. */
  readonly isSeen: boolean;
}

const ACTIONS = `export async function save(text: string) {
  GUARD throw new Error('Sign in');
  return text;
}

export async function remove(id: string) {
  GUARD return { error: 'Sign in' };
  return { id };
}
`;
const SESSION = 'const session = await ASK;\n  if (!session)';
const CLERK = 'const { isAuthenticated } = await auth();\n  if (!isAuthenticated)';
const IMPORT = "import { auth } from '@clerk/nextjs/server';\n";

/** A function that asks first, and leaves where nobody is signed in. */
const guarded = (text: string, isSeen = true): Pick<Kind, 'before' | 'after' | 'isSeen'> => ({
  before: text.replaceAll('GUARD', SESSION),
  after: text.replaceAll('GUARD', CLERK),
  isSeen,
});

const KINDS: Readonly<Record<string, Kind>> = {
  'a page, with the way back': {
    path: 'app/desk/page.tsx',
    ...guarded(`import { redirect } from 'next/navigation';

export default async function Page() {
  GUARD redirect('/login?callbackUrl=/desk');
  return <h1>Desk</h1>;
}
`),
  },
  'a page that asks for its parameters first': {
    path: 'app/notes/[id]/page.tsx',
    ...guarded(
      `import { redirect } from 'next/navigation';

export default async function Page({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  GUARD redirect(\`/login?callbackUrl=/notes/\${id}\`);
  return <h1>{id}</h1>;
}
`,
      false,
    ),
  },
  'a page that leads to the page of Auth.js': {
    path: 'app/built-in/page.tsx',
    before: `import { redirect } from 'next/navigation';

export default async function Page() {
  ${SESSION} redirect('/api/auth/signin?callbackUrl=/built-in');
  return <h1>Desk</h1>;
}
`,
    after: `
export default async function Page() {
  ${CLERK} return (await auth()).redirectToSignIn({ returnBackUrl: '/built-in' });
  return <h1>Desk</h1>;
}
`,
    isSeen: true,
  },
  'a page for nobody else': {
    path: 'app/hidden/page.tsx',
    ...guarded(`import { notFound } from 'next/navigation';

export default async function Page() {
  GUARD notFound();
  return <h1>Desk</h1>;
}
`),
  },
  'a layout': {
    path: 'app/inside/layout.tsx',
    ...guarded(`import { redirect } from 'next/navigation';
import type { ReactNode } from 'react';

export default async function Layout({ children }: { children: ReactNode }) {
  GUARD {
    redirect('/login');
  }
  return children;
}
`),
  },
  'a layout that asks in the test': {
    path: 'app/within/layout.tsx',
    before: `import { redirect } from 'next/navigation';
import type { ReactNode } from 'react';

export default async function Layout({ children }: { children: ReactNode }) {
  if (!(await ASK)) redirect('/login');
  return children;
}
`,
    after: `import { redirect } from 'next/navigation';
import type { ReactNode } from 'react';

export default async function Layout({ children }: { children: ReactNode }) {
  ${CLERK} redirect('/login');
  return children;
}
`,
    isSeen: true,
  },
  'Server Actions of a file': { path: 'app/actions.ts', ...guarded(ACTIONS) },
  'a Server Action inside a page': {
    path: 'app/form/page.tsx',
    ...guarded(`
export default function Page() {
  const save = async () => {
    'use server';
    GUARD throw new Error('Sign in');
  };
  return <form action={save} />;
}
`),
  },
  'handlers of a route': {
    path: 'app/api/notes/route.ts',
    ...guarded(`
export async function GET() {
  GUARD return Response.json({ error: 'Sign in' }, { status: 401 });
  return Response.json([]);
}

export const POST = async () => {
  GUARD return new Response(null, { status: 403 });
  return Response.json([]);
};
`),
  },
  'an API route': {
    path: 'pages/api/rows.ts',
    asks: 'api',
    before: `
export default async function handler(req, res) {
  ${SESSION} return res.status(401).json({ error: 'Sign in' });
  res.json([]);
}
`,
    after: `
export default async function handler(req, res) {
  const { isAuthenticated } = getAuth(req);
  if (!isAuthenticated) return res.status(401).json({ error: 'Sign in' });
  res.json([]);
}
`,
    isSeen: false,
  },
  'getServerSideProps, with the way back': {
    path: 'pages/report.tsx',
    asks: 'props',
    before: `
export const getServerSideProps = async (context) => {
  ${SESSION}
    return { redirect: { destination: \`/login?callbackUrl=\${context.resolvedUrl}\`, permanent: false } };
  return { props: {} };
};

export default () => <h1>Report</h1>;
`,
    after: `
export const getServerSideProps = async (context) => {
  const { isAuthenticated } = getAuth(context.req);
  if (!isAuthenticated)
    return { redirect: { destination: \`/login?callbackUrl=\${context.resolvedUrl}\`, permanent: false } };
  return { props: {} };
};

export default () => <h1>Report</h1>;
`,
    isSeen: false,
  },
};

const REQUIRED = `'use client';
import { useSession } from 'MODULE';

export function Name() {
  const { data, status } = useSession({ required: true });
  return status === 'loading' ? null : <p>{data.user?.name}</p>;
}
`;
const CALLBACK = `'use client';
import { useSession } from 'MODULE';
import { useRouter } from 'next/navigation';

export function Own() {
  const router = useRouter();
  const { status } = useSession({ required: true, onUnauthenticated: () => router.push('/login?callbackUrl=/own') });
  return status === 'loading' ? null : <p>In</p>;
}
`;

const inputOf = (version: Version, { before, asks = 'app', path }: Kind): string => {
  const { imports, ...calls } = ASKS[version];
  const text = `${imports}${before}`.replaceAll('ASK', calls[asks]);
  return path === 'app/actions.ts' ? `'use server';\n\n${text}` : text;
};

const runs = new Map<Version, Promise<Record<string, string | null>>>();

/** What one run makes of an app with guards of every kind. */
function migrated(version: Version): Promise<Record<string, string | null>> {
  if (!runs.has(version)) runs.set(version, migrate(version));
  return runs.get(version)!;
}

async function migrate(version: Version): Promise<Record<string, string | null>> {
  const dir = folder({
    'package.json': JSON.stringify({
      dependencies: { next: '^15.5.9', react: '^19.0.0', 'next-auth': version === 'v4' ? '^4.24.0' : '5.0.0-beta.30' },
    }),
    'tsconfig.json': JSON.stringify({ compilerOptions: { paths: { '@/*': ['./*'] } } }),
    'app/layout.tsx': 'export default ({ children }) => <html><body>{children}</body></html>;\n',
    'app/login/page.tsx': 'export default () => null;\n',
    ...SET_UP[version],
    ...Object.fromEntries(Object.values(KINDS).map((kind) => [kind.path, inputOf(version, kind)])),
    'components/required.tsx': REQUIRED.replace('MODULE', 'next-auth/react'),
    'components/own.tsx': CALLBACK.replace('MODULE', 'next-auth/react'),
  });
  const options = { transforms: TRANSFORMS, isPartial: false, todo: true };
  const { files } = planRun(await readProject('.', { cwd: dir }), options);
  return Object.fromEntries(files.map(({ path, after }) => [path.slice(dir.length + 1), after]));
}

/**
 * Whether Clerk's rule `require-auth-protection` takes a function for protected (docs of @clerk/eslint-plugin 0.2.0):
 * what it asks stands first, and the exit right behind it.
 */
function isProtected(fn: Node): boolean {
  const [first, second] = childList(child(fn, 'body'), 'body').filter((each) => !each['directive']);
  const [declarator] = childList(first, 'declarations');
  const awaited = child(child(declarator, 'init'), 'argument');
  const names = childList(child(declarator, 'id'), 'properties').map((each) => nameOf(child(each, 'key')));
  const test = child(second, 'test');
  return (
    nameOf(child(awaited, 'callee')) === 'auth' &&
    second?.type === 'IfStatement' &&
    test?.['operator'] === '!' &&
    names.includes(nameOf(child(test, 'argument')))
  );
}

describe.each(['v4', 'v5'] as const)('guards of an app of next-auth %s', (version) => {
  it.each(Object.entries(KINDS))('%s', async (_, kind) => {
    const text = (await migrated(version))[kind.path]!;
    const imports = kind.asks ? "import { getAuth } from '@clerk/nextjs/server';\n" : IMPORT;
    const directive = kind.path === 'app/actions.ts' ? "'use server';\n\n" : '';
    expect(text).toBe(`${directive}${imports}${kind.after}`);
    const program = parseSync(kind.path, text).program as unknown as Node;
    const asking = [...walk(program)].filter((node) => isFunction(node) && node['async'] === true);
    expect(asking.map(isProtected)).toEqual(asking.map(() => kind.isSeen));
  });

  it('a component that needs somebody, by a hook that sends others to sign in', async () => {
    const after = await migrated(version);
    const MODULE = '@/lib/clerk-session-client';
    expect(after['components/required.tsx']).toBe(REQUIRED.replace('MODULE', MODULE));
    expect(after['components/own.tsx']).toBe(CALLBACK.replace('MODULE', MODULE));
    expect(after['lib/clerk-session-client.ts']).toContain(
      'if (options?.onUnauthenticated) options.onUnauthenticated();\n    else void redirectToSignIn();',
    );
  });

  it('leaves nothing of Auth.js, and Clerk runs wherever it is asked', async () => {
    const after = await migrated(version);
    expect(Object.values(after).join('\n')).not.toMatch(/next-auth|TODO\(authjs-clerk\)/);
    expect(after['middleware.ts']).toContain('clerkMiddleware()');
  });
});
