import type { Report } from '../ledger.js';
import { renderJson } from './json.js';
import { renderPretty, type PrettyOptions } from './pretty.js';

export type RenderOptions = PrettyOptions;

interface Row {
  /** How the names of files end that `--report` writes in this format. */
  extensions: readonly string[];
  render(report: Report, options: RenderOptions): string;
}

/** One row a format; a new one is a file beside this one and a row here. */
const TABLE = {
  pretty: { extensions: [], render: renderPretty },
  json: { extensions: ['.json'], render: renderJson },
} satisfies Record<string, Row>;

export type Format = keyof typeof TABLE;

/** What `--format` takes. */
export const FORMATS = Object.keys(TABLE) as readonly Format[];

/** The report as text in one of the formats, with a final newline. */
export function render(report: Report, format: Format, options: RenderOptions): string {
  const row: Row = TABLE[format];
  return row.render(report, options);
}

/** The format that a file's extension asks for; undefined where no format has it. */
export function formatOfFile(path: string): Format | undefined {
  const name = path.toLowerCase();
  return FORMATS.find((format) => {
    const row: Row = TABLE[format];
    return row.extensions.some((extension) => name.endsWith(extension));
  });
}
