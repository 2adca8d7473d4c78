import { expect, it } from 'vitest';
import { migrate } from './migrate.js';

const AUTH = `import NextAuth, { type DefaultSession } from 'next-auth';
import type { Plan } from './plans';

interface Extra {
  plan: Plan;
}

declare module 'next-auth' {
  interface Session {
    user: DefaultSession['user'] & Extra;
  }
}

export const { auth, handlers } = NextAuth({
  providers: [],
  callbacks: {
    jwt({ token, session }) {
      return { ...token, ...session };
    },
    session({ session, token }) {
      session.user.plan = token.plan as Plan;
      return session;
    },
  },
});
`;
const PAGE = `import { auth } from '../auth';

export default async function Page() {
  const session = await auth();
  return <p>{session ? 'in' : 'out'}</p>;
}
`;
const PLANS = `export type Plan = 'free' | 'pro';\n`;
const client = (taken: string, shown: string) => `'use client';
import { useSession } from 'next-auth/react';

export default function Upgrade() {
  const { ${taken} } = useSession();
  return <button onClick={() => update({ plan: 'pro' })}>{${shown}}</button>;
}
`;

const files = (upgrade: string) => ({
  'auth.ts': AUTH,
  'plans.ts': PLANS,
  'app/page.tsx': PAGE,
  'app/upgrade.tsx': upgrade,
});

it('what an app adds to Auth.js’s types stays while code that is left reads it, with what it is written with', async () => {
  const { after, sites } = await migrate(files(client('data: session, update', 'session?.user.plan')));
  expect(after['app/upgrade.tsx']).toContain(`from 'next-auth/react'`);
  expect(after['auth.ts']).toContain(`import { type DefaultSession } from 'next-auth';`);
  expect(after['auth.ts']).toContain('interface Extra {\n  plan: Plan;\n}');
  expect(after['auth.ts']).toContain(`interface Session {\n    user: DefaultSession['user'] & Extra;\n  }`);
  expect(after['auth.ts']).not.toContain('NextAuth(');
  expect(sites('auth.ts')).toContain('manual auth-augmentation next-auth');
});

it('and goes where that code reads nothing of a session', async () => {
  const { after } = await migrate(files(client('update', "'Upgrade'")));
  expect(after['app/upgrade.tsx']).toContain(`from 'next-auth/react'`);
  expect(after['auth.ts'] ?? '').not.toContain('declare module');
});
