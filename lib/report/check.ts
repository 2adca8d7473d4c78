import type { Colors } from 'picocolors/types.js';
import type { Report } from '../ledger.js';
import { TOOL } from '../tool.js';
import { count } from './text.js';

/**
 * What is left of Auth.js, one line each that a terminal can click, and how many there are.
 * @param isBesideBaseline whether what a baseline lists is left out
 */
export function renderCheck(report: Report, colors: Colors, isBesideBaseline = false): string {
  const lines = report.files.flatMap(({ path, sites, error }) => [
    ...(error === undefined ? [] : [`${path}  ${colors.red(error)}`]),
    ...sites.map(({ line, column, symbol }) => `${path}:${line}:${column}  ${symbol}`),
  ]);
  for (const { title, detail } of report.followUps)
    lines.push(colors.dim(detail === '' ? `${title}.` : `${title}: ${detail}`));
  if (report.files.some(({ sites }) => sites.length > 0))
    lines.push(colors.dim(`What each asks for: ${TOOL.name} explain <file>:<line>`));
  const { sitesFound, errors } = report.summary;
  const files = report.files.filter(({ sites }) => sites.length > 0).length;
  const verdict =
    sitesFound === 0
      ? colors.green(isBesideBaseline ? 'Nothing of Auth.js is new.' : 'Nothing of Auth.js is left.')
      : colors.red(
          `${count(sitesFound, isBesideBaseline ? 'new reference' : 'reference')} to Auth.js${isBesideBaseline ? '' : ' left'} in ${count(files, 'file')}.`,
        );
  return `${[...lines, errors === 0 ? verdict : `${verdict} ${count(errors, 'file')} could not be read.`].join('\n')}\n`;
}
