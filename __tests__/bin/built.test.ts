import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { commands } from '../../bin/main.js';
import { TOOL } from '../../lib/tool.js';

const root = fileURLToPath(new URL('../../', import.meta.url));
const BUILT = join(root, 'dist/bin/authjs-clerk-codemod.js');
let app: string;
beforeAll(() => {
  app = mkdtempSync(join(tmpdir(), 'built-'));
  cpSync(join(root, '__testfixtures__/apps/v4-app-ts/input'), app, { recursive: true });
});
afterAll(() => rmSync(app, { recursive: true }));

/** What the built command prints; its own modules are put together into a few files. */
function built(...args: string[]): { code: number; out: string } {
  try {
    return {
      code: 0,
      out: execFileSync(process.execPath, [BUILT, ...args], { cwd: app, encoding: 'utf8', stdio: 'pipe' }),
    };
  } catch (error) {
    const { status, stdout } = error as { status: number; stdout: string };
    return { code: status, out: stdout };
  }
}

describe('the built command', () => {
  it.each(['--version', '-V'])('%s', (option) => {
    expect(built(option)).toEqual({ code: 0, out: `${TOOL.version}\n` });
  });

  it.each(['--help', '-h'])('%s, which the build wrote down, and is what the commands say', (option) => {
    const program = commands(() => undefined);
    program.configureOutput({ getOutHelpWidth: () => 80 });
    expect(built(option)).toEqual({ code: 0, out: program.helpInformation() });
  });

  it('finds the files that stand beside its modules', () => {
    const { code, out } = built('check', '--format', 'html');
    expect(code).toBe(1);
    expect(out).toMatch(/<style>[^<]{100}/);
  });

  it('reads a config in TypeScript, which imports the tool by its name', () => {
    writeFileSync(
      join(app, 'authjs-clerk.config.ts'),
      `import { defineConfig } from '${TOOL.name}';\nexport default defineConfig({ max: 1000 });\n`,
    );
    expect(built('check').code).toBe(0);
  });
});
