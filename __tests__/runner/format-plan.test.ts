import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format } from 'prettier';
import { describe, expect, it } from 'vitest';
import { commitAll, git, runOn } from './app.js';
import { folder } from './folder.js';

const PRETTIER = join(import.meta.dirname, '..', '..', 'node_modules', 'prettier');

const page = (name: string) => `import { getServerSession } from "next-auth";

import { authOptions } from "../lib/auth";

export default async function ${name}() {
  const session = await getServerSession(authOptions);
  if (!session?.user) {
    return null;
  }
  return render(session.user.name, session.user.image, session.user.email);
}
`;

/** An app with a formatter, and a page that passes it beside one that does not. */
function app({ dev = { prettier: '^3.0.0' } as Record<string, string>, files = {} as Record<string, string> } = {}) {
  return folder({
    'package.json': `${JSON.stringify({ name: 'x', dependencies: { next: '^15.5.9', 'next-auth': '^4.24.13' }, devDependencies: dev }, null, 2)}\n`,
    '.gitignore': 'node_modules\n',
    'tsconfig.json': '{}\n',
    'app/layout.tsx': `export default function Layout({ children }: { children: React.ReactNode }) {
  return (
    <html>
      <body>{children}</body>
    </html>
  );
}
`,
    'app/page.tsx': page('Page'),
    'app/other.tsx': page('Other').replace('  const', '    const'),
    'app/whole.tsx': page('Whole').replace('session.user.name', 'session'),
    'lib/auth.ts': 'export const authOptions = { providers: [] };\n',
    ...files,
  });
}

function withPrettier(dir: string): string {
  mkdirSync(join(dir, 'node_modules'));
  symlinkSync(PRETTIER, join(dir, 'node_modules', 'prettier'));
  commitAll(dir);
  git(dir, 'rm', '-r', '--quiet', '--cached', 'node_modules');
  git(dir, 'commit', '--quiet', '--message', 'without packages');
  return dir;
}

const read = (dir: string, path: string) => readFileSync(join(dir, path), 'utf8');
const passes = async (dir: string, path: string) =>
  (await format(read(dir, path), { filepath: join(dir, path) })) === read(dir, path);

describe('changed files', () => {
  it('that passed the app’s formatter pass it again; those that did not stay as edited', async () => {
    const dir = withPrettier(app());
    const { code, report } = await runOn(dir);
    expect(code).toBe(0);
    const changed = report.files.filter(({ status }) => status === 'modified' || status === 'created');
    expect(changed.map(({ path }) => path)).toContain('app/other.tsx');
    for (const { path } of changed) expect([path, await passes(dir, path)]).toEqual([path, path !== 'app/other.tsx']);
    expect(report.followUps.filter(({ rule }) => rule === 'formatting')).toEqual([]);
  });

  it('stay as they are in a second run', async () => {
    const dir = withPrettier(app());
    await runOn(dir);
    commitAll(dir);
    await runOn(dir);
    expect(git(dir, 'status', '--porcelain')).toBe('');
  });

  it('are reported where they are written', async () => {
    const dir = withPrettier(app());
    const { report } = await runOn(dir);
    const sites = report.files.flatMap(({ path, sites }) => sites.map((site) => ({ path, ...site })));
    const left = sites.filter(({ outcome, outputLine }) => outcome === 'manual' && outputLine !== undefined);
    for (const { path, outputLine, symbol } of left)
      expect(read(dir, path).split('\n')[outputLine! - 1]).toContain(symbol.split('/').at(-1));
  });

  it('stay as edited with --no-format', async () => {
    const dir = withPrettier(app());
    const [plain, formatted] = [app(), dir];
    commitAll(plain);
    await runOn(plain, { formatFiles: false });
    await runOn(formatted, { formatFiles: false });
    expect(await passes(formatted, 'app/page.tsx')).toBe(false); // so the formatter has something to do
    expect(read(formatted, 'app/page.tsx')).toBe(read(plain, 'app/page.tsx'));
  });

  it('are left alone where the formatter’s settings say so', async () => {
    const dir = withPrettier(app({ files: { '.prettierignore': 'app/\n' } }));
    const { report } = await runOn(dir);
    expect(report.followUps.filter(({ rule }) => rule === 'formatting')).toEqual([]);
    const plain = app();
    commitAll(plain);
    await runOn(plain, { formatFiles: false });
    expect(read(dir, 'app/page.tsx')).toBe(read(plain, 'app/page.tsx'));
  });
});

describe('a formatter', () => {
  it('that is not installed is named with its command, and brackets in paths are safe for a shell', async () => {
    const dir = app({ files: { 'app/[id]/page.tsx': page('Page').replace('../lib', '../../lib') } });
    commitAll(dir);
    const { report } = await runOn(dir);
    const [note] = report.followUps.filter(({ rule }) => rule === 'formatting');
    expect(note?.detail).toMatch(/^prettier is not installed here\. Run: npx prettier --write /);
    expect(note?.detail).toContain(`'app/[id]/page.tsx'`);
  });

  it('that is not installed is given folders where there are many files, and no env file', async () => {
    const many = Object.fromEntries(
      Array.from({ length: 15 }, (_, n) => [`app/p${n}/page.tsx`, page('Page').replace('../lib', '../../lib')]),
    );
    const dir = app({ files: { ...many, '.env': 'NEXTAUTH_SECRET=x\n' } });
    commitAll(dir);
    const [note] = (await runOn(dir)).report.followUps.filter(({ rule }) => rule === 'formatting');
    expect(note?.detail).toMatch(/Run: npx prettier --write (?=.*\bapp\b)(?=.*package\.json)[\w./ -]+$/);
    expect(note?.detail).not.toMatch(/page\.tsx|\.env/);
  });

  it('that the app does not have is not spoken of', async () => {
    const dir = app({ dev: {} });
    commitAll(dir);
    expect((await runOn(dir)).report.followUps.map(({ rule }) => rule)).not.toContain('formatting');
  });

  it('that fails leaves the files as edited, and says so', async () => {
    const dir = withPrettier(app({ files: { '.prettierrc': '{ "plugins": ["nowhere-to-be-found"] }\n' } }));
    const { code, report } = await runOn(dir);
    expect(code).toBe(0);
    expect(report.followUps.find(({ rule }) => rule === 'formatting')).toMatchObject({
      title: 'prettier failed, and the files stay as edited',
      detail: expect.stringContaining('nowhere-to-be-found'),
    });
    expect(read(dir, 'app/page.tsx')).toContain('@clerk/nextjs');
  });
});

describe.each(['biome', 'oxfmt'] as const)('%s', (name) => {
  /** It takes its text from standard input, and ends each line in a comment; what says `broken` it refuses. */
  const BIN = `const path = process.argv.at(-1).replace('--stdin-file-path=', '');
let text = '';
process.stdin.on('data', (part) => (text += part)).on('end', () => {
  if (!path.startsWith('/')) throw new Error('no path');
  process.stdout.write(text.replaceAll(/ \\/\\/ ok$/gm, '').replaceAll(/$(?=\\n)/gm, ' // ok'));
});
`;
  const pack = name === 'biome' ? '@biomejs/biome' : name;

  function installed(files: Record<string, string> = {}): string {
    const dir = app({
      dev: { [pack]: '1' },
      files: { 'app/page.tsx': page('Page').replaceAll('\n', ' // ok\n'), ...files },
    });
    mkdirSync(join(dir, 'node_modules', pack), { recursive: true });
    writeFileSync(
      join(dir, 'node_modules', pack, 'package.json'),
      JSON.stringify({ name: pack, bin: { [name]: 'x.cjs' } }),
    );
    writeFileSync(join(dir, 'node_modules', pack, 'x.cjs'), BIN);
    git(dir, 'init', '--quiet');
    git(dir, 'add', '--all');
    git(dir, 'commit', '--quiet', '--message', 'x');
    return dir;
  }

  it('is asked through standard input', async () => {
    const dir = installed();
    await runOn(dir);
    expect(read(dir, 'app/page.tsx').split('\n').slice(0, -1)).toSatisfy((lines: string[]) =>
      lines.every((line) => line.endsWith(' // ok')),
    );
    expect(read(dir, 'app/page.tsx')).toContain('@clerk/nextjs');
    expect(read(dir, 'app/other.tsx')).not.toContain('// ok');
  });
});

it('biome that only lints formats nothing', async () => {
  const dir = app({
    dev: { '@biomejs/biome': '2' },
    files: { 'biome.json': '{ "formatter": { "enabled": false } }\n' },
  });
  commitAll(dir);
  expect((await runOn(dir)).report.followUps.map(({ rule }) => rule)).not.toContain('formatting');
});
