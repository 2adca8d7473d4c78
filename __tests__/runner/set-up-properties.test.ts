import { describe, expect, it } from 'vitest';
import { planOn, SET_UP_APP } from './set-up-app.js';

const METHODS = `import type { Provider } from 'next-auth/providers';
import GitHub from 'next-auth/providers/github';
import GitLab from 'next-auth/providers/gitlab';
import { secretOf } from '../secrets';

export interface Method {
  id: string;
  /** For the options alone. */
  made: Provider;
  label?: string;
}

export const methods = async () => {
  const list: Method[] = [];
  const secret = await secretOf('github');
  list.push({
    made: github(secret),
    id: 'github',
    label: 'GitHub',
  });
  list.push({ id: 'gitlab', made: GitLab({ clientId: 'id', clientSecret: 'x' }) });
  return list;
};

const github = (clientSecret: string) => GitHub({ clientId: ID, clientSecret });

const ID = 'id';
`;

const OTHER_PARTS = /auth\/(?:providers|github|ldap)\.ts$/;

const APP = {
  ...Object.fromEntries(Object.entries(SET_UP_APP).filter(([path]) => !OTHER_PARTS.test(path))),
  'lib/auth/options.ts': `import type { NextAuthOptions } from 'next-auth';
import { methods } from './methods';

export const authOptions: NextAuthOptions = { providers: (await methods()).map((each) => each.made) };
`,
  'lib/auth/methods.ts': METHODS,
  'lib/secrets.ts': 'export const secretOf = async (name: string) => name;\n',
  'app/login/page.tsx': `import { methods } from '../../lib/auth/methods';

export default async () => (await methods()).map(({ id, label }) => <p key={id}>{label}</p>);
`,
};

describe('a property that holds a provider and that only the set-up reads', () => {
  it('goes with it, and with it what its values were made by', async () => {
    const { after, report } = await planOn(APP);
    expect(after['lib/auth/options.ts']).toBeNull();
    expect(after['lib/auth/methods.ts']).toBe(`export interface Method {
  id: string;
  label?: string;
}

export const methods = async () => {
  const list: Method[] = [];
  list.push({
    id: 'github',
    label: 'GitHub',
  });
  list.push({ id: 'gitlab' });
  return list;
};
`);
    expect(report.summary.sitesManual).toBe(0);
    expect(after['package.json']).not.toContain('next-auth');
    const notes = report.followUps.map(({ title, detail }) => `${title}: ${detail}`).join('\n');
    expect(notes).toContain('The property made went with the set-up: lib/auth/methods.ts:9-9, ');
    expect(notes).toContain('lib/auth/methods.ts made gitlab, github for Auth.js’s options.');
  });

  it.each([
    [
      'other code reads it',
      {
        'app/how/page.tsx':
          "import { methods } from '../../lib/auth/methods';\n\nexport default async () => <p>{(await methods())[0].made.name}</p>;\n",
      },
    ],
    [
      'other code may read it',
      {
        'app/how/page.tsx':
          "import { methods } from '../../lib/auth/methods';\n\nexport default async () => <p>{pick(await methods(), 'made')}</p>;\n",
      },
    ],
    [
      'it is taken out of a pattern',
      { 'lib/auth/options.ts': APP['lib/auth/options.ts'].replace('(each) => each.made', '({ made }) => made') },
    ],
    [
      'a value of it comes from elsewhere',
      { 'lib/auth/methods.ts': METHODS.replace('github(secret)', 'secret as never') },
    ],
    [
      'another type has a property of the name',
      { 'lib/auth/methods.ts': `${METHODS}\nexport interface Other {\n  made: string;\n}\n` },
    ],
    [
      'a value would be empty without',
      {
        'lib/auth/methods.ts': `${METHODS}\nexport const only = { made: GitLab({ clientId: 'id', clientSecret: 'x' }) };\n`,
      },
    ],
    [
      'nothing reads it',
      { 'lib/auth/options.ts': APP['lib/auth/options.ts'].replace('(await methods()).map((each) => each.made)', '[]') },
    ],
  ])('stays where %s', async (_, files) => {
    const { after } = await planOn({ ...APP, ...files });
    expect(after['lib/auth/methods.ts']).toMatch(/^ {2}made: Provider;$/m);
    expect(after['lib/auth/methods.ts']).toContain('made: GitLab({');
  });

  it('stays with a set-up that stays', async () => {
    const { after } = await planOn({
      ...APP,
      'app/me/page.tsx': `import { authOptions } from '../../lib/auth/options';\n\nexport default () => <p>{authOptions.session?.maxAge}</p>;\n`,
    });
    expect(after['lib/auth/methods.ts']).toMatch(/^ {2}made: Provider;$/m);
  });
});
