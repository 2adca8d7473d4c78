import { describe, expect, it } from 'vitest';
import { Rest } from '../../lib/scan/rest.js';
import { scan } from '../../lib/scan/scan.js';
import { parseWithOxc } from '../../lib/scan/oxc.js';

const MEBIBYTE = 'x'.repeat(2 ** 20);

describe('texts of files without Auth.js', () => {
  it('are kept while there is room, and read again beyond', () => {
    const read: string[] = [];
    const rest = new Rest({ read: (path) => (read.push(path), `${path} again`) });
    for (let count = 0; count < 50; count++) rest.add(`${count}.ts`, MEBIBYTE);
    expect(rest.textOf('0.ts')).toBe(MEBIBYTE);
    expect(rest.textOf('49.ts')).toBe('49.ts again');
    expect(rest.textOf('none.ts')).toBeUndefined();
    expect(read).toEqual(['49.ts']);
    expect(rest.take('49.ts')).toBe('49.ts again');
    expect([rest.has('49.ts'), rest.size]).toEqual([false, 49]);
  });

  it('a first look by bytes finds the same', () => {
    const files: Record<string, string> = {
      'größe/auth.ts': "export { useSession } from 'next-auth/react';",
      'a.ts': "// größe\nimport { useSession } from './größe/auth';\nuseSession();",
      'b.ts': "import './größe/other';",
    };
    const input = {
      files: Object.keys(files),
      read: (path: string) => files[path],
      resolve: (specifier: string) => Object.keys(files).find((path) => path === `${specifier.slice(2)}.ts`),
      importStemsOf: (path: string) => [path.split('/').at(-1)!.replace('.ts', '')],
      parse: parseWithOxc,
      isOwnRoute: () => false,
    };
    const whole = scan(input);
    const byBytes = scan({
      ...input,
      look: (path) => Buffer.from(files[path]!).toString('latin1'),
      keepsTexts: false,
    });
    expect([...byBytes.files]).toEqual([...whole.files]);
    expect([...whole.files.keys()]).toEqual(['größe/auth.ts', 'a.ts']);
    expect(byBytes.textOf('b.ts')).toBe(files['b.ts']);
  });
});
