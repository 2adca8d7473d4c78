import { JSONParser } from '@streamparser/json';
import { BadInput } from '../../project/types.js';

/**
 * The entries of a JSON array, one after the other: the whole is never in memory.
 * @param path of the array: `$` for a file that is one, `$.users` for the envelope of `clerk migrate`
 * @throws {BadInput} where the text is no JSON, or ends in the middle
 */
export async function* jsonEntries(chunks: AsyncIterable<Buffer>, path: string, name: string): AsyncGenerator<unknown> {
  const parser = new JSONParser({ paths: [`${path}.*`], keepStack: false });
  let entries: unknown[] = [];
  let failure: Error | undefined;
  parser.onValue = ({ value }) => void entries.push(value);
  parser.onError = (error) => void (failure ??= error);
  for await (const chunk of chunks) {
    parser.write(chunk);
    if (failure) break;
    yield* entries;
    entries = [];
  }
  if (failure) throw new BadInput(`${name} is no JSON: ${oneLine(failure.message)}`);
  if (!parser.isEnded) throw new BadInput(`${name} ends in the middle: it was cut off, and nothing was sent`);
  yield* entries;
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').replace(/\.$/, '');
