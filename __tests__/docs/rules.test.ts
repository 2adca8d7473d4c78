import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseSync } from 'oxc-parser';
import * as prettier from 'prettier';
import { expect, test } from 'vitest';
import { OUTCOMES } from '../../lib/ledger.js';
import { helpFor, LINKS, RULES, type Rule } from '../../lib/source/rules.js';
import { indexOf, pageOf } from '../../lib/source/rules/page.js';
import { TRANSFORMS } from '../../transforms/index.js';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const PAGES = `${ROOT}docs/rules/`;
const IDS = RULES.map(({ id }) => id);

/** What an id looks like; words of other meaning that stand in the same places are taken out. */
const ID = /'([a-z]+(?:-[a-z]+)*)'/g;
const OTHER = new Set<string>([...OUTCOMES, 'rule', 'use', 'module']);

/** The places where code names a rule: what settles, what notes, and what fills a `rule`. */
const PLACES = [
  /\brule\??:\s*[^,;{}]*/g,
  /\.settle(?:Within)?\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\)/g,
  /\bnote\(\s*'[^']*'/g,
  /(?<!function )\bleftAsTheyWere\((?:[^()]|\([^()]*\))*\)/g,
  /function rule\w*\([^{]*\{[\s\S]*?\n\}/g,
  /RUNNER_RULES = \{[\s\S]*?\}/g,
];

function idsIn(text: string): string[] {
  const code = text.replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$|`[^`]*`|\.includes\('[^']*'\)|[!=]==? '[^']*'/gm, '');
  return PLACES.flatMap((place) => code.match(place) ?? [])
    .flatMap((found) => [...found.matchAll(ID)].map(([, id]) => id!))
    .filter((id) => !OTHER.has(id));
}

function filesBelow(folder: string, name: RegExp): string[] {
  return readdirSync(ROOT + folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => name.test(path))
    .map((path) => `${ROOT}${folder}/${path}`);
}

/** Each id with the first place that names it. */
function named(): Map<string, string> {
  const found = new Map<string, string>();
  const add = (id: string, where: string) => void found.set(id, found.get(id) ?? where);
  for (const { name, rules } of TRANSFORMS) for (const rule of rules) add(rule, `the rules of ${name}`);
  for (const path of [...filesBelow('lib', /^(?!source.rules).*\.ts$/), ...filesBelow('transforms', /\.ts$/)])
    for (const id of idsIn(readFileSync(path, 'utf8'))) add(id, path.slice(ROOT.length));
  for (const path of filesBelow('__testfixtures__', /report\.json$/))
    for (const [, id] of readFileSync(path, 'utf8').matchAll(/"rule": "([^"]+)"/g)) add(id!, path.slice(ROOT.length));
  return found;
}

const format = async (name: string, text: string): Promise<string> =>
  prettier.format(text, { ...(await prettier.resolveConfig(PAGES + name)), filepath: PAGES + name });

test('code is searched where it names rules', () => {
  const text = `
    return { rule: isOwn ? 'session-custom-field' : 'session-escapes', message: 'x-y' };
    file.settleWithin({ start: 0, end: f(1) }, 'removed', 'auth-config', GONE); note('auth-config-page', 'title');
    function ruleFor(why: string): string {
      return 'session-update';
    }
    // rule: 'a-comment'
    leftAsTheyWere({ ...scanned, sites: all() }, 'leftover', 'of Auth.js');
    file.settle(entry, 'removed', last?.rule ?? 'unused-import', \`\${f('name')}\`);
    rule: 'unhandled'`.replaceAll('\n    ', '\n');
  expect(new Set(idsIn(text))).toEqual(
    new Set([
      'session-custom-field',
      'session-escapes',
      'auth-config',
      'auth-config-page',
      'session-update',
      'leftover',
      'unused-import',
      'unhandled',
    ]),
  );
});

test('every rule that code, a transform or a fixture names has a row, and every row is named', () => {
  const found = named();
  expect([...found].filter(([id]) => !IDS.includes(id)).map(([id, where]) => `${id}: ${where}`)).toEqual([]);
  expect(IDS.filter((id) => !found.has(id))).toEqual([]);
  expect(IDS.length).toBe(new Set(IDS).size);
});

test('every row says what to do where something is left, and why', () => {
  const isWhole = ({ kind, rewritten, left, todo }: Rule) =>
    (rewritten ?? todo) !== undefined &&
    (left === undefined || todo !== undefined) &&
    (kind !== 'site' || (rewritten ?? left) !== undefined);
  expect(RULES.filter((rule) => !isWhole(rule)).map(({ id }) => id)).toEqual([]);
});

test('docs/rules holds what the table yields: run `npm run rules`', async () => {
  const pages = [['README.md', indexOf(RULES)], ...RULES.map((rule) => [`${rule.id}.md`, pageOf(rule)])] as const;
  const expected = await Promise.all(pages.map(async ([name, text]) => [name, await format(name!, text!)] as const));
  const found = readdirSync(PAGES).map((name) => [name, readFileSync(PAGES + name, 'utf8')] as const);
  expect(new Map(found)).toEqual(new Map(expected));
});

test('the help address of a rule ends in the path of its page', () => {
  expect(helpFor('session-escapes')).toMatch(/\/docs\/rules\/session-escapes\.md$/);
});

test('links between pages lead to pages', () => {
  const targets = RULES.flatMap((rule) =>
    [...pageOf(rule).matchAll(/\]\(([\w-]+)\.md\)/g)].map(([, target]) => target!),
  );
  expect(targets).toContain('session-escapes');
  expect(targets.filter((target) => !IDS.includes(target))).toEqual([]);
});

test('each page leads to Clerk’s own docs and to Auth.js’s', () => {
  const hosts = (rule: Rule) => new Set(rule.links.map((key) => new URL(LINKS[key][1]).host));
  const lacking = RULES.filter((rule) => {
    const found = hosts(rule);
    return !found.has('clerk.com') || !(found.has('next-auth.js.org') || found.has('authjs.dev'));
  });
  expect(lacking.map(({ id }) => id)).toEqual([]);
  const used = new Set(RULES.flatMap(({ links }) => links));
  expect(Object.keys(LINKS).filter((key) => !used.has(key as keyof typeof LINKS))).toEqual([]);
});

test('what goes by itself is a note', () => {
  expect(RULES.filter(({ waits, severity }) => waits && severity !== 'note').map(({ id }) => id)).toEqual([]);
});

test('the examples parse', () => {
  const codes = RULES.flatMap(({ before, after }) => [before ?? '', after ?? '']);
  expect(codes.flatMap((code) => parseSync('example.tsx', code).errors)).toEqual([]);
});
