import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser } from 'playwright-core';
import { APPS } from '../../e2e/apps/index.js';
import { fetchBundles } from '../../e2e/browser/bundles.js';
import { launch } from '../../e2e/browser/chromium.js';
import type { Finding } from '../../e2e/findings.js';
import { BIN } from '../../e2e/migrate.js';
import { withPair } from '../../e2e/pair.js';
import { PEOPLE } from '../../e2e/people.js';
import { finish, stopAll, type Finished } from '../../e2e/processes.js';
import { runApp, type Result } from '../../e2e/run-app.js';
import { removeFolders } from '../../e2e/workspace.js';

/** An install, two builds, and the time that a busy machine takes for them, in milliseconds. */
const PATIENCE = 900_000;
/** Three of the apps, each of another kind: the Pages Router with an adapter and credentials, proxy.ts, roles and actions; `npm run e2e` runs all. */
const SOME = ['v4-pages-trpc', 'v5-proxy'];
const SPOILT = 'v5-roles';
const ADMIN = PEOPLE.find(({ name }) => name === 'admin')!;

const appNamed = (name: string) => APPS.find((app) => app.name === name)!;
const log = (line: string) => void process.stderr.write(`${line}\n`);
const open = ({ findings }: Pick<Result, 'findings'>): readonly Finding[] =>
  findings.filter(({ accepted }) => accepted === undefined);

let browser: Browser | undefined;
beforeAll(async () => {
  await fetchBundles();
  browser = await launch();
});
afterAll(async () => {
  await browser?.close();
  await stopAll();
  removeFolders();
});

describe.each(SOME)('%s, before and after', (name) => {
  it('answers everybody as before', { timeout: PATIENCE }, async () => {
    const result = await runApp(appNamed(name), { log, browser });
    expect(open(result)).toEqual([]);
    expect(result.answers.size).toBe(appNamed(name).requests.length * 4);
  });
});

/** Puts other text into a file of the migrated copy; what was to go has to be there. */
function change(dir: string, path: string, from: string | RegExp, to: string): void {
  const file = join(dir, path);
  const text = readFileSync(file, 'utf8');
  const changed = text.replace(from, to);
  expect(changed, `${path} has no ${from}`).not.toBe(text);
  writeFileSync(file, changed);
}

/** A migration by somebody who follows the guide's first page, and does not look further. */
function spoil(dir: string): void {
  // The guide's middleware, which protects nothing.
  writeFileSync(
    join(dir, 'middleware.ts'),
    `import { clerkMiddleware } from "@clerk/nextjs/server";

export default clerkMiddleware();

export const config = { matcher: ["/((?!_next/).*)"] };
`,
  );
  // A check that got lost.
  change(dir, 'app/api/me/route.ts', /^ *if \(!session\?\.user\).*\n/m, '');
  change(dir, 'app/api/me/route.ts', /session\.user/g, 'session?.user');
  // What Clerk 7 still exports, and throws on.
  change(dir, 'app/board/page.tsx', '<h1>The board</h1>', '<SignedIn><h1>The board</h1></SignedIn>');
  change(dir, 'app/board/page.tsx', /^/, 'import { SignedIn } from "@clerk/nextjs";\n');
}

/** Runs the `verify` command on both built copies while they answer, with the cookies of the admin. */
const verify = (folder: string, format: string): Promise<Finished> =>
  withPair(appNamed(SPOILT), folder, async ({ before, after }) => {
    const cookies = mkdtempSync(join(tmpdir(), 'authjs-clerk-e2e-cookies-'));
    try {
      writeFileSync(join(cookies, 'before'), await before.cookieOf(ADMIN));
      writeFileSync(join(cookies, 'after'), await after.cookieOf(ADMIN));
      const sides = ['--before', before.base.origin, '--after', after.base.origin];
      const people = ['--cookie-before', `@${join(cookies, 'before')}`, '--cookie-after', `@${join(cookies, 'after')}`];
      const facts = ['--fact', 'Ada Admin', '--fact', 'Welcome to the board'];
      return await finish(process.execPath, [BIN, 'verify', ...sides, ...people, ...facts, '--format', format], {
        cwd: join(folder, 'after'),
        env: {},
      });
    } finally {
      rmSync(cookies, { recursive: true });
    }
  });

describe(`${SPOILT}, migrated right and wrong`, () => {
  let result: Result;
  const verified: Finished[] = [];
  beforeAll(async () => {
    const built = async (folder: string) => {
      verified.push(await verify(folder, 'pretty'));
      // A check that got lost, in the built route: the copy need not be built again.
      change(join(folder, 'after'), '.next/server/app/api/me/route.js', /status:\s*401/, 'status:200');
      verified.push(await verify(folder, 'json'), await verify(folder, 'pretty'));
    };
    result = await runApp(appNamed(SPOILT), { log, browser, spoil, built });
  }, 2 * PATIENCE);

  it('shows no difference to the verify command where it is right', () => {
    expect(verified[0]).toEqual({ code: 0, output: '12 answers compared, no difference\n' });
  });

  it('shows the one difference that is planted to the verify command, and nothing else', () => {
    expect(verified[1]!.code).toBe(1);
    expect(JSON.parse(verified[1]!.output)).toMatchObject({
      compared: 12,
      open: [],
      differences: [
        {
          person: 'signed out',
          method: 'GET',
          path: '/api/me',
          kind: 'opened',
          before: '401',
          after: 'answered (200)',
        },
      ],
    });
    expect(verified[2]).toEqual({
      code: 1,
      output: `Let in now, and not before
  GET /api/me, signed out
    before: 401
    after:  answered (200)

12 answers compared, 1 difference
`,
    });
  });

  it('answers everybody as before where it is right', () => {
    expect(open(result)).toEqual([]);
    expect(result.findings.length).toBe(3); // the accepted ones of e2e/differences.ts
  });

  const said = () => (result.spoilt ?? []).map(({ where, what }) => `${where}: ${what}`);

  it('is caught where the middleware is open', () => {
    expect(said()).toContainEqual(
      expect.stringMatching(/^user · GET \/admin #\d+: opened: sent to sign in.* → answered/),
    );
  });

  it('is caught where a check is lost', () => {
    expect(said()).toContainEqual(expect.stringMatching(/^signed out · GET \/api\/me #\d+: opened: 401 → answered/));
  });

  it('is caught where a component throws that Clerk 7 took away', () => {
    expect(said()).toContainEqual(
      expect.stringMatching(/^user · GET \/board #\d+: closed: answered \(200\) → failed \(500\)/),
    );
  });
});
