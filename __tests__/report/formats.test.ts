import pc from 'picocolors';
import { describe, expect, it } from 'vitest';
import type { Report } from '../../lib/ledger.js';
import { FORMATS, formatOfFile, render, type Format } from '../../lib/report/index.js';
import { openSites } from '../../lib/report/open-sites.js';
import { faultsOf } from '../helpers/report-schema.js';
import { sample, site } from './sample.js';

const written = (format: Format, report: Report = sample(), dryRun = false) =>
  render(report, format, { colors: pc.createColors(false), dryRun });

interface SarifRun {
  readonly tool: { driver: { rules: { id: string; defaultConfiguration: { level: string } }[] } };
  readonly results: { ruleId: string; level: string }[];
}

/** A report whose one open site has texts that mean something to every format. */
function hostile(): Report {
  const report = sample();
  const text = '</script> | ] `x` "q" & %0A ::error:: \u001b[31m*\r\nnext';
  report.files = [
    {
      path: 'app/[id]/a,b:c|`d` é.tsx',
      status: 'modified',
      transforms: [],
      sites: [site({ outcome: 'manual', rule: 'session-escapes', message: text, line: 5, endLine: 5 })],
    },
  ];
  report.followUps = [{ rule: 'x', title: text, detail: text }];
  return report;
}

describe('the schema of the report', () => {
  it('takes what is written as JSON', () => {
    expect(faultsOf(JSON.parse(written('json')))).toEqual([]);
  });

  it.each([
    ['a field that nobody described', (report: Record<string, unknown>) => (report['extra'] = 1)],
    ['no summary', (report: Record<string, unknown>) => delete report['summary']],
    ['another version', (report: Record<string, unknown>) => (report['schemaVersion'] = 2)],
  ])('refuses %s', (_, spoil) => {
    const report = JSON.parse(written('json')) as Record<string, unknown>;
    spoil(report);
    expect(faultsOf(report)).not.toEqual([]);
  });
});

describe('fingerprints', () => {
  const of = (report: Report) => openSites(report, false).map(({ fingerprint }) => fingerprint);

  it('outlive moved lines, and tell equal sites of a file apart', () => {
    const report = sample();
    const first = report.files[0]!;
    first.sites.push({ ...first.sites[2]! });
    const before = of(report);
    expect(new Set(before).size).toBe(before.length);
    for (const each of first.sites) Object.assign(each, { line: each.line + 7, outputLine: 200 });
    expect(of(report)).toEqual(before);
    first.sites[2]!.symbol = 'another';
    expect(of(report)).not.toEqual(before);
  });
});

describe('markdown', () => {
  it('holds the numbers, what is left with its lines as written, and what to do then', () => {
    const text = written('markdown');
    expect(text).toContain('moved **4 of 7 references** to Auth.js');
    expect(text).toContain('| `apps/web/app/(auth)/[id]/page.tsx:118` | [session-escape](https://');
    expect(text).toContain('- `apps/web/broken.ts`: Unexpected token (3:4) at line 3');
    expect(text).toContain('- [ ] **Turn on GitHub in Clerk.** clerk config patch clerk.patch.json Then look at it.');
    expect(text).toContain('- `apps/web/auth.ts` deleted');
    expect(written('markdown', sample(), true)).toContain('page.tsx:120`');
  });

  it('lets no text of the app become Markdown', () => {
    const row = written('markdown', hostile())
      .split('\n')
      .find((line) => line.includes('session-escapes'))!;
    expect(row).toContain('| `` app/[id]/a,b:c\\|`d` é.tsx:5 `` |');
    expect(row).toContain('&lt;/script> \\| \\] \\`x\\`');
    expect(row.split(/(?<!\\)\|/)).toHaveLength(5);
  });
});

describe('the severity of a rule', () => {
  const [error, warning, note] = ['middleware-role', 'session-escapes', 'import-in-use'];
  const report = sample();
  report.files = [
    {
      path: 'app/page.tsx',
      status: 'unchanged',
      transforms: [],
      sites: [error, warning, note].map((rule, line) => site({ rule: rule!, outcome: 'manual', line: line + 1 })),
    },
  ];

  it('is the level of a SARIF result and of its rule', () => {
    const [run] = (JSON.parse(written('sarif', report)) as { runs: SarifRun[] }).runs;
    const levels = run!.results.map(({ ruleId, level }) => [ruleId, level]);
    expect(levels).toEqual([
      [error, 'error'],
      [warning, 'warning'],
      [note, 'note'],
    ]);
    expect(run!.tool.driver.rules.map(({ id, defaultConfiguration: { level } }) => [id, level])).toEqual(
      levels.toSorted(([a], [b]) => (a! < b! ? -1 : 1)),
    );
  });

  it('is the command of a GitHub annotation, GitLab’s severity, and a word of an agent’s line', () => {
    expect(written('github', report).match(/^::\w+ file=/gm)).toEqual([
      '::error file=',
      '::warning file=',
      '::notice file=',
    ]);
    const issues = JSON.parse(written('gitlab', report)) as { severity: string }[];
    expect(issues.map(({ severity }) => severity)).toEqual(['critical', 'major', 'minor']);
    expect(written('agent', report).match(/(?<=^app\/page\.tsx:\d:1: )\w+/gm)).toEqual(['error', 'warning', 'note']);
  });

  it('stands in the HTML beside the rule and at each site that is left', () => {
    for (const name of ['error', 'warning', 'note'])
      expect(written('html', report).split(`<span class="severity ${name}">${name}</span>`)).toHaveLength(3);
  });
});

describe('github', () => {
  it('annotates what is left and what failed', () => {
    const lines = written('github').trimEnd().split('\n');
    expect(lines[0]).toBe('::error file=apps/web/broken.ts,line=1,title=file-error::Unexpected token (3:4) at line 3');
    expect(lines[1]).toMatch(
      /^::warning file=apps\/web\/app\/\(auth\)\/\[id\]\/page\.tsx,line=118,endLine=119,title=session-escape::The session is stored\. \(https:/,
    );
    expect(lines.at(-1)).toMatch(/^::notice title=authjs-clerk-codemod::7 references/);
  });

  it('escapes what would end a command or a property', () => {
    const [line] = written('github', hostile(), true).split('\n');
    expect(line).toMatch(
      /^::warning file=app\/\[id\]\/a%2Cb%3Ac\|`d` é\.tsx,line=5,endLine=5,col=1,endColumn=2,title=/,
    );
    expect(line).toContain('%250A');
    expect(line).toContain('%0D%0Anext');
  });
});

describe('gitlab', () => {
  it('lists issues, each with a fingerprint of its own', () => {
    const issues = JSON.parse(written('gitlab')) as Record<string, unknown>[];
    expect(issues).toHaveLength(4);
    expect(new Set(issues.map((issue) => issue['fingerprint'])).size).toBe(4);
    expect(issues[1]).toMatchObject({
      check_name: 'session-escape',
      severity: 'major',
      location: { path: 'apps/web/app/(auth)/[id]/page.tsx', lines: { begin: 118, end: 119 } },
    });
  });
});

describe('sarif', () => {
  interface Log {
    runs: [
      {
        tool: { driver: { rules: { id: string; helpUri: string }[] } };
        invocations: { executionSuccessful: boolean; toolExecutionNotifications: object[] }[];
        results: {
          ruleId: string;
          ruleIndex: number;
          locations: { physicalLocation: { artifactLocation: { uri: string }; region: object } }[];
          partialFingerprints: Record<string, string>;
        }[];
      },
    ];
  }
  const log = (report?: Report, dryRun?: boolean) => (JSON.parse(written('sarif', report, dryRun)) as Log).runs[0];

  it('has a rule for each result, and says which files failed', () => {
    const { tool, results, invocations } = log();
    for (const result of results) expect(tool.driver.rules[result.ruleIndex]!.id).toBe(result.ruleId);
    expect(results).toHaveLength(3);
    expect(invocations[0]).toMatchObject({ executionSuccessful: false });
    expect(invocations[0]!.toolExecutionNotifications).toHaveLength(1);
    expect(results[0]!.locations[0]!.physicalLocation.region).toEqual({ startLine: 118, endLine: 119 });
    expect(log(sample(), true).results[0]!.locations[0]!.physicalLocation.region).toMatchObject({
      startLine: 120,
      startColumn: 15,
    });
  });

  it('writes paths as addresses', () => {
    expect(log(hostile()).results[0]!.locations[0]!.physicalLocation.artifactLocation.uri).toBe(
      'app/%5Bid%5D/a%2Cb%3Ac%7C%60d%60%20%C3%A9.tsx',
    );
  });
});

describe('junit', () => {
  it('has a case a file: one fails, one could not be processed, the others pass', () => {
    const text = written('junit');
    expect(text).toMatch(
      /^<\?xml version="1\.0" encoding="UTF-8"\?>\n<testsuites name="authjs-clerk-codemod" tests="3" failures="1" errors="1" time="1\.234">/,
    );
    expect(text).toContain('<failure type="session-escape sign-in-options" message="2 left to a person">');
    expect(text).toContain('<error type="file-error" message="Unexpected token (3:4) at line 3"/>');
    expect(text).toContain('<testcase classname="authjs-clerk-codemod" name="apps/web/auth.ts"/>');
  });

  it('holds nothing that XML does not take', () => {
    const text = written('junit', hostile());
    expect(text).toContain('&lt;/script&gt; | ] `x` &quot;q&quot; &amp; %0A');
    expect(text).not.toMatch(/(?!\n)\p{Cc}/u);
  });
});

describe('agent', () => {
  it('is one line a site, with what to do', () => {
    const lines = written('agent').trimEnd().split('\n');
    expect(lines[0]).toBe('apps/web/broken.ts:1:1: error file-error: Unexpected token (3:4) at line 3');
    expect(lines[1]).toBe('apps/web/app/(auth)/[id]/page.tsx:118:1: warning session-escape: The session is stored.');
    expect(lines.at(-1)).toBe('7 sites: 2 rewritten, 1 removed, 1 bridged, 3 manual, 1 errors');
    const [open, todo] = written('agent', hostile(), true).split('\n');
    expect(open).toMatch(/^app\/\[id\]\/a,b:c\|`d` é\.tsx:5:1: warning session-escapes: .+ help: /);
    expect(open).not.toContain('\u001b');
    expect(todo).toMatch(/^todo x: /);
  });
});

describe('all formats', () => {
  it.each(FORMATS)('%s ends in one line break, and is the same each time', (format) => {
    expect(written(format)).toMatch(/[^\n]\n$/);
    expect(written(format)).toBe(written(format));
  });

  it.each([
    ['report.json', 'json'],
    ['out/a.gitlab.json', 'gitlab'],
    ['a.sarif', 'sarif'],
    ['A.SARIF.JSON', 'sarif'],
    ['PULL.md', 'markdown'],
    ['a.xml', 'junit'],
    ['a.txt', 'pretty'],
    ['report.HTML', 'html'],
    ['a.pdf', undefined],
  ])('a report named %s is %s', (path, format) => expect(formatOfFile(path)).toBe(format));
});
