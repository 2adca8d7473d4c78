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
  let begins = '';
  for await (const chunk of chunks) {
    begins ||= chunk.toString('latin1').trimStart().slice(0, 1);
    if (begins !== '' && begins !== (path === '$' ? '[' : '{')) {
      throw new BadInput(
        `${name} is no users file: a JSON list begins with [, NDJSON with {, CSV with the names of its columns`,
      );
    }
    parser.write(chunk);
    if (failure) break;
    yield* entries;
    entries = [];
  }
  if (failure) throw new BadInput(`${name} is no JSON: ${reasonOf(failure)}`);
  if (!parser.isEnded) throw new BadInput(`${name} ends in the middle: it was cut off, and nothing was sent`);
  yield* entries;
}

/** The parser's own words name its states: what a person needs of them is the character, and where it is. */
function reasonOf({ message }: Error): string {
  const text = message.replace(/\s+/g, ' ').replace(/\.$/, '');
  const character = /^Unexpected (?:[A-Z_]+ \()?("(?:[^"]|"(?="))*")/.exec(text)?.[1];
  const at = /absolute position "(\d+)"/.exec(text)?.[1];
  if (character === undefined) return text;
  return `unexpected ${character}${at === undefined ? '' : ` at byte ${at}`}`;
}
