import { describe, expect, it } from 'vitest';
import { planOn, SET_UP_APP } from './set-up-app.js';

const PAGE_TEST = `import { expect, it, vi } from 'vitest';
import * as auth from '../lib/auth/options';
import Page from './page';

it('asks', async () => {
  vi.spyOn(auth, 'getUser').mockResolvedValue(undefined);
  await Page();
  expect(auth.getUser).toHaveBeenCalled();
});
`;

const APP = {
  ...SET_UP_APP,
  'lib/auth/options.ts': `import { getServerSession, type NextAuthOptions } from 'next-auth';
import { chosen } from './providers';

export const authOptions: NextAuthOptions = { providers: await chosen() };

export const getUser = async () => (await getServerSession(authOptions))?.user;
`,
  'app/page.tsx': `import * as auth from '../lib/auth/options';

export default async () => <p>{(await auth.getUser())?.name}</p>;
`,
  'app/page.test.tsx': PAGE_TEST,
};

const ruled = (report: Awaited<ReturnType<typeof planOn>>['report'], path: string) =>
  report.files.find((file) => file.path === path)!.sites.map(({ outcome, rule }) => `${outcome} ${rule}`);

describe('a function of the app’s own that is called of its whole module', () => {
  it('stays as it is, and so does what spies on it, once the set-up is gone from the module', async () => {
    const { after, report } = await planOn(APP);
    expect(after['lib/auth/options.ts']).toContain('export const getUser = async () =>');
    expect(after['lib/auth/options.ts']).not.toContain('authOptions');
    expect(after).not.toHaveProperty(['app/page.tsx']);
    expect(after).not.toHaveProperty(['app/page.test.tsx']);
    expect(ruled(report, 'app/page.test.tsx')).toEqual(Array(3).fill('bridged own-wrapper'));
    expect(report.summary.sitesManual).toBe(0);
  });

  it('waits where the set-up stays', async () => {
    const { report } = await planOn({
      ...APP,
      'app/me/page.tsx': `import { authOptions } from '../../lib/auth/options';\n\nexport default () => <p>{authOptions.session?.maxAge}</p>;\n`,
    });
    expect(ruled(report, 'app/page.test.tsx')).toEqual(Array(3).fill('manual import-in-use'));
  });
});
