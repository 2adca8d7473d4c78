import { BadInput } from '../../project/types.js';
import type { Entry } from './entry.js';

/** A line that is longer holds no user, and would fill the memory. */
const MAX_LINE = 16 * 1024 * 1024;

/**
 * The lines of an NDJSON file. A line that is no JSON is one bad record; as the last one, without a line end, it is a file
 * that was cut off.
 * @throws {BadInput} for the latter
 */
export async function* ndjsonEntries(chunks: AsyncIterable<Buffer>, name: string): AsyncGenerator<Entry> {
  let rest = Buffer.alloc(0);
  let isFirst = true;
  for await (const chunk of chunks) {
    let start = 0;
    for (let end = chunk.indexOf(10); end >= 0; end = chunk.indexOf(10, start)) {
      const line = Buffer.concat([rest, chunk.subarray(start, end)])
        .toString('utf8')
        .trim();
      rest = Buffer.alloc(0);
      start = end + 1;
      if (isFirst && line === '{') {
        throw new BadInput(`${name} is one object over several lines: write a list ([…]), or one record a line`);
      }
      if (line !== '') yield entryOf(line);
      isFirst &&= line === '';
    }
    rest = Buffer.concat([rest, chunk.subarray(start)]);
    if (rest.length > MAX_LINE) throw new BadInput(`${name} has a line of more than 16 MB: it is no NDJSON`);
  }
  const last = rest.toString('utf8').trim();
  if (last === '') return;
  const entry = entryOf(last);
  if ('broken' in entry) throw new BadInput(`${name} ends in the middle: it was cut off, and nothing was sent`);
  yield entry;
}

function entryOf(line: string): Entry {
  try {
    return { input: JSON.parse(line) as unknown };
  } catch {
    return { input: line, broken: { code: 'not_json', reason: 'the line is no JSON' } };
  }
}
