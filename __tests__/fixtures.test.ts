import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parseSync } from 'oxc-parser';
import { describe, expect, it } from 'vitest';
import { TRANSFORMS } from '../transforms/index.js';
import { runChain, type FixtureOptions } from './helpers/chain.js';

const FOLDER = join(import.meta.dirname, '..', '__testfixtures__');

interface ExpectedSite {
  line: number;
  outcome: string;
  symbol: string;
  rule: string;
}

/** Every `<case>.input.<ext>` below a transform's folder, with what stands beside it. */
function casesOf(transform: string) {
  const folder = join(FOLDER, transform);
  const names = existsSync(folder) ? readdirSync(folder) : [];
  const inputs = names.filter((name) => /\.input\.[cm]?[jt]sx?$/.test(name));
  const strays = names.filter((name) => !inputs.some((input) => name.startsWith(`${input.split('.input.')[0]}.`)));
  const cases = inputs.map((input) => {
    const [name = '', extension = ''] = input.split('.input.');
    const read = (suffix: string) =>
      existsSync(join(folder, `${name}.${suffix}`))
        ? readFileSync(join(folder, `${name}.${suffix}`), 'utf8')
        : undefined;
    return {
      name,
      file: `${name}.${extension}`,
      input: readFileSync(join(folder, input), 'utf8'),
      output: read(`output.${extension}`),
      report: JSON.parse(read('report.json') ?? 'null') as ExpectedSite[] | null,
      options: JSON.parse(read('options.json') ?? '{}') as FixtureOptions,
    };
  });
  return { cases, strays };
}

const short = ({ line, outcome, symbol, rule }: ExpectedSite): ExpectedSite => ({ line, outcome, symbol, rule });

describe.each(TRANSFORMS.map(({ name }) => name))('fixtures of %s', (transform) => {
  const { cases, strays } = casesOf(transform);

  it('has cases, and no file that belongs to none', () => {
    expect(cases.length).toBeGreaterThan(0);
    expect(strays).toEqual([]);
  });

  it.each(cases.map((each) => [each.name, each] as const))('%s', (_, { file, input, output, report, options }) => {
    const result = runChain(file, input, options);
    const written = result.text ?? '';
    expect(written).toBe(output ?? '');
    expect(result.sites.map(short)).toEqual(report);
    if (result.text === null) return;
    expect(parseSync(basename(file), written).errors).toEqual([]);
    expect(runChain(file, written, options).text, 'a second run changes nothing').toBe(written);
  });

  it.each(cases.filter(({ input, output }) => input === output).map((each) => [each.name, each] as const))(
    '%s is left byte for byte, whatever its line ends',
    (_, { file, input, options }) => {
      const windows = input.replaceAll('\n', '\r\n');
      expect(runChain(file, windows, options).text).toBe(windows);
    },
  );

  it.each(cases.filter(({ output }) => output !== undefined).map((each) => [each.name, each] as const))(
    '%s keeps CRLF and a byte order mark',
    (_, { file, input, output, options }) => {
      const windows = (text: string) => `\uFEFF${text.replaceAll('\n', '\r\n')}`;
      expect(runChain(file, windows(input), options).text).toBe(windows(output!));
    },
  );
});

describe('rules', () => {
  it('of settled sites are those that their transform declares', () => {
    for (const { name, rules } of TRANSFORMS) {
      const used = new Set(
        casesOf(name).cases.flatMap(({ report }) =>
          (report ?? []).filter(({ outcome }) => outcome === 'rewritten').map(({ rule }) => rule),
        ),
      );
      expect([...used].filter((rule) => !TRANSFORMS.some((transform) => transform.rules.includes(rule)))).toEqual([]);
      expect(new Set(rules).size).toBe(rules.length);
    }
  });
});
