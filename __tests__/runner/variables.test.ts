import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkOn, commitAll, git, runOn } from './app.js';
import { fill, folder } from './folder.js';

const MANIFEST = { name: 'app', dependencies: { next: '^15.5.9', react: '^19.0.0', 'next-auth': '5.0.0-beta.32' } };
const APP = {
  'package.json': `${JSON.stringify(MANIFEST, undefined, 2)}\n`,
  'tsconfig.json': '{}\n',
  '.gitignore': 'node_modules\n.env*.local\n',
  'app/layout.tsx': 'export default ({ children }) => <html><body>{children}</body></html>;\n',
  'app/page.tsx': `import { auth } from '../auth';\n\nexport default async function Page() {\n  const session = await auth();\n  return <p>{session ? 'in' : 'out'}</p>;\n}\n`,
  'app/api/auth/[...nextauth]/route.ts': `import { handlers } from '../../../../auth';\nexport const { GET, POST } = handlers;\n`,
  'auth.ts': `import NextAuth from 'next-auth';
import GitHub from 'next-auth/providers/github';

export const { handlers, auth } = NextAuth({
  providers: [GitHub({ clientId: process.env.GITHUB_ID, clientSecret: process.env.GITHUB_SECRET })],
});
`,
  '.env.example': 'AUTH_SECRET=\nAUTH_URL=http://localhost:3000\nGITHUB_ID=\nGITHUB_SECRET=\nDATABASE_URL=\n',
};

/** The app after a run, with files of its own; those that git ignores are written after the commit. */
async function migrated(files: Record<string, string> = {}, ignored: Record<string, string> = {}) {
  const dir = folder({ ...APP, ...files });
  commitAll(dir);
  fill(dir, ignored);
  const run = await runOn(dir, { diff: true });
  return { dir, ...run, text: (path: string) => readFileSync(join(dir, path), 'utf8') };
}

describe('variables', () => {
  it('go where only the set-up read them, with the names that its providers had', async () => {
    const { text, report } = await migrated();
    expect(text('.env.example')).toBe(
      `# Clerk's keys: npx clerk@latest env pull, or the API keys page of the Clerk Dashboard
NEXT_PUBLIC_CLERK_PUBLISHABLE_KEY=
CLERK_SECRET_KEY=
DATABASE_URL=
`,
    );
    const sites = report.files.find(({ path }) => path === '.env.example')!.sites;
    expect(sites.map(({ symbol, outcome }) => `${symbol} ${outcome}`)).toEqual([
      'AUTH_SECRET rewritten',
      'AUTH_URL removed',
      'GITHUB_ID removed',
      'GITHUB_SECRET removed',
    ]);
  });

  it('stay where code reads them, and a follow-up names it', async () => {
    const { dir, text, report } = await migrated({
      'lib/url.ts': 'export const base = process.env.AUTH_URL;\n',
      'lib/repos.ts': 'export const id = process.env.GITHUB_ID;\n',
    });
    expect(text('.env.example')).toContain('AUTH_URL=http://localhost:3000\nGITHUB_ID=\nDATABASE_URL=\n');
    const note = report.followUps.find(({ title }) => title.startsWith('AUTH_URL stays'));
    expect(note?.detail).toContain('lib/url.ts:1');
    git(dir, 'commit', '-qam', 'moved');
    expect((await checkOn(dir)).code).toBe(0);
  });

  it('stay where another variable or a script takes them over', async () => {
    const { text } = await migrated({
      '.env.production': 'APP_URL=$AUTH_URL\n',
      'start.sh': 'test -n "$AUTH_SECRET"\n',
    });
    expect(text('.env.example')).toMatch(/^AUTH_SECRET=\n(?:.*\n)*AUTH_URL=/);
  });

  it('stay where a file in another language names them', async () => {
    const { text } = await migrated({
      'worker/main.py': "key = os.environ['GITHUB_SECRET']\n",
      'docs/a.md': 'GITHUB_ID',
    });
    expect(text('.env.example')).toMatch(/^GITHUB_SECRET=$/m);
    expect(text('.env.example')).not.toContain('GITHUB_ID');
  });

  it('go from a schema and the env files together', async () => {
    const env = `import { createEnv } from '@t3-oss/env-nextjs';
import { z } from 'zod';

export const env = createEnv({
  server: {
    AUTH_SECRET: z.string(),
    AUTH_URL: z.string(),
    GITHUB_ID: z.string(),
    GITHUB_SECRET: z.string(),
    DATABASE_URL: z.string(),
  },
});
`;
    const auth = APP['auth.ts'].replaceAll('process.env.', 'env.').replace(/^/, `import { env } from './env';\n`);
    const { text, report } = await migrated({
      'env.ts': env,
      'auth.ts': auth,
      'lib/mail.ts': `import { env } from '../env';\nexport const link = (path: string) => env.AUTH_URL + path;\n`,
    });
    expect(text('env.ts')).toBe(env.replace(/ {4}(?:AUTH_SECRET|GITHUB_ID|GITHUB_SECRET).*\n/g, ''));
    expect(text('.env.example')).toMatch(/^AUTH_URL=.*\nDATABASE_URL=\n$/m);
    const note = report.followUps.find(({ title }) => title.startsWith('AUTH_URL stays'));
    expect(note?.detail).toContain('lib/mail.ts:2');
  });

  it('stay, all of them, while code needs Auth.js', async () => {
    const { text } = await migrated({
      'lib/odd.ts': `import { encode } from 'next-auth/jwt';\nexport const sign = (token: { id: string }) => encode({ token, secret: 's' });\n`,
    });
    expect(text('.env.example')).toMatch(/AUTH_SECRET=\n(?:.*\n)*AUTH_URL=.*\nGITHUB_ID=\nGITHUB_SECRET=/);
  });

  it('keep their values in a file that git has no copy of, and nothing prints them', async () => {
    const secrets = { '.env.local': 'AUTH_SECRET=very-secret-1\nGITHUB_SECRET="very-secret-2"\nA=b\n' };
    const { text, out, err } = await migrated({}, secrets);
    expect(text('.env.local')).toBe(
      `# AUTH_SECRET=very-secret-1
# Clerk's keys: npx clerk@latest env pull, or the API keys page of the Clerk Dashboard
NEXT_PUBLIC_CLERK_PUBLISHABLE_KEY=
CLERK_SECRET_KEY=
# GITHUB_SECRET="very-secret-2"
A=b
`,
    );
    expect(err).toContain('.env.local');
    expect(out + err).not.toContain('very-secret');
  });

  it('go from a committed env file, which gets no keys', async () => {
    const { text } = await migrated({ '.env': 'AUTH_SECRET=committed\nA=b\n' });
    expect(text('.env')).toBe('A=b\n');
  });

  it('are not asked for again by a second run', async () => {
    const { dir } = await migrated({ 'lib/url.ts': 'export const base = process.env.AUTH_URL;\n' });
    commitAll(dir);
    const { report } = await runOn(dir);
    expect(report.summary).toMatchObject({ filesChanged: 0, filesCreated: 0, filesDeleted: 0 });
  });

  it('of Clerk’s get a place in .env.local, which is created where git ignores it', async () => {
    const { dir, text, report } = await migrated();
    expect(text('.env.local')).toBe(
      `# Clerk's keys: npx clerk@latest env pull, or the API keys page of the Clerk Dashboard
NEXT_PUBLIC_CLERK_PUBLISHABLE_KEY=
CLERK_SECRET_KEY=
`,
    );
    expect(report.followUps.find(({ title }) => title === 'Set Clerk’s two keys')?.detail).toContain('.env.local has');
    expect(git(dir, 'status', '--porcelain', '.env.local')).toBe('');
  });

  it('of Clerk’s follow what .env.local holds', async () => {
    const { text } = await migrated({}, { '.env.local': 'A=b' });
    expect(text('.env.local')).toMatch(/^A=b\n\n# .*\nNEXT_PUBLIC_CLERK_PUBLISHABLE_KEY=\nCLERK_SECRET_KEY=\n$/);
  });

  it.each([
    ['git would not ignore the file', { '.gitignore': 'node_modules\n' }, {}],
    ['another env file has them', {}, { '.env': 'NEXT_PUBLIC_CLERK_PUBLISHABLE_KEY=a\nCLERK_SECRET_KEY=b\n' }],
  ])('of Clerk’s get no .env.local where %s', async (_, files, ignored) => {
    const { dir } = await migrated({ '.gitignore': 'node_modules\n.env\n.env.local\n', ...files }, ignored);
    expect(existsSync(join(dir, '.env.local'))).toBe(false);
  });
});
