import { describe, expect, it } from 'vitest';
import { readProject } from '../../lib/project/index.js';
import { planRun } from '../../lib/runner/plan.js';
import { TRANSFORMS } from '../../transforms/index.js';
import { folder } from './folder.js';

const manifest = (dependencies: object) => JSON.stringify({ name: 'shop', dependencies });
const LAYOUT = 'export default ({ children }) => <html><body>{children}</body></html>;\n';
const APP = {
  'package.json': manifest({ next: '15.5.0', 'next-auth': '5.0.0-beta.25' }),
  'auth.js': `import NextAuth from 'next-auth';\nexport const { auth, handlers } = NextAuth({ providers: [] });\n`,
  'app/layout.js': LAYOUT,
  'app/page.js': `import { auth } from '../auth';\nexport default async function Page() {\n  const session = await auth();\n  return session ? 'in' : 'out';\n}\n`,
};

async function planned(files: Record<string, string>, path = '.', names?: readonly string[]) {
  const dir = folder(files);
  const project = await readProject(path, { cwd: dir });
  const transforms = TRANSFORMS.filter(({ name }) => names?.includes(name) ?? true);
  const { report, files: written } = planRun(project, { transforms, isPartial: names !== undefined, todo: true });
  return {
    report,
    provided: written
      .filter(({ after }) => after?.includes('<ClerkProvider'))
      .map((file) => file.path.slice(dir.length + 1)),
    followUps: report.followUps.map(({ rule }) => rule),
  };
}

describe('an app without a provider', () => {
  it('gets one into its root layout, though that says nothing of Auth.js', async () => {
    const { provided, followUps, report } = await planned(APP);
    expect(provided).toEqual(['app/layout.js']);
    expect(followUps).not.toContain('clerk-provider');
    expect(report.files.find(({ path }) => path === 'app/layout.js')).toMatchObject({
      status: 'modified',
      transforms: ['clerk-provider'],
      sites: [],
    });
  });

  it('gets one into each of several root layouts, and into _app beside them', async () => {
    const { 'app/layout.js': _, ...rest } = APP;
    const { provided } = await planned({
      ...rest,
      'app/(shop)/layout.js': LAYOUT,
      'app/(shop)/cart/layout.js': 'export default ({ children }) => <main>{children}</main>;\n',
      'app/[locale]/layout.js': LAYOUT,
      'pages/_app.js': 'export default ({ Component, pageProps }) => <Component {...pageProps} />;\n',
    });
    expect(provided.toSorted()).toEqual(['app/(shop)/layout.js', 'app/[locale]/layout.js', 'pages/_app.js']);
  });

  it('of several roots gets one into that which lacks it, if anything below asks for a session', async () => {
    const { 'app/layout.js': _, 'app/page.js': page, ...rest } = APP;
    const provider = `'use client';\nimport { SessionProvider } from 'next-auth/react';\nexport const Providers = ({ children }) => <SessionProvider>{children}</SessionProvider>;\n`;
    const { provided } = await planned({
      ...rest,
      'components/providers.js': provider,
      'app/(desk)/layout.js': `import { Providers } from '../../components/providers';\nexport default ({ children }) => <html><body><Providers>{children}</Providers></body></html>;\n`,
      'app/(desk)/desk/page.js': page.replace('../auth', '../../../auth'),
      'app/(front)/layout.js': LAYOUT,
      'app/(front)/page.js': page.replace('../auth', '../../auth'),
      'app/(texts)/layout.js': LAYOUT,
      'app/(texts)/about/page.js': 'export default () => <p>About</p>;\n',
    });
    expect(provided.toSorted()).toEqual(['app/(front)/layout.js', 'components/providers.js']);
  });

  it.each([
    [
      'has SessionProvider',
      {
        'app/providers.js': `'use client';\nimport { SessionProvider } from 'next-auth/react';\nexport const Providers = ({ children }) => <SessionProvider>{children}</SessionProvider>;\n`,
      },
      ['app/providers.js'],
    ],
    [
      'has Clerk’s already',
      {
        'app/providers.js': `import { ClerkProvider } from '@clerk/nextjs';\nexport const Providers = ({ children }) => <ClerkProvider>{children}</ClerkProvider>;\n`,
      },
      [],
    ],
    ['uses nothing of Auth.js', { 'auth.js': '', 'app/page.js': 'export default () => null;\n' }, []],
  ])('gets none where it %s', async (_, files, expected) => {
    expect((await planned({ ...APP, ...files })).provided).toEqual(expected);
  });

  it('is left to a person where nothing shows where it begins, or where the layout is out of bounds', async () => {
    const shell = await planned({ ...APP, 'app/layout.js': `export { Shell as default } from '../shell';\n` });
    expect(shell).toMatchObject({ provided: [], followUps: expect.arrayContaining(['clerk-provider']) as unknown });
    expect((await planned(APP, 'app/page.js')).provided).toEqual([]);
    expect((await planned(APP, '.', ['server-session'])).provided).toEqual([]);
  });
});
