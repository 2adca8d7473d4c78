import { describe, expect, it } from 'vitest';
import { planOn, SET_UP_APP as APP } from './set-up-app.js';

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
