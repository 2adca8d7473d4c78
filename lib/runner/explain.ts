import { createColors } from 'picocolors';
import { guess } from '../nearest.js';
import { BadInput } from '../project/types.js';
import { renderExplanation } from '../report/explanation.js';
import { explanationsAsJson, ruleAsJson } from '../report/explanation-json.js';
import { renderRule } from '../report/rule-page.js';
import { RULES, ruleOf } from '../source/rules.js';
import { TOOL } from '../tool.js';
import type { ExplainSettings } from './explain-line.js';
import type { Output } from './options.js';

/** What the command may print in. */
export const EXPLAIN_FORMATS: readonly string[] = ['pretty', 'json'];

const PLACE = /^(.+?):(\d+)(?::\d+)?$/;

/** The file that a place names; undefined where it is a rule that is asked for. */
export const fileAskedFor = (what: string): string | undefined => PLACE.exec(what)?.[1];

/**
 * Says what a rule is, or what is seen and done at a place. A rule's page loads no parser.
 * @param what a rule's id, or `<file>:<line>` (a column behind it is ignored)
 * @param settings how the run would be made that a line is told of
 * @param format `pretty` or `json`
 * @returns the exit code: 0
 * @throws {BadInput} where there is no such rule, file or app, or nothing of Auth.js on the line
 */
export async function explain(
  what: string,
  cwd: string,
  output: Output,
  settings: ExplainSettings = {},
  format = 'pretty',
): Promise<number> {
  if (!EXPLAIN_FORMATS.includes(format))
    throw new BadInput(`explain has no format “${format}”: use ${EXPLAIN_FORMATS.join(' or ')}`);
  const isJson = format === 'json';
  const { columns } = output;
  const options = { colors: createColors(output.colors), ...(columns !== undefined && { columns }) };
  const rule = ruleOf(what);
  const place = PLACE.exec(what);
  if (rule) output.out(isJson ? ruleAsJson(rule) : renderRule(rule, options));
  else if (place) {
    const { explainLine } = await import('./explain-line.js');
    const told = await explainLine(place[1]!, Number(place[2]), { ...settings, cwd });
    output.out(isJson ? explanationsAsJson(told) : told.map((each) => renderExplanation(each, options)).join('\n'));
  } else {
    const ids = RULES.map(({ id }) => id);
    const near = guess(what, ids);
    const why = near === '' ? ', and no line is given (<file>:<line>).' : near;
    throw new BadInput(`there is no rule “${what}”${why} See: ${TOOL.name} list --rules`);
  }
  return 0;
}
