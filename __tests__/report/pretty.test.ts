import pc from 'picocolors';
import { describe, expect, test } from 'vitest';
import { imbalance } from '../../lib/ledger.js';
import { renderPretty } from '../../lib/report/pretty.js';
import { sample, site, withoutAuthjs } from './sample.js';

/** The section of what is left. */
const leftOf = (text: string): string =>
  text.slice(text.indexOf('Left for you'), text.indexOf('\n\nCalls to Clerk’s API'));

const plain = { colors: pc.createColors(false), dryRun: false };

describe('the report at a terminal', () => {
  test('says what the app is, what changed, what is left, what failed, and adds up', () => {
    expect(imbalance(sample())).toBeUndefined();
    expect(renderPretty(sample(), plain)).toMatchInlineSnapshot(`
      "apps/web · Next 15.1 (App Router) · next-auth 4.24 → Clerk 7 · adapter prisma · TypeScript

      Modified · 1 file
        apps/web/app/(auth)/[id]/page.tsx  2 rewritten, 2 manual

      Created · 1 file
        apps/web/lib/clerk-session.ts

      Deleted · 1 file
        apps/web/auth.ts  1 removed, 1 bridged

      Left for you · 3 sites in 2 files
        apps/web/app/(auth)/[id]/page.tsx:29:3    sign-in-options  signIn() gets options that no table knows.
        apps/web/app/(auth)/[id]/page.tsx:118:15  session-escape   The session is stored.
        apps/web/broken.ts:3:4                    file-error       not read
        What each asks for: authjs-clerk-codemod explain <rule>, or explain <file>:<line>

      Errors · 1 file, left as they were
        apps/web/broken.ts
          Unexpected token (3:4)
          at line 3

      Calls to Clerk’s API · 2 routes, at most for each request
        apps/web/app/api/posts/route.ts    2, 0 with the claims configured · before: 2 queries
        apps/web/app/(auth)/[id]/page.tsx  1 · before: 1 query
        1 route asked the database for sessions and asks nothing now

      Then
        Turn on GitHub in Clerk
          clerk config patch clerk.patch.json

          Then look at it.

      7 sites: 2 rewritten + 1 removed + 1 bridged + 3 manual · 1 file changed, 1 created, 1 deleted · 1 error · 1.2 s
      "
    `);
  });

  test('a dry run says what would change, with the lines of the files as they are', () => {
    const text = renderPretty(sample(), { ...plain, dryRun: true });
    expect(text).toContain('To modify · 1 file');
    expect(text).toContain('page.tsx:120:15');
    expect(text).toContain(
      '1 file to change, 1 to create, 1 to delete · 1 error · 1.2 s · dry run, nothing was written\n',
    );
  });

  test('names the routes that ask most in a terminal, and nothing where none asks', () => {
    const report = sample();
    const [route] = report.routes;
    report.routes = Array.from({ length: 20 }, (_, index) => ({ ...route!, calls: index + 1, queriesBefore: null }));
    const text = renderPretty(report, { ...plain, columns: 100 });
    expect(text).toContain('page.tsx  20, 1 with the claims configured\n');
    expect(text).toContain('\n  and 12 more\n');
    expect(text).not.toContain('before:');
    expect(renderPretty({ ...report, routes: [] }, plain)).not.toContain('Calls to Clerk');
  });

  test('a file that got nothing but comments is told apart', () => {
    const report = sample();
    const sites = [site({ outcome: 'manual' })];
    report.files = [
      { path: 'a.ts', status: 'modified', transforms: [], sites },
      { path: 'b.ts', status: 'modified', transforms: ['use-session'], sites },
      { path: 'package.json', status: 'modified', transforms: [], sites },
    ];
    expect(renderPretty(report, plain)).toContain(
      '  a.ts          1 manual, TODO comments only\n  b.ts          1 manual\n  package.json  1 manual\n',
    );
  });

  test('an app without Auth.js takes one line', () => {
    expect(renderPretty(withoutAuthjs(), plain)).toBe(
      'apps/web · Next 15.1 (App Router) · no Auth.js here, nothing to do\n',
    );
  });

  test('what is left is listed where the app itself has no Auth.js', () => {
    const report = withoutAuthjs();
    report.files = [{ path: 'a.ts', status: 'unchanged', transforms: [], sites: [site({ outcome: 'manual' })] }];
    report.summary.sitesFound = report.summary.sitesManual = 1;
    expect(renderPretty(report, plain)).toContain('  a.ts:1:1  use-session  a message\n');
  });

  test('several apps take a line each; both routers, a prerelease, no version', () => {
    const report = sample();
    const [first] = report.projects;
    report.projects = [
      first!,
      {
        ...first!,
        app: 'apps/admin',
        authjs: '5.0.0-beta.25',
        clerk: null,
        routers: ['app', 'pages'],
        adapter: null,
        language: 'js',
        next: 'canary',
      },
    ];
    expect(renderPretty(report, plain)).toContain(
      'apps/admin · Next canary (App and Pages Router) · next-auth 5.0.0-beta.25 → Clerk · JavaScript\n',
    );
  });

  test('what only follows other code is counted, what goes by itself later stands below, and the numbers add up', () => {
    const report = sample();
    const manual = (rule: string, line: number, message = 'a message') =>
      site({ outcome: 'manual', rule, line, message });
    report.files = [
      {
        path: 'a.ts',
        status: 'unchanged',
        transforms: [],
        sites: [
          manual('import-in-use', 1, 'stays while a use of it stays'),
          manual('env-variable', 2),
          manual('session-escapes', 3, 'the user is handed on whole'),
          manual('session-escapes', 4, 'stays with the call'),
          manual('session-escapes', 9, 'the user is handed on whole'),
          manual('auth-config-in-use', 12, 'one reason'),
          manual('auth-config-in-use', 12, 'another'),
        ],
      },
      {
        path: 'b.ts',
        status: 'unchanged',
        transforms: [],
        sites: [manual('import-in-use', 1), manual('auth-type', 5)],
      },
    ];
    expect(leftOf(renderPretty(report, plain))).toMatchInlineSnapshot(`
      "Left for you · 9 sites in 2 files
        a.ts:3:1   session-escapes     the user is handed on whole (2 sites: lines 3, 9)
        b.ts:5:1   auth-type           a message

        Once that is done and the command is run again
        a.ts:2:1   env-variable        a message
        a.ts:12:1  auth-config-in-use  the set-up stays while code needs it (2 sites)
        and 2 imports and 1 argument, to go with the code that uses them
        What each asks for: authjs-clerk-codemod explain <rule>, or explain <file>:<line>"
    `);
    expect(leftOf(renderPretty(report, { ...plain, columns: 60 }))).toMatchInlineSnapshot(`
      "Left for you · 9 sites in 2 files
        session-escapes  the user is handed on whole
          a.ts:3:1 (2 sites: lines 3, 9)
        auth-type  a message
          b.ts:5:1

        Once that is done and the command is run again
        env-variable  a message
          a.ts:2:1
        auth-config-in-use  the set-up stays while code needs it
          a.ts:12:1 (2 sites)
        and 2 imports and 1 argument, to go with the code that uses them
        What each asks for: authjs-clerk-codemod explain <rule>, or explain <file>:<line>"
    `);
  });

  test('where only variables are left, nothing else has to be done first', () => {
    const report = sample();
    report.files = [
      { path: 'a', status: 'unchanged', transforms: [], sites: [site({ outcome: 'manual', rule: 'env-variable' })] },
    ];
    expect(renderPretty(report, plain)).not.toContain('Once that is done');
  });

  test('the app that the command stands in has no name', () => {
    const report = sample();
    report.projects[0]!.app = '.';
    expect(renderPretty(report, plain)).toMatch(/^Next 15\.1 \(App Router\) · next-auth/);
  });

  test('a terminal is spared a long list of changed files, a pipe gets all of it', () => {
    const report = sample();
    report.files = Array.from({ length: 50 }, (_, index) => ({
      path: `${index}.ts`,
      status: 'modified',
      transforms: [],
      sites: [site({})],
    }));
    expect(renderPretty(report, { ...plain, columns: 100 })).toContain('  39.ts  1 rewritten\n  and 10 more\n');
    expect(renderPretty(report, plain)).toContain('  49.ts  1 rewritten\n');
  });

  test('messages wrap under themselves where there is room, and stand above the places where there is none', () => {
    const report = sample();
    const path = `${'very-long-folder/'.repeat(8)}page.tsx`;
    const message = 'This session is handed over whole to a function that no file of the app defines.';
    report.files = [
      { path: 'a.ts', status: 'unchanged', transforms: [], sites: [site({ outcome: 'manual', message })] },
      { path, status: 'unchanged', transforms: [], sites: [site({ outcome: 'manual', message: 'short' })] },
    ];
    const text = renderPretty(report, { ...plain, columns: 72 });
    expect(text).toContain(
      `  a.ts:1:1  use-session  This session is handed over whole to a function\n${' '.repeat(25)}that no file of the app defines.\n`,
    );
    expect(text).toContain(`  ${path}:1:1  use-session  short\n`);
    expect(renderPretty(report, { ...plain, columns: 60 })).toContain(
      `  use-session  This session is handed over whole to a\n${' '.repeat(15)}function that no file of the app defines.\n    a.ts:1:1\n  use-session  short\n    ${path}:1:1\n`,
    );
  });

  test("text of the app can't steer the terminal", () => {
    const report = sample();
    report.files = [
      {
        path: 'a\u001b[2J.ts',
        status: 'error',
        transforms: [],
        error: '\u001b]0;x\u0007 \u202e',
        sites: [site({ outcome: 'manual', message: '\u009b1m' })],
      },
    ];
    const text = renderPretty(report, plain);
    expect(text.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\u202e]/u);
    expect(text).toContain('a\\u001b[2J.ts');
  });

  test('colours change nothing but colours', () => {
    const colored = renderPretty(sample(), { ...plain, colors: pc.createColors(true) });
    expect(colored).toContain('\u001b[');
    // oxlint-disable-next-line no-control-regex
    expect(colored.replaceAll(/\u001b\[\d+m/g, '')).toBe(renderPretty(sample(), plain));
  });
});
