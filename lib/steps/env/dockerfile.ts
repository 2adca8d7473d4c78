import { endOfLine } from '../../ast/lines.js';
import type { Declaration } from './declaration.js';

/** An instruction that declares one variable on one line; `ENV A=1 B=2` and lines that go on are left alone. */
const INSTRUCTION =
  /^([ \t]*(ARG|ENV)[ \t]+)([A-Za-z_]\w*)(?:(?:[ \t]*=[ \t]*|[ \t]+)("[^"\n]*"|'[^'\n]*'|[^\s\\]*))?[ \t]*\r?$/i;

/** The variables that a Dockerfile declares, stage by stage. */
export function readDockerfile(text: string): Declaration[] {
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  const found: Declaration[] = [];
  let stage = 0;
  let goesOn = false;
  for (let start = 0; start < text.length;) {
    const end = endOfLine(text, start);
    const line = text.slice(start, end);
    if (/^[ \t]*FROM\s/i.test(line)) stage += 1;
    const match = goesOn ? null : INSTRUCTION.exec(line);
    if (match) {
      const [, before = '', kind = '', name = '', value = ''] = match;
      const isEnv = kind.toUpperCase() === 'ENV';
      found.push({
        name,
        at: start + before.length,
        start,
        end: Math.min(text.length, end + 1),
        holdsValue: value !== '' && !value.includes('$'),
        list: stage * 2 + Number(isEnv),
        // A build argument is handed on to the environment as this one was; what is known needs none.
        write: (variables) =>
          variables
            .filter(({ atRunTime }) => !atRunTime)
            .map(
              ({ name: each, value: known }) =>
                `${before}${each}${known ? `=${known}` : isEnv ? `=$${each}` : ''}${eol}`,
            )
            .join(''),
      });
    }
    goesOn = /\\\s*$/.test(line);
    start = end + 1;
  }
  return found;
}
