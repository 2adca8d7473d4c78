import { describe, expect, it } from 'vitest';
import { imbalance } from '../../lib/ledger.js';
import { readProject } from '../../lib/project/index.js';
import { planRun } from '../../lib/runner/plan.js';
import { TRANSFORMS } from '../../transforms/index.js';
import { folder } from './folder.js';

const APP = {
  'package.json': JSON.stringify({
    name: 'app',
    dependencies: { next: '^15.5.9', react: '^19.0.0', 'next-auth': '^4.24.0' },
  }),
  'tsconfig.json': '{}',
  'app/layout.tsx': 'export default ({ children }) => <html><body>{children}</body></html>;\n',
  'app/page.tsx': `import { getServerSession } from 'next-auth';
import { authOptions } from '../lib/auth/options';

export default async function Page() {
  const session = await getServerSession(authOptions);
  return <p>{session ? 'in' : 'out'}</p>;
}
`,
  'app/api/auth/[...nextauth]/route.ts': `import NextAuth from 'next-auth';
import { authOptions } from '../../../../lib/auth/options';

const handler = NextAuth(authOptions);
export { handler as GET, handler as POST };
`,
  'lib/auth/options.ts': `import type { NextAuthOptions } from 'next-auth';
import { chosen } from './providers';

export const authOptions: NextAuthOptions = { providers: await chosen() };
`,
  'lib/auth/providers.ts': `import type { Provider } from 'next-auth/providers';
import github, { scopes } from './github';

const wanted = () => ['github', 'ldap'];

export async function chosen(): Promise<Provider[]> {
  const { ldap } = await import('./ldap');
  return wanted().map((name) => (name === 'ldap' ? ldap : github));
}

export const names = ['github', ...scopes];
`,
  'lib/auth/github.ts': `import GitHub from 'next-auth/providers/github';

export const scopes = ['repo'];

export default GitHub({ clientId: 'id', clientSecret: 'secret' });
`,
  'lib/auth/ldap.ts': `import Credentials from 'next-auth/providers/credentials';

const bind = async (name?: string) => (name ? { id: name } : null);

export const ldap = Credentials({ credentials: {}, authorize: async () => bind('ada') });
`,
};

async function planOn(files: Readonly<Record<string, string>>) {
  const dir = folder(files);
  const project = await readProject('.', { cwd: dir });
  const { files: planned, report } = planRun(project, { transforms: TRANSFORMS, isPartial: false, todo: true });
  expect(imbalance(report)).toBeUndefined();
  return {
    report,
    after: Object.fromEntries(planned.map(({ path, after }) => [path.slice(dir.length + 1), after])) as Record<
      string,
      string | null
    >,
  };
}

describe('exports that only the set-up uses', () => {
  it('go with it, whichever file they stand in, and what other code uses stays', async () => {
    const { after, report } = await planOn(APP);
    expect(after['lib/auth/options.ts']).toBeNull();
    expect(after['lib/auth/ldap.ts']).toBeNull();
    expect(after['lib/auth/github.ts']).toBe("export const scopes = ['repo'];\n");
    expect(after['lib/auth/providers.ts']).toBe(
      "import { scopes } from './github';\n\nexport const names = ['github', ...scopes];\n",
    );
    expect(after['package.json']).not.toContain('next-auth');
    expect(report.summary.sitesManual).toBe(0);
    expect(report.followUps.filter(({ rule }) => rule === 'auth-config-code').map(({ title }) => title)).toEqual([
      'bind() went with the set-up',
      'wanted() went with the set-up',
      'chosen() went with the set-up',
    ]);
  });

  it('stay where other code uses them, and hold nothing', async () => {
    const { after, report } = await planOn({
      ...APP,
      'app/how/page.tsx': `import github from '../../lib/auth/github';\n\nexport default () => <p>{github.name}</p>;\n`,
    });
    expect(after['lib/auth/options.ts']).toBeNull();
    expect(after['lib/auth/github.ts']).toContain('export default GitHub(');
    expect(after['lib/auth/github.ts']).toContain('// TODO(authjs-clerk): auth-config-in-use');
    expect(after['package.json']).toContain('next-auth');
    expect(report.summary.sitesManual).toBe(3);
  });

  it.each([
    ['a namespace', "import * as all from '../../lib/auth/ldap';\n\nexport default () => <p>{all.ldap.name}</p>;\n"],
    [
      'another way of loading',
      "export default async () => <p>{(await import('../../lib/auth/ldap')).ldap.name}</p>;\n",
    ],
  ])('stay where other code takes them by %s', async (_, text) => {
    const { after } = await planOn({ ...APP, 'app/how/page.tsx': text });
    expect(after['lib/auth/ldap.ts']).toContain('export const ldap = Credentials(');
  });

  it('stay where other code takes them from a barrel of everything', async () => {
    const { after } = await planOn({
      ...APP,
      'lib/all.ts': "export * from './auth/ldap';\n",
      'app/how/page.tsx': "import { ldap } from '../../lib/all';\n\nexport default () => <p>{ldap.name}</p>;\n",
    });
    expect(after['lib/auth/ldap.ts']).toContain('export const ldap = Credentials(');
  });

  it('go where a barrel hands them on to nobody but the set-up, and leave a module to it', async () => {
    const { after, report } = await planOn({
      ...APP,
      'lib/all.ts': "export * from './auth/ldap';\nexport * from './names';\n",
      'lib/names.ts': "export const ldapName = 'ldap';\n",
      'app/how/page.tsx': "import { ldapName } from '../../lib/all';\n\nexport default () => <p>{ldapName}</p>;\n",
    });
    expect(after['lib/auth/ldap.ts']).toBe('export {};\n');
    expect(report.summary.sitesManual).toBe(0);
  });

  it('go where a test only puts something else in their place', async () => {
    const { after, report } = await planOn({
      ...APP,
      'app/how/page.test.tsx':
        "import { expect, it, vi } from 'vitest';\nvi.mock('../../lib/auth/ldap', () => ({ ldap: {} }));\nit('works', () => expect(1).toBe(1));\n",
    });
    expect(after['lib/auth/ldap.ts']).toBe('export {};\n');
    expect(report.summary.sitesManual).toBe(0);
  });

  it('stay with a set-up that stays', async () => {
    const { after } = await planOn({
      ...APP,
      'app/me/page.tsx': `import { authOptions } from '../../lib/auth/options';

export default () => <p>{authOptions.session?.maxAge}</p>;
`,
    });
    for (const path of ['options', 'providers', 'github', 'ldap']) expect(after[`lib/auth/${path}.ts`]).not.toBeNull();
    expect(after['lib/auth/ldap.ts']).toContain('export const ldap = Credentials(');
  });
});
