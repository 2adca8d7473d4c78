import type { Report } from '../ledger.js';
import { failures, openSites } from './open-sites.js';

/** JUnit's XML: a test case a file with sites, which fails where one of them is left; an error where it could not be processed. */
export function renderJunit(report: Report, { dryRun }: { dryRun: boolean }): string {
  const open = openSites(report, dryRun);
  const failed = new Map(failures(report).map(({ path, reason }) => [path, reason]));
  const files = report.files.filter(({ path, sites }) => sites.length > 0 || failed.has(path));
  const cases = files.map(({ path }) => {
    const own = open.filter(({ file }) => file.path === path);
    const reason = failed.get(path);
    const inner = [
      ...(reason === undefined ? [] : [element('error', { type: 'file-error', message: reason })]),
      ...(reason === undefined && own.length > 0
        ? [
            element(
              'failure',
              {
                type: [...new Set(own.map(({ site }) => site.rule))].join(' '),
                message: `${own.length} left to a person`,
              },
              own.map(({ site, line }) => `${path}:${line} ${site.rule}: ${site.message} (${site.help})`).join('\n'),
            ),
          ]
        : []),
    ];
    return {
      isFailure: reason === undefined && own.length > 0,
      text: element('testcase', { classname: report.tool.name, name: path }, inner),
    };
  });
  const counts = {
    tests: cases.length,
    failures: cases.filter(({ isFailure }) => isFailure).length,
    errors: failed.size,
    time: (report.summary.durationMs / 1000).toFixed(3),
  };
  const suite = element(
    'testsuite',
    { name: report.tool.name, ...counts },
    cases.map(({ text }) => text),
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n${element('testsuites', { name: report.tool.name, ...counts }, [suite])}\n`;
}

/** @param content text, or elements that are written already */
function element(
  name: string,
  attributes: Readonly<Record<string, string | number>>,
  content: string | readonly string[] = [],
): string {
  const opening = `<${name}${Object.entries(attributes)
    .map(([key, value]) => ` ${key}="${escaped(String(value))}"`)
    .join('')}`;
  if (typeof content === 'string') return `${opening}>${escaped(content)}</${name}>`;
  return content.length === 0 ? `${opening}/>` : `${opening}>\n${content.join('\n')}\n</${name}>`;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\n': '&#10;',
  '\t': '&#9;',
};

/** XML 1.0 has no way to write most control characters; a replacement character stands in for them. */
const escaped = (text: string): string =>
  text
    .replaceAll('\r', '')
    .replaceAll(/[&<>"\n\t]/g, (character) => ENTITIES[character]!)
    .replaceAll(/[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu, '\uFFFD');
