import { describe, expect, it } from 'vitest';
import { loadModule } from '../helpers/load-module.js';
import { runOn } from './typed-run.js';

const AUTH = (jwt: string, session: string) => `import type { NextAuthOptions } from 'next-auth';
import GitHub from 'next-auth/providers/github';

export const authOptions: NextAuthOptions = {
  session: { strategy: 'jwt' },
  providers: [GitHub({ clientId: 'id', clientSecret: 'secret' })],
  callbacks: {
    jwt({ token, account }) {
      ${jwt}
      return token;
    },
    session({ session, token }) {
      ${session}
      return session;
    },
  },
};
`;

const TYPES = (session: string, token: string) => `import type { DefaultSession } from 'next-auth';

declare module 'next-auth' {
  interface Session {
    ${session}
  }
}

declare module 'next-auth/jwt' {
  interface JWT {
    ${token}
  }
}
`;

const CLIENT = (read: string) => `'use client';

import { useSession } from 'next-auth/react';

export function Repos() {
  const { data: session } = useSession();
  return <p>{session && ${read}}</p>;
}
`;

const BASE = {
  'package.json': JSON.stringify({ name: 'app', dependencies: { next: '^15', react: '^19', 'next-auth': '^4.24.0' } }),
  'tsconfig.json': '{ "compilerOptions": { "strict": true } }',
  'app/layout.tsx':
    'export default ({ children }: { children: React.ReactNode }) => <html><body>{children}</body></html>;\n',
  'app/api/auth/[...nextauth]/route.ts': `import NextAuth from 'next-auth';
import { authOptions } from '../../../../lib/auth';

const handler = NextAuth(authOptions);
export { handler as GET, handler as POST };
`,
  'app/api/repos/route.ts': `import { getServerSession } from 'next-auth';
import { authOptions } from '../../../lib/auth';

export async function GET() {
  const session = await getServerSession(authOptions);
  return Response.json({ authorization: \`Bearer \${session?.accessToken}\` });
}
`,
  'stubs.d.ts': `declare module 'next-auth/providers/github' { export default function GitHub(options: object): never }`,
  'lib/auth.ts': AUTH(
    'if (account) token.accessToken = account.access_token;',
    'session.accessToken = token.accessToken;',
  ),
  'types/next-auth.d.ts': TYPES(
    "accessToken?: string;\n    user: { id: string } & DefaultSession['user'];",
    'accessToken?: string;',
  ),
  'app/repos.tsx': CLIENT('session.accessToken'),
};

type Result = Awaited<ReturnType<typeof runOn>>;
const sites = ({ report }: Result, path: string) =>
  report.files
    .find((file) => file.path === path)!
    .sites.map(({ outcome, rule, symbol }) => `${outcome} ${rule} ${symbol}`);

/** What the generated route answers where `getSession()` yields a session. */
async function answerOf(route: string, session: object | null) {
  const { GET } = loadModule<{ GET(): Promise<Response> }>(route, {
    'next/server': { NextResponse: Response },
    '../../../lib/clerk-session': { getSession: async () => session },
  });
  return (await GET()).json();
}

describe('a provider’s token that the app’s callbacks put into its sessions', () => {
  it('is the server’s, and a client component that reads it is left to a person', async () => {
    const result = await runOn(BASE);
    expect(sites(result, 'app/api/repos/route.ts')).toContain('bridged session-bridge getServerSession');
    expect(sites(result, 'app/repos.tsx')).toContain('manual session-secret useSession');
    expect(result.after['app/repos.tsx']).toMatch(/TODO\(authjs-clerk\): session-secret — .*getUserOauthAccessToken\(/);
    expect(result.errors).toEqual([]);
    expect(result.again).toEqual([]);
  });

  it('does not come out of the route that the browser asks', async () => {
    const { after } = await runOn(BASE);
    const route = after['app/api/clerk-session/route.ts']!;
    const user = { id: 'u1', name: 'Ada' };
    expect(await answerOf(route, { user, expires: 'soon', accessToken: 'gho_1' })).toEqual({ user, expires: 'soon' });
    expect(await answerOf(route, null)).toBeNull();
  });

  it('is told of by its name in the session, whatever that is, and by where else it may be read', async () => {
    const result = await runOn({
      ...BASE,
      'lib/auth.ts': AUTH(
        'if (account) token.github = account.access_token;',
        'if (session.user) session.user.gitHub = token.github;',
      ),
      'types/next-auth.d.ts': TYPES(
        "user: { id: string; gitHub?: string } & DefaultSession['user'];",
        'github?: string;',
      ),
      'app/api/repos/route.ts': BASE['app/api/repos/route.ts'].replace('?.accessToken', '?.user.gitHub'),
      'app/repos.tsx': CLIENT('session.user.gitHub'),
      'app/list.tsx': `import type { Session } from 'next-auth';

export const List = ({ session }: { session: Session }) => <b>{session.user.gitHub}</b>;
`,
    });
    expect(sites(result, 'app/repos.tsx')).toContain('manual session-secret useSession');
    const note = result.report.followUps.find(({ rule }) => rule === 'session-secret')!;
    expect(note.title).toBe('Sessions hold no gitHub in the browser any more');
    expect(note.detail).toContain('app/list.tsx:3');
    expect(note.detail).not.toMatch(/lib\/auth\.ts|api\/repos/);
    const user = { id: 'u1' };
    const route = result.after['app/api/clerk-session/route.ts']!;
    expect(await answerOf(route, { user: { ...user, gitHub: 'gho_1' }, expires: 'soon' })).toEqual({
      user,
      expires: 'soon',
    });
    expect(result.errors).toEqual([]);
    expect(result.again).toEqual([]);
  });

  it('concerns nobody where the callbacks read of the account only who came by it', async () => {
    const result = await runOn({
      ...BASE,
      'lib/auth.ts': AUTH('if (account) token.provider = account.provider;', 'session.provider = token.provider;'),
      'types/next-auth.d.ts': TYPES(
        "provider?: string;\n    user: { id: string } & DefaultSession['user'];",
        'provider?: string;',
      ),
      'app/api/repos/route.ts': BASE['app/api/repos/route.ts'].replace('accessToken', 'provider'),
      'app/repos.tsx': CLIENT('session.provider'),
    });
    expect(sites(result, 'app/repos.tsx')).toContain('bridged session-bridge useSession');
    expect(result.after['app/api/clerk-session/route.ts']).toContain('NextResponse.json(await getSession(),');
    expect(result.errors).toEqual([]);
  });
});
