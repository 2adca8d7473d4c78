import { describe, expect, it } from 'vitest';
import { migrate } from './migrate.js';

const CONFIG = `import NextAuth, { type Session } from 'next-auth';
import type { JWT } from 'next-auth/jwt';
import GitHub from 'next-auth/providers/github';

/** Scripts call it, too. */
export const fill = (session: Session, token: JWT): Session => {
  session.rights = { read: token.sub !== undefined, write: false };
  return session;
};

export const { handlers, auth } = NextAuth({
  providers: [GitHub],
  callbacks: {
    jwt: ({ token, profile }) => ({ ...token, right: profile?.right }),
    session: ({ session, token }) => fill(session, token),
  },
});
`;
const TYPES = `import type { Plan } from '../lib/plan';

declare module 'next-auth' {
  /** What somebody may do. */
  interface Rights {
    read: boolean;
    write: boolean;
  }
  type Right = keyof Rights;
  type Broken = keyof typeof Session;

  interface Session {
    rights: Rights;
    plan?: Plan;
  }
}
`;
const FILES = {
  'auth.ts': CONFIG,
  'types/next-auth.d.ts': TYPES,
  'lib/plan.ts': "export type Plan = 'free' | 'pro';\n",
  'lib/may.ts':
    "import type { Right, Session as Current } from 'next-auth';\n\nexport const may = ({ rights }: Current, right: Right) => rights[right];\n",
  'lib/who.ts': "import { auth } from '../auth';\n\nexport const who = () => auth();\n",
  'scripts/fill.ts': "import { fill } from '../auth';\n\nconsole.log(fill({} as never, {}));\n",
};

describe('types that an app declares inside Auth.js’s module', () => {
  it('are declared in the generated module, and imported from there', async () => {
    const { after, sites } = await migrate(FILES);
    expect(after['lib/may.ts']).toContain(
      'import type { Right, Session as Current } from "./clerk-session"'.replaceAll('"', "'"),
    );
    expect(after['lib/clerk-session.ts']).toMatch(
      /export interface Rights \{\n {2}read: boolean;\n {2}write: boolean;\n\}/,
    );
    expect(after['lib/clerk-session.ts']).toContain('export type Right = keyof Rights;');
    expect(after['lib/clerk-session.ts']).toContain("import type { Plan } from './plan';");
    expect(after['types/next-auth.d.ts']).toBeNull();
    expect(sites('lib/may.ts')).toContain('bridged session-types Right');
  });

  it('stay with a person where they take a type for a value', async () => {
    const { after, sites } = await migrate({
      ...FILES,
      'lib/keys.ts': "import type { Broken } from 'next-auth';\n\nexport const keys: Broken[] = [];\n",
    });
    expect(sites('lib/keys.ts')).toContain('manual unhandled Broken');
    expect(after['lib/clerk-session.ts']).not.toContain('Broken');
  });

  it('are none of Auth.js’s own, which an app may widen', async () => {
    const { sites } = await migrate({
      ...FILES,
      'types/next-auth.d.ts': TYPES.replace(
        '  interface Session {',
        '  interface NextAuthRequest {\n    tenant: string;\n  }\n\n  interface Session {',
      ),
      'lib/request.ts':
        "import type { NextAuthRequest } from 'next-auth';\n\nexport const tenantOf = (request: NextAuthRequest) => request.tenant;\n",
    });
    expect(sites('lib/request.ts').join()).not.toContain('bridged');
  });

  it('leave the token’s type to no later run where code beside the set-up goes on', async () => {
    const { after, sites } = await migrate(FILES);
    expect(after['auth.ts']).toContain('export const fill');
    expect(after['auth.ts']).not.toContain('next-auth');
    expect(sites('auth.ts')).toContain('bridged session-types JWT');
  });
});
