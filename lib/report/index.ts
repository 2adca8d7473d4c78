import type { Report } from '../ledger.js';
import { renderAgent } from './agent.js';
import type { FileTexts } from './excerpts.js';
import { renderGithub } from './github.js';
import { renderGitlab } from './gitlab.js';
import { renderHtml } from './html/index.js';
import { renderJson } from './json.js';
import { renderJunit } from './junit.js';
import { renderMarkdown } from './markdown.js';
import { renderPretty, type PrettyOptions } from './pretty.js';
import { renderSarif } from './sarif.js';

export interface RenderOptions extends PrettyOptions {
  /** The texts of a file, by its path in the report, for formats that show code; secrets in them are masked. */
  readonly texts?: (path: string) => FileTexts | undefined;
}

interface Row {
  /** How the names of files end that `--report` writes in this format. */
  extensions: readonly string[];
  render(report: Report, options: RenderOptions): string;
}

/** One row a format; a new one is a file beside this one and a row here. All are made from the one report. */
const TABLE = {
  pretty: { extensions: ['.txt'], render: renderPretty },
  json: { extensions: ['.json'], render: renderJson },
  markdown: { extensions: ['.md'], render: renderMarkdown },
  sarif: { extensions: ['.sarif', '.sarif.json'], render: renderSarif },
  github: { extensions: [], render: renderGithub },
  gitlab: { extensions: ['.gitlab.json'], render: renderGitlab },
  junit: { extensions: ['.xml'], render: renderJunit },
  html: { extensions: ['.html'], render: renderHtml },
  agent: { extensions: [], render: renderAgent },
} satisfies Record<string, Row>;

export type Format = keyof typeof TABLE;

/** What `--format` takes. */
export const FORMATS = Object.keys(TABLE) as readonly Format[];

const BY_EXTENSION = Object.entries(TABLE).flatMap(([format, { extensions }]) =>
  extensions.map((extension: string) => ({ extension, format: format as Format })),
);

/** The endings that `--report` knows. */
export const EXTENSIONS: readonly string[] = BY_EXTENSION.map(({ extension }) => extension);

/** The report as text in one of the formats, with a final newline. */
export function render(report: Report, format: Format, options: RenderOptions): string {
  const row: Row = TABLE[format];
  return row.render(report, options);
}

/** The format that a file's name asks for, by the longest ending that fits; undefined where no format has it. */
export function formatOfFile(path: string): Format | undefined {
  const name = path.toLowerCase();
  return BY_EXTENSION.filter(({ extension }) => name.endsWith(extension)).toSorted(
    (a, b) => b.extension.length - a.extension.length,
  )[0]?.format;
}
