import pc from 'picocolors';
import { describe, expect, test } from 'vitest';
import { imbalance } from '../../lib/ledger.js';
import { renderPretty } from '../../lib/report/pretty.js';
import { sample, site, withoutAuthjs } from './sample.js';

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
        authjs-clerk-codemod explain <rule> shows why, and what to do

      Errors · 1 file, left as they were
        apps/web/broken.ts
          Unexpected token (3:4)
          at line 3

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

  test('a narrow terminal wraps messages and details under themselves; paths stay whole', () => {
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
