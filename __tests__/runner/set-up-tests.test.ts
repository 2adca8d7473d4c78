import { describe, expect, it } from 'vitest';
import { planOn, SET_UP_APP as APP } from './set-up-app.js';

const LDAP_TEST = `import { expect, it, vi } from 'vitest';
import { ldap } from './ldap';

vi.mock('next-auth/providers/credentials', () => ({ default: (options: object) => options }));

it('lets ada in', async () => {
  expect(await ldap.authorize({}, {})).toEqual({ id: 'ada' });
});
`;

describe('a test that tests a part of the set-up', () => {
  it('goes with it, and the report says so', async () => {
    const { after, report } = await planOn({ ...APP, 'lib/auth/ldap.test.ts': LDAP_TEST });
    expect(after['lib/auth/ldap.ts']).toBeNull();
    expect(after['lib/auth/ldap.test.ts']).toBeNull();
    expect(after['package.json']).not.toContain('next-auth');
    expect(report.summary.sitesManual).toBe(0);
    expect(report.followUps.filter(({ rule }) => rule === 'auth-config-test').map(({ detail }) => detail)).toEqual([
      'These tests tested parts of the Auth.js set-up, and went with them: lib/auth/ldap.test.ts.',
    ]);
  });

  it.each([
    [
      'says nothing of Auth.js',
      "import { ldap } from '../ldap';\ndescribe('ldap', () => {\n  it.each([1, 2])('%s', () => expect(ldap.id).toBe('x'));\n});\n",
    ],
    [
      'loads it in each test',
      "test('ldap', async () => {\n  const { ldap } = await import('../ldap');\n  expect(ldap.id).toBe('x');\n});\n",
    ],
    [
      'loads it by a function',
      "const load = () => import('../ldap');\ntest('ldap', async () => {\n  expect((await load()).ldap.id).toBe('x');\n});\n",
    ],
    [
      'sets it up around each test',
      "import * as part from '../ldap';\nlet ldap;\nbeforeEach(() => {\n  ldap = part.ldap;\n});\ntest('ldap', () => {\n  expect(ldap.id).toBe('x');\n});\n",
    ],
  ])('goes where it %s', async (_, text) => {
    const { after } = await planOn({ ...APP, 'lib/auth/__tests__/ldap.test.js': text });
    expect(after['lib/auth/ldap.ts']).toBeNull();
    expect(after['lib/auth/__tests__/ldap.test.js']).toBeNull();
  });

  it('goes with the route and the options', async () => {
    const { after } = await planOn({
      ...APP,
      'app/api/auth/[...nextauth]/route.test.ts': `import { expect, it, vi } from 'vitest';
import { GET } from './route';
const nextAuth = vi.hoisted(() => vi.fn());
vi.mock('next-auth', () => ({ default: nextAuth }));
vi.mock('../../../../lib/auth/options', () => ({ authOptions: {} }));
const ask = async () => GET(new Request('http://localhost'), {});
it('answers', async () => {
  await ask();
  expect(nextAuth).toHaveBeenCalled();
});
`,
      'lib/auth/options.test.ts': `import { expect, it } from 'vitest';
import { authOptions } from './options';
it('has a provider', () => expect(authOptions.providers).toHaveLength(2));
`,
    });
    expect(after['app/api/auth/[...nextauth]/route.test.ts']).toBeNull();
    expect(after['lib/auth/options.test.ts']).toBeNull();
    expect(after['lib/auth/options.ts']).toBeNull();
  });

  it('is taken out of a file that tests other code too, with what only it used', async () => {
    const { after, report } = await planOn({
      ...APP,
      'lib/auth/github.spec.ts': `import { beforeEach, describe, expect, it, vi } from 'vitest';
import { settings } from '../../test/settings';
import github, { scopes } from './github';

vi.mock('next-auth/providers/github', () => ({ default: (options: object) => ({ options }) }));

const made = () => settings(github);

describe('scopes', () => {
  it('has one', () => {
    expect(scopes).toEqual(['repo']);
  });
});

describe('github', () => {
  beforeEach(() => {
    vi.clearAllMocks();
  });

  // Kept in the environment.
  it('has an id', () => {
    expect(made().clientId).toBe('id');
  });

  it('has a secret', () => {
    expect(made().clientSecret).toBe('secret');
  });
});
`,
      'test/settings.ts': 'export const settings = (provider) => provider.options;\n',
    });
    expect(after['lib/auth/github.spec.ts']).toBe(`import { describe, expect, it } from 'vitest';
import { scopes } from './github';

describe('scopes', () => {
  it('has one', () => {
    expect(scopes).toEqual(['repo']);
  });
});
`);
    expect(after['lib/auth/github.ts']).toBe("export const scopes = ['repo'];\n");
    expect(report.summary.sitesManual).toBe(0);
    expect(report.followUps.find(({ rule }) => rule === 'auth-config-test')?.detail).toContain(
      'lib/auth/github.spec.ts (2 of 3)',
    );
  });

  it('takes along the mock of a module that nothing loads any more but for its types', async () => {
    const { after } = await planOn({
      ...APP,
      'lib/auth/github.test.ts': `import { expect, it, vi } from 'vitest';
import github, { scopes } from './github';
vi.mock('next-auth', () => ({ default: vi.fn() }));
it('has a scope', () => expect(scopes).toEqual(['repo']));
it('has an id', () => expect(github.id).toBe('github'));
`,
      'lib/event.ts':
        "import type { LoggerInstance } from 'next-auth';\n\nexport const log = (each: LoggerInstance) => each;\n",
    });
    expect(after['lib/event.ts'] ?? '').toContain("from 'next-auth'");
    expect(after['lib/auth/github.test.ts']).toBe(`import { expect, it } from 'vitest';
import { scopes } from './github';
it('has a scope', () => expect(scopes).toEqual(['repo']));
`);
  });

  it.each([
    [
      'a test uses what stays of the file',
      'lib/auth/github.test.ts',
      "import { expect, it } from 'vitest';\nimport github, { scopes } from './github';\nit('works', () => expect(github.scopes).toEqual(scopes));\n",
    ],
    [
      'what runs around tests that stay needs it',
      'lib/auth/github.test.ts',
      "import { beforeEach, expect, it } from 'vitest';\nimport github, { scopes } from './github';\nbeforeEach(() => void github.id);\nit('works', () => expect(scopes).toEqual(['repo']));\n",
    ],
    [
      'it serves a test of other code',
      'lib/label.test.ts',
      "import { expect, it } from 'vitest';\nimport github from './auth/github';\nimport { label } from './label';\nit('works', () => expect(label(github)).toBe('GitHub'));\n",
    ],
    [
      'a test puts something else in its place and looks at that',
      'lib/auth/github.test.ts',
      "import { expect, it, vi } from 'vitest';\nimport github from './github';\nvi.mock('./github', () => ({ default: {} }));\nit('works', () => expect(github).toEqual({}));\n",
    ],
    [
      'tests share it',
      'lib/auth/__tests__/fixtures.ts',
      "import github from '../github';\nexport const provider = github;\n",
    ],
    [
      'the test is none of a runner that is known',
      'lib/auth/github.test.ts',
      "import { test } from 'uvu';\nimport github from './github';\ntest('works', () => github.id);\n",
    ],
  ])('stays with the part where %s', async (_, path, text) => {
    const { after, report } = await planOn({
      ...APP,
      'lib/label.ts': 'export const label = (provider) => provider.name;\n',
      [path]: text,
    });
    expect(after[path] ?? text).toBe(text);
    expect(after['lib/auth/github.ts'] ?? APP['lib/auth/github.ts']).toContain('export default GitHub(');
    expect(report.followUps.filter(({ rule }) => rule === 'auth-config-test')).toEqual([]);
  });

  it('stays with code that only a type ties to Auth.js', async () => {
    const text = `import { expect, it } from 'vitest';
import { isKnown } from './known';
it('knows GitHub', () => expect(isKnown({ provider: 'github' })).toBe(true));
`;
    const { after } = await planOn({
      ...APP,
      'lib/auth/known.ts': `import type { Account } from 'next-auth';

export const isKnown = (account: Account) => account.provider === 'github';
`,
      'lib/auth/known.test.ts': text,
      'lib/auth/options.ts': `import type { NextAuthOptions } from 'next-auth';
import { isKnown } from './known';
import { chosen } from './providers';

export const authOptions: NextAuthOptions = {
  providers: await chosen(),
  events: { signIn: ({ account }) => void isKnown(account) },
};
`,
    });
    expect(after['lib/auth/options.ts']).toBeNull();
    expect(after['lib/auth/known.ts']).toContain('export const isKnown = (account: Account)');
    expect(after['lib/auth/known.test.ts']).toBeUndefined();
  });

  it('stays with a set-up that stays', async () => {
    const { after } = await planOn({
      ...APP,
      'lib/auth/ldap.test.ts': LDAP_TEST,
      'app/me/page.tsx': `import { authOptions } from '../../lib/auth/options';\n\nexport default () => <p>{authOptions.session?.maxAge}</p>;\n`,
    });
    expect(after['lib/auth/ldap.ts']).toContain('export const ldap = Credentials(');
    expect(after['lib/auth/ldap.test.ts']).toContain("it('lets ada in'");
  });

  it('stays where the callbacks that it tests live on, and goes where it tests other parts of the options', async () => {
    const { after, report } = await planOn({
      ...APP,
      'lib/auth/options.ts': `import type { NextAuthOptions } from 'next-auth';
import { ldap } from './ldap';

export const authOptions: NextAuthOptions = {
  providers: [ldap],
  callbacks: { signIn: ({ user }) => user.email?.endsWith('@example.com') ?? false },
};
`,
      'lib/auth/options.test.ts': `import { expect, it } from 'vitest';
import { authOptions } from './options';

const first = () => authOptions.providers[0];

it('has LDAP', () => expect(first().id).toBe('ldap'));

it('asks', async () => expect(await authOptions.callbacks.signIn({ user: { email: 'a' } })).toBe(false));
`,
    });
    expect(after['lib/auth/options.test.ts']).toMatch(
      /^import \{ expect, it \} from 'vitest';\n(?:\/\/.*\n)?import \{ authOptions \} from '.\/options';\n\n(?:\/\/.*\n)?it\('asks'/,
    );
    expect(report.followUps.find(({ rule }) => rule === 'auth-config-test')?.detail).toContain(
      'options.test.ts (1 of 2)',
    );
  });
});
