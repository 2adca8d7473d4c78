import { Readable, pipeline } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import { BadInput } from '../../project/types.js';
import { nameFields } from '../record-fields.js';
import type { Entry } from './entry.js';

/** Columns that hold JSON, if they hold anything. */
const JSON_COLUMN = /^(public|private|unsafe)_?metadata$/i;
const DELIMITERS = [',', ';', '\t'];

/**
 * The rows of a CSV file, as objects by the names of the first line. An empty cell is null, a missing column absent.
 * @param start the file's first bytes
 * @throws {BadInput} where the first line names no columns, a quote is left open or the last row is cut off
 */
export async function* csvEntries(chunks: AsyncIterable<Buffer>, start: Buffer, name: string): AsyncGenerator<Entry> {
  let endsOpen = true;
  const source = Readable.from(watched(chunks, (last) => void (endsOpen = last !== 10 && last !== 13)));
  const parser = parse({ delimiter: delimiterOf(start), relax_column_count: true, skip_empty_lines: true });
  pipeline(source, parser, () => {
    // What goes wrong in the source comes out of the parser below.
  });
  let columns: readonly string[] | undefined;
  // One row behind: only the end of the file tells a short row from one that was cut off.
  let held: readonly string[] | undefined;
  try {
    for await (const row of parser as AsyncIterable<string[]>) {
      if (columns === undefined) columns = header(row, name);
      else {
        if (held) yield entryOf(columns, held);
        held = row;
      }
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const isOpen = error.code === 'CSV_QUOTE_NOT_CLOSED';
    throw new BadInput(
      isOpen
        ? `${name} ends in the middle of a quoted cell: it was cut off, or a quote isn’t doubled; nothing was sent`
        : `${name} is no CSV: ${error.message.replace(/\s+/g, ' ')}`,
    );
  }
  if (columns === undefined) throw new BadInput(`${name} holds no line that names the columns`);
  if (held === undefined) return;
  if (endsOpen && held.length < columns.length) {
    throw new BadInput(`${name} ends in the middle of a row: it was cut off, and nothing was sent`);
  }
  yield entryOf(columns, held);
}

/** The delimiter that the first line has most of. */
function delimiterOf(start: Buffer): string {
  const line = /^[^\r\n]*/.exec(start.toString('utf8'))?.[0] ?? '';
  const counted = DELIMITERS.map((delimiter) => ({ delimiter, count: line.split(delimiter).length }));
  return counted.reduce((best, one) => (one.count > best.count ? one : best)).delimiter;
}

function header(row: readonly string[], name: string): string[] {
  const columns = row.map((cell) => cell.trim());
  const doubled = columns.find((column, at) => columns.indexOf(column) !== at);
  if (doubled !== undefined) throw new BadInput(`${name} names the column “${doubled}” twice`);
  if (!('userId' in nameFields(Object.fromEntries(columns.map((column) => [column, '']))).fields)) {
    throw new BadInput(`${name} has no column userId: the first line has to name the columns`);
  }
  return columns;
}

function entryOf(columns: readonly string[], row: readonly string[]): Entry {
  const input = Object.fromEntries(
    columns.slice(0, row.length).map((column, at) => [column, valueOf(column, row[at]!)]),
  );
  if (row.length === columns.length) return { input };
  const reason = `the row has ${row.length} cells, and the first line names ${columns.length} columns`;
  return { input, broken: { code: 'bad_row', reason } };
}

function valueOf(column: string, cell: string): unknown {
  if (cell === '') return null;
  if (!JSON_COLUMN.test(column)) return cell;
  try {
    return JSON.parse(cell) as unknown;
  } catch {
    // The check of the record says what is wrong with it.
    return cell;
  }
}

async function* watched(
  chunks: AsyncIterable<Buffer>,
  ended: (lastByte: number | undefined) => void,
): AsyncGenerator<Buffer> {
  let last: number | undefined;
  for await (const chunk of chunks) {
    last = chunk.at(-1) ?? last;
    yield chunk;
  }
  ended(last);
}
