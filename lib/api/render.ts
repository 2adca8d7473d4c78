import { createColors } from 'picocolors';
import type { Report } from '../ledger.js';
import { render, type Format } from '../report/index.js';

/**
 * A report as text in one of the formats, without colours.
 * @param written whether the changes are on the disk, so that lines are those of the files as written
 */
export const renderReport = (report: Report, format: Format, { written = false } = {}): string =>
  render(report, format, { colors: createColors(false), dryRun: !written });
