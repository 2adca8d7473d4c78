import type { Report } from '../ledger.js';
import { helpFor, ruleOf, severityOf } from '../source/rules.js';
import { LEVELS } from './levels.js';
import { failures, openSites, type OpenSite } from './open-sites.js';

const SCHEMA = 'https://json.schemastore.org/sarif-2.1.0.json';

/** SARIF 2.1.0: a result a site that is left, its rule with the text of its page, and fingerprints that outlive moved lines. */
export function renderSarif(report: Report, { dryRun }: { dryRun: boolean }): string {
  const open = openSites(report, dryRun);
  const ids = [...new Set(open.map(({ site }) => site.rule))].toSorted();
  const failed = failures(report);
  const log = {
    $schema: SCHEMA,
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: report.tool.name,
            semanticVersion: report.tool.version,
            informationUri: `https://www.npmjs.com/package/${report.tool.name}`,
            rules: ids.map(descriptorOf),
          },
        },
        columnKind: 'utf16CodeUnits',
        originalUriBaseIds: {
          SRCROOT: { description: { text: 'The folder in which the command ran.' } },
        },
        invocations: [
          {
            executionSuccessful: failed.length === 0,
            toolExecutionNotifications: failed.map(({ path, reason }) => ({
              level: 'error',
              message: { text: reason },
              locations: [{ physicalLocation: { artifactLocation: artifact(path) } }],
            })),
          },
        ],
        results: open.map((each) => resultOf(each, ids)),
      },
    ],
  };
  return `${JSON.stringify(log, undefined, 2)}\n`;
}

function descriptorOf(id: string) {
  const rule = ruleOf(id);
  return {
    id,
    shortDescription: { text: rule?.title ?? id },
    ...(rule && { fullDescription: { text: rule.meaning } }),
    ...(rule?.todo !== undefined && { help: { text: rule.todo, markdown: rule.todo } }),
    helpUri: helpFor(id),
    defaultConfiguration: { level: LEVELS[severityOf(id)].sarif },
  };
}

function resultOf({ file, site, line, endLine, columns, fingerprint }: OpenSite, ids: readonly string[]) {
  return {
    ruleId: site.rule,
    ruleIndex: ids.indexOf(site.rule),
    level: LEVELS[severityOf(site.rule)].sarif,
    message: { text: site.message },
    locations: [
      {
        physicalLocation: {
          artifactLocation: artifact(file.path),
          region: {
            startLine: line,
            endLine,
            ...(columns && { startColumn: columns.start, endColumn: columns.end }),
          },
        },
      },
    ],
    partialFingerprints: { 'site/v1': fingerprint },
  };
}

/** A relative address: `app/[id]/page.tsx` holds characters that an address may not. */
const artifact = (path: string) => ({
  uri: path
    .split('/')
    .map((segment) => (segment === '..' || segment === '.' ? segment : encodeURIComponent(segment)))
    .join('/'),
  uriBaseId: 'SRCROOT',
});
