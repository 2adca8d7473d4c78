import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { RunOptions } from '../../lib/runner/options.js';
import { commitAll, runOn } from './app.js';
import { folder } from './folder.js';

/** What a run makes of an app with these dependencies. */
async function migrated(
  dependencies: Record<string, string>,
  options: Partial<RunOptions> = {},
  files: Record<string, string> = {},
  settings: object = {},
) {
  const manifest = {
    name: 'app',
    ...settings,
    dependencies: { react: '^18.2.0', 'next-auth': '^4.24.5', ...dependencies },
  };
  const dir = folder({
    'package.json': `${JSON.stringify(manifest, undefined, 2)}\n`,
    'tsconfig.json': '{}\n',
    'app/layout.tsx': 'export default ({ children }) => <html><body>{children}</body></html>;\n',
    'app/page.tsx': `'use client';\nimport { useSession } from 'next-auth/react';\n\nexport default function Page() {\n  const { data } = useSession();\n  return <p>{data ? 'in' : 'out'}</p>;\n}\n`,
    'app/api/auth/[...nextauth]/route.ts': `import NextAuth from 'next-auth';\n\nconst handler = NextAuth({ providers: [] });\nexport { handler as GET, handler as POST };\n`,
    ...files,
  });
  commitAll(dir);
  const { report } = await runOn(dir, options);
  const text = readFileSync(join(dir, 'package.json'), 'utf8');
  const json = JSON.parse(text) as { dependencies: Record<string, string> };
  return { dir, report, dependencies: json.dependencies, titles: report.followUps.map(({ title }) => title) };
}

describe('the releases of an app', () => {
  it('an old Next is the first thing to do, with the command', async () => {
    const { report, dependencies } = await migrated({ next: '14.0.4' }, {}, { 'pnpm-lock.yaml': '' });
    expect(report.followUps[0]).toMatchObject({ rule: 'next-version', title: 'Raise Next.js to 14.2.35 first' });
    expect(report.followUps[0]!.detail).toContain(
      'Run: pnpm add next@14.2.35, or this command again with --bump-next.',
    );
    expect(dependencies).toMatchObject({ next: '14.0.4', '@clerk/nextjs': '^6.39.8' });
  });

  it('so is one that a lock file holds, and one that lets a request skip the middleware', async () => {
    const lock = { 'package-lock.json': '{"packages":{"node_modules/next":{"version":"15.1.0"}}}' };
    const { titles, dependencies } = await migrated({ next: '^15.0.0' }, {}, lock);
    expect(titles[0]).toBe('Raise Next.js to 15.5.9 first');
    expect(dependencies['@clerk/nextjs']).toBe('^7.9.17');
    expect((await migrated({ next: '13.5.8' })).titles[0]).toBe('Raise Next.js to 13.5.11 first');
  });

  it.each(['^15.0.0', '15.5.9', '^16.0.10', 'latest'])('next %s is none', async (next) => {
    expect((await migrated({ next })).titles.join()).not.toMatch(/Raise|goes from|Clerk 6/);
  });

  it('--bump-next raises it within its major, as the range is written', async () => {
    const { titles, dependencies, dir } = await migrated({ next: '~13.4.9' }, { bumpNext: true });
    expect(dependencies['next']).toBe('~13.5.11');
    expect(titles).toContain('next goes from ~13.4.9 to ~13.5.11');
    expect(titles.join()).not.toContain('Raise');
    commitAll(dir);
    const { report } = await runOn(dir, { bumpNext: true });
    expect(report.summary.filesChanged).toBe(0);
  });

  it('--bump-next does not leave the major', async () => {
    const { titles, dependencies } = await migrated({ next: '12.3.4' }, { bumpNext: true });
    expect(dependencies['next']).toBe('12.3.4');
    expect(titles[0]).toBe('Raise Next.js to 14.2.35 first');
  });

  it('--bump-next raises it in the catalog that names it', async () => {
    const workspace = 'packages:\n  - .\ncatalog:\n  next: ^14.0.4\n  zod: ^4\n';
    const lock = 'packages:\n  next@14.0.4:\n    resolution: {}\n';
    const files = { 'pnpm-workspace.yaml': workspace, 'pnpm-lock.yaml': lock };
    const { dir, dependencies } = await migrated({ next: 'catalog:' }, { bumpNext: true }, files);
    expect(dependencies['next']).toBe('catalog:');
    expect(readFileSync(join(dir, 'pnpm-workspace.yaml'), 'utf8')).toBe(workspace.replace('14.0.4', '14.2.35'));
  });

  it.each([
    [
      'the unnamed one of bun',
      'catalog:',
      { workspaces: { packages: ['.'], catalog: { next: '^14.0.4', zod: '^4' } } },
    ],
    ['a named one of bun', 'catalog:web', { catalogs: { web: { next: '14.0.4' }, old: { next: '14.0.4' } } }],
  ])('--bump-next raises it in a catalog of a package.json: %s', async (_, range, catalogs) => {
    const lock = '{ "packages": { "next": ["next@14.0.4", "", {}, ""] } }\n';
    const { dir } = await migrated({ next: range }, { bumpNext: true }, { 'bun.lock': lock }, catalogs);
    const manifest = JSON.parse(readFileSync(join(dir, 'package.json'), 'utf8')) as Record<string, unknown>;
    const expected = JSON.stringify(catalogs).replace('14.0.4', '14.2.35');
    expect(manifest).toMatchObject(JSON.parse(expected) as object);
  });

  it('--clerk-version is what the code is written for', async () => {
    const six = await migrated({ next: '^15.5.9' }, { clerkVersion: '6' });
    expect(six.dependencies['@clerk/nextjs']).toBe('^6.39.8');
    const seven = await migrated({ next: '^14.2.35' }, { clerkVersion: '7' });
    expect(seven.dependencies['@clerk/nextjs']).toBe('^7.9.17');
    expect(seven.titles[0]).toBe('Raise Next.js to 15.5.9 first');
  });

  it('says that Clerk 6 was chosen, and why', async () => {
    const { report } = await migrated({ next: '^14.2.35' });
    const note = report.followUps.find(({ title }) => title === 'Clerk 6 was chosen, not 7');
    expect(note?.detail).toContain('asks for next ^14.2.35');
  });

  it('raises React where it is a patch below what Clerk admits', async () => {
    const both = { next: '15.5.9', react: '19.0.0', 'react-dom': '19.0.0' };
    const { dependencies, titles } = await migrated(both);
    expect(dependencies).toMatchObject({ react: '19.0.3', 'react-dom': '19.0.3' });
    expect(titles).toContain('react goes from 19.0.0 to 19.0.3');
    const lock = { 'package-lock.json': '{"packages":{"node_modules/react":{"version":"19.2.1"}}}' };
    expect((await migrated({ next: '15.5.9', react: '^19.1.0' }, {}, lock)).dependencies['react']).toBe('^19.2.3');
    expect((await migrated({ next: '15.5.9', react: '^19.0.0' })).dependencies['react']).toBe('^19.0.0');
  });
});
