import * as prettier from 'prettier';
import { expect, it } from 'vitest';
import { migrate } from '../../lib/api/index.js';
import { isLeftInExample, RULES, type Rule } from '../../lib/source/rules.js';
import { exampleApp } from './example-apps.js';

/** Rules of which no code is an example: they are about another site, or about the run itself. */
const WITHOUT = new Set([
  'auth-augmentation',
  'auth-config-in-use',
  'dependency',
  'env-variable',
  'file-error',
  'import-in-use',
  'leftover',
  'not-selected',
  'outside-path',
  'own-wrapper-moved',
  'test-mock-waits',
]);

/** Code that is left, and stays under a name by itself, since what was around it goes. */
const KEPT_AS: Readonly<Record<string, string>> = {
  'auth-config-sign-in-callback': 'signInCheck',
  'session-metadata': 'formerCallbacks',
};

/** Followed by something to do where the app's other files say so: the tests of that rule have such an app. */
const ELSEWHERE = new Set(['session-secret']);

const EXAMPLES = RULES.filter(({ id, before }) => before !== undefined && !ELSEWHERE.has(id));

/** What becomes of an example: the word for it, and the code; undefined where a page shows none. */
interface Treatment {
  readonly is: 'left' | 'rewritten' | 'followed up' | 'passed over';
  readonly code: string | undefined;
}

/** The code alone: how a page is set is prettier's, and a file that goes has none. */
const codeOf = (text: string | undefined): Promise<string> =>
  prettier.format(text ?? '', { parser: 'typescript', singleQuote: true, printWidth: 120 });

async function promised(rule: Rule): Promise<Treatment> {
  if (rule.kind === 'follow-up') return { is: 'followed up', code: undefined };
  if (isLeftInExample(rule)) return { is: 'left', code: KEPT_AS[rule.id] ?? (await codeOf(rule.before)) };
  return { is: 'rewritten', code: rule.after === undefined ? undefined : await codeOf(rule.after) };
}

async function seen(rule: Rule): Promise<Treatment> {
  const { path, around } = exampleApp(rule.id);
  const { report, files } = await migrate({ files: { ...around, [path]: `${rule.before}\n` }, todo: false });
  if (report.followUps.some((each) => each.rule === rule.id) && rule.kind === 'follow-up')
    return { is: 'followed up', code: undefined };
  const sites = report.files.flatMap((file) => file.sites.filter((site) => site.rule === rule.id));
  const isLeft = sites.some(({ outcome }) => outcome === 'manual');
  const name = KEPT_AS[rule.id];
  const text = files[path];
  const isKept = name !== undefined && text?.includes(`export const ${name} = `) === true;
  if (sites.length === 0) return { is: 'passed over', code: text };
  if (isLeft) return { is: 'left', code: isKept ? name : await codeOf(text) };
  return { is: 'rewritten', code: rule.after === undefined ? undefined : await codeOf(text) };
}

it('every rule that a site carries has an example, but for those that have none to show', () => {
  const lacking = RULES.filter(({ kind, before }) => kind !== 'follow-up' && before === undefined);
  expect(new Set(lacking.map(({ id }) => id))).toEqual(WITHOUT);
});

it.each(EXAMPLES.map((rule) => [rule.id, rule] as const))(
  'the example of %s is treated as its page says',
  async (_, rule) => {
    expect(await seen(rule)).toEqual(await promised(rule));
  },
);

it('an example that is treated otherwise would be seen', async () => {
  const rule = RULES.find(({ id }) => id === 'server-session')!;
  const other = RULES.find(({ id }) => id === 'middleware-options')!;
  expect(await seen({ ...rule, before: other.before! })).not.toEqual(await promised(rule));
});
