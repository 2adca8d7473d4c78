import { createHash } from 'node:crypto';
import { createColors } from 'picocolors';
import { describe, expect, it } from 'vitest';
import type { Report } from '../../lib/ledger.js';
import type { FileTexts } from '../../lib/report/excerpts.js';
import { render } from '../../lib/report/index.js';
import { sample, site } from './sample.js';

const PAGE = 'apps/web/app/(auth)/[id]/page.tsx';
const EVIL = `</script></style><script>alert(1)</script>" onload='x' <!-- \u202e \u0007`;

function written(report: Report = sample(), texts: Record<string, FileTexts> = {}): string {
  return render(report, 'html', { colors: createColors(false), dryRun: false, texts: (path) => texts[path] });
}

const numbered = (amount: number) => Array.from({ length: amount }, (_, index) => `const line = ${index + 1};`);

describe('html', () => {
  it('holds the numbers, each site with what a filter needs, what to do then, and what each rule means', () => {
    const page = written();
    expect(page).toContain('<dd>7</dd>');
    expect(page.match(/<li data-rule=/g)).toHaveLength(7);
    expect(page).toContain('<li data-rule="session-escape" data-outcome="manual">');
    expect(page).toContain(`data-file="${PAGE}"`);
    expect(page).toContain('Turn on GitHub in Clerk');
    expect(page).toContain('<article id="rule-use-session">');
    expect(page).toContain('Unexpected token (3:4)');
    expect(page).toContain('<code>apps/web/app/api/posts/route.ts</code>');
  });

  it('shows code before and after, with the site marked', () => {
    const lines = numbered(4);
    const before = `${lines.with(1, 'const session = useSession();').join('\n')}\n`;
    const after = `${lines.with(1, 'const user = useUser();').join('\n')}\n`;
    const report = sample();
    report.files[0]!.sites = [site({ line: 2, column: 17, endLine: 2, endColumn: 27, outputLine: 2 })];
    const page = written(report, { [PAGE]: { before, after } });
    expect(page).toContain('<del data-n="2">const session = <mark>useSession</mark>();</del>');
    expect(page).toContain('<ins data-n="2">const user = useUser();</ins>');
    expect(page).toContain('<span data-n="1">const line = 1;</span>');
  });

  it('shows a new file whole', () => {
    const page = written(sample(), { 'apps/web/lib/clerk-session.ts': { before: null, after: 'export {};\n' } });
    expect(page).toContain('<span data-n="1">export {};</span>');
  });

  it('needs no network: what it could load is forbidden, and only its own script and style are let run', () => {
    const page = written();
    const policy = /Content-Security-Policy" content="([^"]+)"/.exec(page)![1]!.replaceAll('&#39;', "'");
    expect(policy).toContain("default-src 'none'");
    for (const [element, directive] of [
      ['script', 'script-src'],
      ['style', 'style-src'],
    ]) {
      const text = new RegExp(`<${element}>([\\s\\S]*?)</${element}>`).exec(page)![1]!;
      expect(policy).toContain(`${directive} 'sha256-${createHash('sha256').update(text).digest('base64')}'`);
    }
    expect(page).not.toMatch(/<[^<>]*\s(?:src|srcset|style|on\w+)=/);
  });

  it('lets no text of the app become an element', () => {
    const report = sample();
    report.files = [
      {
        path: EVIL,
        status: 'modified',
        transforms: [],
        error: EVIL,
        sites: [site({ symbol: EVIL, message: EVIL, rule: EVIL, endLine: 1, endColumn: 9 })],
      },
    ];
    report.followUps = [{ rule: EVIL, title: EVIL, detail: EVIL }];
    report.routes[0]!.path = EVIL;
    report.projects[0]!.app = EVIL;
    const page = written(report, { [EVIL]: { before: `${EVIL}\n`, after: 'x\n' } });
    expect(page.match(/<script/g)).toHaveLength(1);
    expect(page.match(/<\/script/g)).toHaveLength(1);
    expect(page.match(/<\/style/g)).toHaveLength(1);
    for (const raw of ['<!--', '\u202e', '\u0007', '" onload']) expect(page).not.toContain(raw);
    expect(page).toContain('&lt;/script&gt;');
  });
});
