import { describe, expect, it } from 'vitest';
import { migrate } from './migrate.js';

const AUTH = (inner: string) => `import { cache } from 'react';
import NextAuth from 'next-auth';
import GitHub from 'next-auth/providers/github';
import { note } from './lib/note';

const result = NextAuth({ providers: [GitHub] });

export const { handlers } = result;

/** Once a request. */
export const auth = cache(async () => {
  const session = await ${inner};
  note(session);
  return session;
});
`;

const PAGE = `import { auth } from '../auth';

export default async function Page() {
  const session = await auth();
  return <p>{session?.user?.name}</p>;
}
`;

describe('a function of the app’s own around auth()', () => {
  it('asks Clerk, and its callers stay as they are', async () => {
    const { after, sites } = await migrate({ 'auth.ts': AUTH('result.auth()'), 'app/page.tsx': PAGE });
    expect(after['auth.ts']).toBe(`import { cache } from 'react';
import { getSession } from './lib/clerk-session';
import { note } from './lib/note';

/** Once a request. */
export const auth = cache(async () => {
  const session = await getSession();
  note(session);
  return session;
});
`);
    expect(after).not.toHaveProperty(['app/page.tsx']);
    expect(sites('app/page.tsx')).toEqual(['bridged own-wrapper ../auth', 'bridged own-wrapper auth']);
    expect(sites('auth.ts')).toContain('bridged session-bridge auth');
  });

  it('keeps its callers where a barrel or a test’s mock stands between', async () => {
    const { after, sites } = await migrate({
      'auth.ts': AUTH('result.auth()'),
      'lib/index.ts': `export { auth } from '../auth';\n`,
      'app/page.tsx': PAGE.replace('../auth', '../lib'),
      'app/page.test.ts': `import { auth } from '../auth';\nvi.mock('../auth');\nvi.mocked(auth).mockResolvedValue(null);\n`,
    });
    expect(Object.keys(after).toSorted()).toEqual([
      'app/api/auth/[...nextauth]/route.ts',
      'app/layout.tsx',
      'auth.ts',
      'clerk.patch.json',
      'lib/clerk-session.ts',
      'middleware.ts',
      'package.json',
    ]);
    for (const path of ['lib/index.ts', 'app/page.tsx', 'app/page.test.ts'])
      expect(new Set(sites(path).map((site) => site.split(' ', 2).join(' ')))).toEqual(
        new Set(['bridged own-wrapper']),
      );
  });

  it('leaves its callers to a person where it can’t ask Clerk', async () => {
    const { after, sites } = await migrate({
      'auth.ts': AUTH('result.auth(...[])'),
      'app/page.tsx': PAGE,
    });
    expect(after['app/page.tsx']).toContain('// TODO(authjs-clerk): own-wrapper');
    expect(sites('app/page.tsx')).toEqual(['manual import-in-use ../auth', 'manual own-wrapper auth']);
    expect(after['auth.ts']).toContain('NextAuth({');
  });

  it('says so where Auth.js stays beside it for another reason', async () => {
    const { after, sites } = await migrate({
      'auth.ts': AUTH('result.auth()'),
      'lib/sign.ts': `import { getServerSession } from 'next-auth';\n\nexport const asks = [getServerSession];\n`,
      'app/page.tsx': PAGE,
    });
    expect(after['auth.ts']).toContain('await getSession()');
    expect(after['auth.ts']).toContain('NextAuth({');
    expect(sites('app/page.tsx')).toEqual(['manual import-in-use ../auth', 'manual own-wrapper-moved auth']);
  });
});

describe('what NextAuth() returned, used where it is made', () => {
  it('is a session call as anywhere', async () => {
    const { after } = await migrate({
      'auth.ts': `import NextAuth from 'next-auth';
import GitHub from 'next-auth/providers/github';

export const { auth, handlers } = NextAuth({ providers: [GitHub] });

export async function isSignedIn() {
  const session = await auth();
  return Boolean(session);
}
`,
    });
    expect(after['auth.ts']).toBe(`import { auth as clerkAuth } from '@clerk/nextjs/server';

export async function isSignedIn() {
  const { isAuthenticated } = await clerkAuth();
  return isAuthenticated;
}
`);
  });
});
