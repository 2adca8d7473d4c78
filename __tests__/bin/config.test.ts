import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Report } from '../../lib/ledger.js';
import { app, APP, cli, LEFTOVER } from './cli.js';

const CONFIG = 'authjs-clerk.config.ts';
const config = (settings: string) => ({ [CONFIG]: `export default ${settings};\n` });

describe('a config file', () => {
  it('says what the command line does not', () => {
    const dir = app({
      ...LEFTOVER,
      ...config(`{ strict: true, todo: false, format: 'json', ignore: ['lib/plain.ts'] }`),
    });
    const { code, out } = cli(dir, ['.', '--dry-run']);
    expect([code, (JSON.parse(out) as Report).summary.sitesManual > 0]).toEqual([1, true]);
    expect(cli(dir, ['.', '--dry-run', '--format', 'markdown']).out).toMatch(/^#/);
  });

  it('chooses transforms, unless the command line does', () => {
    const dir = app({ ...APP, ...config(`{ transforms: ['use-session'] }`) });
    const changed = (...args: string[]) =>
      (JSON.parse(cli(dir, ['.', '--dry-run', '--format', 'json', ...args]).out) as Report).files
        .filter(({ status }) => status === 'modified')
        .map(({ path }) => path);
    expect(changed()).not.toContain('app/(main)/page.tsx');
    expect(changed('-t', 'server-session')).toContain('app/(main)/page.tsx');
  });

  it('says where a field of the app’s own is read from, to a run and to explain', () => {
    const page = `import { getServerSession } from "next-auth";
import { authOptions } from "../../lib/auth";

export default async function Page() {
  const session = await getServerSession(authOptions);
  return <p>{session?.user?.company}</p>;
}
`;
    const files = { ...APP, 'app/company/page.tsx': page };
    const mapped = `{ fields: { 'user.company': { from: 'publicMetadata.company', type: 'string' } } }`;
    const diff = (dir: string) => cli(dir, ['app/company', '--dry-run', '--diff']).out;
    expect(diff(app({ ...files, ...config(mapped) }))).toContain(
      '+  return <p>{user?.publicMetadata.company as string | undefined}</p>;',
    );
    expect(diff(app({ ...files, ...config('{}') }))).not.toContain('publicMetadata.company');
    const { out } = cli(app({ ...files, ...config(mapped) }), ['explain', 'app/company/page.tsx:6']);
    expect(out).toContain('reads user.company, from publicMetadata.company');
  });

  it('is looked for by check, too', () => {
    const dir = app({ ...APP, ...config('{ max: 1000 }') });
    expect(cli(dir, ['check']).code).toBe(0);
    expect(cli(dir, ['check', '--max', '1']).code).toBe(1);
  });

  it('is looked for by explain, too, where a line is asked for', () => {
    const explained = (settings: string, ...args: string[]) =>
      cli(app({ ...APP, ...config(settings) }), ['explain', 'app/(main)/page.tsx:5', ...args]);
    expect(explained('{}').out).toContain('It is rewritten, by the rule server-session ');
    expect(explained(`{ transforms: ['use-session'] }`).out).not.toContain('It is rewritten');
    expect(explained(`{ ignore: ['app/(main)/**'] }`).out).toContain('the file was left out of this run');
    expect(explained('{}', '--ignore', 'app').out).toContain('the file was left out of this run');
    expect(explained('{ bridge: 1 }')).toMatchObject({ code: 2, err: `${CONFIG}: bridge has to be true or false\n` });
    expect(cli(app({ ...APP, ...config('{ bridge: 1 }') }), ['explain', 'session-escapes']).code).toBe(0);
  });

  it('names the folder of the hand-off: runs that write fill it, and check reads it once it is there', () => {
    const dir = app({ ...LEFTOVER, ...config(`{ handoff: 'left' }`) });
    expect(cli(dir, ['.', '--dry-run'])).toMatchObject({ code: 0, err: '' });
    expect(cli(dir, ['check']).out).not.toContain('Hand-off');
    expect(existsSync(join(dir, 'left'))).toBe(false);
    expect(cli(join(dir, 'app'), ['..']).err).toContain('The hand-off is in ../left: ');
    expect(existsSync(join(dir, 'left', 'RUNBOOK.md'))).toBe(true);
    expect(cli(dir, ['check']).out).toMatch(/^Hand-off, session-call-as-value \(1\): todo: /m);
    expect(cli(dir, ['check', '--handoff', 'nowhere']).code).toBe(2);
  });

  it('that can’t be read is one line on stderr, and nothing is written', () => {
    const dir = app({ ...APP, ...config('{ userIds: "github" }') });
    for (const args of [['.'], ['check']])
      expect(cli(dir, args)).toEqual({
        code: 2,
        out: '',
        err: `${CONFIG}: userIds has to be auto, external, clerk\n`,
      });
    expect(cli(dir, ['.', '--dry-run', '--config', 'other.json'])).toMatchObject({
      code: 2,
      err: expect.stringMatching(/^other\.json can't be read: [^\n]*\n$/),
    });
  });
});
