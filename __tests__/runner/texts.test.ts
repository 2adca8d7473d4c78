import { join } from 'node:path';
import { expect, it } from 'vitest';
import { textsOf } from '../../lib/runner/texts.js';
import { folder } from './folder.js';

it('knows the files that a run changes as planned, and the others from the disk', () => {
  const cwd = folder({ 'a.ts': 'as it is\n' });
  const texts = textsOf([{ path: join(cwd, 'b', '(c)', 'd.ts'), before: 'old\n', after: null }], cwd);
  expect(texts('b/(c)/d.ts')).toEqual({ before: 'old\n', after: null });
  expect(texts('a.ts')).toEqual({ before: 'as it is\n', after: 'as it is\n' });
  expect(texts('none.ts')).toBeUndefined();
});

it('shows no secret', () => {
  const cwd = folder({
    '.env': '# OLD=abc\nNEXTAUTH_SECRET=abc\nNEXTAUTH_URL=abc\n',
    '.env.example': 'NEXTAUTH_SECRET=\nNEXTAUTH_URL=http://localhost:3000\nAUTH_GITHUB_SECRET="abc"\n',
    'compose.yml': 'environment:\n  NEXTAUTH_SECRET: abc\n  NEXTAUTH_URL: http://localhost\n  - API_KEY=abc\n',
    'turbo.json': '{ "globalEnv": ["NEXTAUTH_SECRET"] }\n',
  });
  const texts = textsOf([], cwd);
  const all = ['.env', '.env.example', 'compose.yml', 'turbo.json'].map((path) => texts(path)!.before!);
  expect(all.join('')).not.toContain('abc');
  expect(all[0]).toBe('# OLD=••••\nNEXTAUTH_SECRET=••••\nNEXTAUTH_URL=••••\n');
  expect(all[1]).toBe('NEXTAUTH_SECRET=\nNEXTAUTH_URL=http://localhost:3000\nAUTH_GITHUB_SECRET=••••\n');
  expect(all[2]).toContain('  NEXTAUTH_URL: http://localhost\n');
  expect(all[3]).toBe('{ "globalEnv": ["NEXTAUTH_SECRET"] }\n');
});
