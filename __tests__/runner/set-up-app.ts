import { expect } from 'vitest';
import { imbalance } from '../../lib/ledger.js';
import { readProject } from '../../lib/project/index.js';
import { planRun } from '../../lib/runner/plan.js';
import { TRANSFORMS } from '../../transforms/index.js';
import { folder } from './folder.js';

/** An app of next-auth 4 whose set-up stands in several files, of which nothing is left to a person. */
export const SET_UP_APP: Readonly<Record<string, string>> = {
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

/** What a run makes of an app: the files that change, null where one goes, and the report. */
export async function planOn(files: Readonly<Record<string, string>>) {
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
