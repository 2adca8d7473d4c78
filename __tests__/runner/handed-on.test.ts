import { describe, expect, it } from 'vitest';
import { migrate } from './migrate.js';

const AUTH = `import NextAuth from 'next-auth';
import GitHub from 'next-auth/providers/github';

export const { handlers, auth } = NextAuth({ providers: [GitHub] });
`;

const LAYOUT = `import { SessionProvider } from '../lib/react';

export default ({ children }) => <html><body><SessionProvider>{children}</SessionProvider></body></html>;
`;

const ASKS = `'use client';
import { useSession } from '../../lib/react';

export default function Me() {
  const { data: session } = useSession();
  return <p>{session?.user?.name}</p>;
}
`;

/** What stands in the place of the call is the same text. */
const LEAVES = `'use client';
import { signOut, useSession } from '../../lib/react';

export default function Me() {
  const { data: session } = useSession();
  return <p onClick={() => { console.log('bye'); void signOut(); }}>{session?.user?.name}</p>;
}
`;

/** Who calls it in the end can't be told: it is left to a person. */
const HANDS_OVER = `'use client';
import { signOut, useSession } from '../../lib/react';
import { later } from '../../lib/later';

export default function Me() {
  const { data: session } = useSession();
  later(async () => window.location.assign((await signOut({ redirect: false })).url));
  return <p>{session?.user?.name}</p>;
}
`;

const app = (react: string, page: string) =>
  migrate({
    'auth.ts': AUTH,
    'app/layout.tsx': LAYOUT,
    'app/me/page.tsx': page,
    'lib/later.ts': 'export const later = (run: () => void) => setTimeout(run, 1000);\n',
    'lib/react.ts': react,
  });

/** What a file of the app's own hands on, in the forms that there are. */
const FORMS: readonly (readonly [string, string])[] = [
  ['export … from', "export { SessionProvider, signOut, useSession } from 'next-auth/react';\n"],
  ['export *', "export * from 'next-auth/react';\n"],
  [
    'a clause',
    "import { SessionProvider, signOut, useSession } from 'next-auth/react';\n\nexport { SessionProvider, signOut, useSession };\n",
  ],
  [
    'constants',
    `import { SessionProvider as Provider, signOut as leave, useSession as ask } from 'next-auth/react';

export const SessionProvider = Provider;
export const signOut = leave;
export const useSession = ask;
`,
  ],
  [
    'constants in a clause',
    `import { SessionProvider as Provider, signOut as leave, useSession as ask } from 'next-auth/react';

const SessionProvider = Provider;
const useSession = ask;
export { SessionProvider, leave as signOut, useSession };
`,
  ],
  [
    'constants with types of their own',
    `import type { DefaultSession } from 'next-auth';
import { useSession as ask, type SessionContextValue } from 'next-auth/react';

export { SessionProvider, signOut } from 'next-auth/react';

interface Session extends DefaultSession {
  user?: DefaultSession['user'] & { id: string; role: string };
}

// @ts-expect-error The session holds more than Auth.js knows.
export const useSession: () => Session & SessionContextValue = ask;
`,
  ],
];

describe('what a file hands on of next-auth/react', () => {
  it.each(FORMS)('goes with its last importer in one run: %s', async (_, react) => {
    for (const page of [ASKS, LEAVES]) {
      const { after } = await app(react, page);
      expect(after['auth.ts']).toBeNull();
      expect(after['app/me/page.tsx']).not.toContain('lib/react');
      expect(after['lib/react.ts']).toBeNull();
    }
  });

  it.each(FORMS)('stays for an importer that stays, whose import still leads there: %s', async (form, react) => {
    const { after } = await app(react, HANDS_OVER);
    expect(after['app/me/page.tsx']).toContain("import { signOut } from '../../lib/react'");
    const stays = 'lib/react.ts' in after ? after['lib/react.ts'] : react;
    expect(stays).toMatch(/export \* from|export const signOut|export \{[^}]*signOut/);
    // Who signs out needs the package alone. What a clause names is parted from the rest by hand: the set-up waits for that.
    expect(after['auth.ts'] === null).toBe(form !== 'constants in a clause');
  });

  it('stays for a type that a person has to write, through a second file that hands it on', async () => {
    const { after, sites } = await migrate({
      'auth.ts': AUTH,
      'app/me/page.tsx': `import type { SignInResponse } from '../../lib';

export const said = ({ error }: SignInResponse) => error;
export default () => null;
`,
      'lib/index.ts': "export type { SignInResponse } from './react';\n",
      'lib/react.ts': "export type { SignInResponse } from 'next-auth/react';\n",
    });
    expect(after['lib/index.ts']).toBeUndefined();
    expect(after['lib/react.ts']).toBeUndefined();
    expect(sites('lib/index.ts')).toEqual(['manual import-in-use ./react']);
    expect(sites('lib/react.ts')).toEqual(['manual import-in-use next-auth/react']);
    expect(after['auth.ts']).toBeNull();
  });

  it('goes where only the set-up that goes takes it', async () => {
    const { after } = await migrate({
      'auth.ts': `import NextAuth from 'next-auth';
import type { NextAuthConfig } from './lib/react';

const options: NextAuthConfig = { providers: [] };
export const { handlers, auth } = NextAuth(options);
`,
      'lib/react.ts': "export type { NextAuthConfig } from 'next-auth';\n",
    });
    expect(after['auth.ts']).toBeNull();
    expect(after['lib/react.ts']).toBeNull();
  });

  it('is left to a person beside a use of its own', async () => {
    const { sites } = await app(
      `import { SessionProvider, signOut, useSession as ask } from 'next-auth/react';

export { SessionProvider, signOut };
export const useSession = ask;
export const both = [useSession, useSession];
`,
      ASKS,
    );
    expect(sites('lib/react.ts')).toContain('manual session-call-as-value useSession');
  });
});
