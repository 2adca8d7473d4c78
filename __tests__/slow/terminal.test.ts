import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { atTerminal, hasPty } from '../helpers/at-terminal.js';
import { checkout, FIXTURES, git } from '../runner/app.js';

const BIN = join(import.meta.dirname, '..', '..', 'dist', 'bin', 'authjs-clerk-codemod.js');

const ENTER = '\r';
const DOWN = '\x1b[B';
const CTRL_C = '\x03';

if (!hasPty) process.stdout.write('no python3 with a pty module: the terminal flow is not driven\n');

const session = (cwd: string, args: readonly string[], steps: Parameters<typeof atTerminal>[2]) =>
  atTerminal([process.execPath, BIN, ...args], cwd, steps);

const app = () => checkout(join(FIXTURES, 'apps', 'v4-app-ts', 'input'));
const isClean = (cwd: string) => git(cwd, 'status', '--porcelain') === '';
/** Each prompt of clack’s begins with this sign while it waits. */
const promptsIn = (text: string) => new Set([...text.matchAll(/◆ {2}(.+\?)/g)].map(([, question]) => question)).size;

const CHOICES = [
  ['Which user id', ENTER],
  ['row of a new user', ENTER],
  ['Where shall people sign in', ENTER],
] as const;

/** The same said on the command line, so that only the plan is asked about. */
const CHOSEN = ['--user-ids', 'external', '--sync', 'none', '--ui', 'auto', '--profile', 'auto'];

describe.skipIf(!hasPty)('a person at a terminal', () => {
  it('is led from what was found to the next command, with four questions at most', () => {
    const cwd = app();
    const { code, text, missed } = session(cwd, ['.'], [...CHOICES, [' and delete ', ENTER]]);
    expect({ code, missed }).toEqual({ code: 0, missed: null });
    expect(promptsIn(text)).toBe(4);
    const order = [
      'next-auth 4.24 → Clerk 7',
      '34 references',
      'The plan',
      'rewritten +',
      'Besides',
      'Next: npm install',
    ];
    const places = order.map((part) => text.indexOf(part));
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(places).not.toContain(-1);
    expect(isClean(cwd)).toBe(false);
    expect(readFileSync(join(cwd, '.git/authjs-clerk-codemod/last-run.md'), 'utf8')).toMatch(
      /^## From Auth\.js to Clerk/,
    );
  });

  it('may leave at each question, and nothing is written', () => {
    for (const steps of [
      [['Which user id', CTRL_C]],
      [CHOICES[0], ['row of a new user', CTRL_C]],
      [...CHOICES, [' and delete ', CTRL_C]],
      [...CHOICES, [' and delete ', DOWN + DOWN + DOWN + ENTER]],
    ] as const) {
      const cwd = app();
      const { code, text, missed } = session(cwd, ['.'], steps);
      expect({ code, missed, clean: isClean(cwd) }).toEqual({ code: 2, missed: null, clean: true });
      expect(text).toMatch(/nothing was written/);
    }
  });

  it('sees the diff before the answer', () => {
    const cwd = app();
    const { code, text } = session(
      cwd,
      ['.', ...CHOSEN],
      [
        [' and delete ', DOWN + ENTER],
        [' and delete ', DOWN + DOWN + DOWN + ENTER],
      ],
    );
    expect(code).toBe(2);
    expect(text).toMatch(/^\+import \{ .*@clerk\/nextjs/m);
    expect(promptsIn(text)).toBe(1);
  });

  it('goes through the files one by one, and is asked again where skipping one changes another', () => {
    const cwd = app();
    const { code, text, missed } = session(
      cwd,
      ['.', '--interactive', ...CHOSEN],
      [
        ['.env.example?', ENTER],
        ['nextauth]/route.ts?', ENTER],
        ['api/projects/route.ts?', DOWN + ENTER], // skip
        ['changed since you accepted it', ''],
        ['.env.example?', DOWN + DOWN + ENTER], // this and all that follow
        [' and delete ', ENTER],
      ],
    );
    expect({ code, missed }).toEqual({ code: 0, missed: null });
    expect(text).toMatch(/Without app\/api\/projects\/route\.ts these come out otherwise: .*lib\/auth\.ts/);
    const status = git(cwd, 'status', '--porcelain');
    expect(status).not.toMatch(/api\/projects|D .*nextauth/); // what the skipped file needs stays with it
    expect(status).toMatch(/app\/page\.tsx/);
  });

  it('sees no colours with --no-color, and no question with --yes', () => {
    const { output, text } = session(app(), ['.', '--yes', '--no-color'], []);
    // How far long work has come is shown by a slow machine alone: that line moves the cursor, and has no colour.
    expect(output.split('\x1b[').filter((rest, at) => at > 0 && /^[\d;]*m/.test(rest))).toEqual([]);
    expect(promptsIn(text)).toBe(0);
  });
});
