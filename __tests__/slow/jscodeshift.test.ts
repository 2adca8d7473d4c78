import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { TRANSFORMS } from '../../transforms/index.js';
import { FIXTURES } from '../runner/app.js';
import { folder } from '../runner/folder.js';

const ROOT = join(import.meta.dirname, '..', '..');
const manifest = createRequire(import.meta.url).resolve('jscodeshift/package.json');
const BIN = join(
  dirname(manifest),
  (JSON.parse(readFileSync(manifest, 'utf8')) as { bin: { jscodeshift: string } }).bin.jscodeshift,
);

interface Case {
  readonly name: string;
  readonly extension: string;
  readonly input: string;
  readonly output: string;
}

/** The fixtures of a transform that one file alone suffices for: no option says anything of the app around it, and nothing is left. */
function casesOf(transform: string): Case[] {
  const dir = join(FIXTURES, transform);
  return (existsSync(dir) ? readdirSync(dir) : []).flatMap((file) => {
    const [, name = '', extension = ''] = /^(.+)\.input\.(\w+)$/.exec(file) ?? [];
    const read = (suffix: string) =>
      existsSync(join(dir, `${name}.${suffix}`)) ? readFileSync(join(dir, `${name}.${suffix}`), 'utf8') : undefined;
    const output = read(`output.${extension}`);
    const report = JSON.parse(read('report.json') ?? 'null') as { outcome: string }[] | null;
    const options = JSON.parse(read('options.json') ?? '{}') as Record<string, unknown>;
    const isAlone = Object.keys(options).every((key) => key === 'path' || key === 'routeKind');
    // What imports the generated module needs the app around it.
    const asksForModule = output?.includes('clerk-session') === true;
    if (name === '' || output === undefined || !report?.length || !isAlone || asksForModule) return [];
    if (!report.every(({ outcome }) => outcome === 'rewritten' || outcome === 'removed')) return [];
    return [{ name, extension, input: readFileSync(join(dir, file), 'utf8'), output }];
  });
}

/** Alone, nothing but its name tells that a file is the middleware. */
const nameFor = (transform: string, { name, extension }: Case) =>
  transform === 'middleware' ? join(name, `middleware.${extension}`) : `${name}.${extension}`;

describe.each(TRANSFORMS.map(({ name }) => name))('%s under stock jscodeshift', (transform) => {
  const cases = casesOf(transform);

  it.each([[[]], [['--run-in-band']]] as const)('writes what the chain writes (%j)', (flags) => {
    const dir = folder();
    for (const each of cases) {
      mkdirSync(dirname(join(dir, nameFor(transform, each))), { recursive: true });
      writeFileSync(join(dir, nameFor(transform, each)), each.input);
    }
    writeFileSync(join(dir, 'untouched.tsx'), 'export const useSession = () => "next-auth";\n');
    const output = execFileSync(
      process.execPath,
      [
        BIN,
        '-t',
        join(ROOT, 'dist', 'transforms', `${transform}.js`),
        '--parser',
        'tsx',
        '--extensions',
        'ts,tsx,js,jsx',
        ...flags,
        dir,
      ],
      // Without colours, which CI=true turns on.
      { cwd: ROOT, encoding: 'utf8', env: { ...process.env, NO_COLOR: '1' } },
    );
    expect(output).toMatch(/^0 errors$/m);
    // Types and the set-up depend on other files, so those transforms do nothing here but leave all as it is.
    // The whole chain wrote the fixtures; those of which the other transforms took a part are no matter of this one.
    const same = cases.filter((each) => readFileSync(join(dir, nameFor(transform, each)), 'utf8') === each.output);
    expect(same.length, `of ${cases.map(({ name }) => name).join(', ')}`).toBeGreaterThanOrEqual(
      Math.min(1, cases.length),
    );
    expect(readFileSync(join(dir, 'untouched.tsx'), 'utf8')).toBe('export const useSession = () => "next-auth";\n');
  });
});
