import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import ts from 'typescript';
import { afterAll, describe, expect, it } from 'vitest';
import type { MockHelper } from '../../lib/clerk/helpers.js';
import { clientModule } from '../../lib/clerk/generated/client-module.js';
import { sessionModule } from '../../lib/clerk/generated/session-module.js';
import { readTestModule, testModule, type TestRunner } from '../../lib/clerk/generated/test-module.js';

const FIXTURES = join(import.meta.dirname, '..', '..', '__testfixtures__', 'test-mocks');
const SCRATCH = join(import.meta.dirname, '..', '..', '.scratch');
mkdirSync(SCRATCH, { recursive: true });
const folder = mkdtempSync(join(SCRATCH, 'test-module-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** As @types/jest and @jest/globals declare what the module needs. */
const JEST = `type Resolved<T> = T extends PromiseLike<infer U> ? U | T : never;
interface JestMock<T, Y extends unknown[]> { (...args: Y): T; mockReturnValue(value: T): this; mockReturnValueOnce(value: T): this; mockResolvedValue(value: Resolved<T>): this }
declare namespace jest {
  type Mock<T = any, Y extends any[] = any> = JestMock<T, Y>;
  function fn(): Mock;
  function fn<T, Y extends any[]>(implementation?: (...args: Y) => T): Mock<T, Y>;
  function mock(module: string, factory?: () => unknown): void;
  function requireActual<T extends {} = any>(module: string): T;
  function requireMock<T extends {} = any>(module: string): T;
}
declare const describe: any, it: any, test: any, expect: any;
declare module '@jest/globals' { export const jest: { fn<T extends (...args: never[]) => unknown>(implementation?: T): T & { mockReturnValue(value: ReturnType<T>): void; mockReturnValueOnce(value: ReturnType<T>): void } } }`;

const PARTS: readonly MockHelper[][] = [
  ['mockSession'],
  ['mockSessionOnce'],
  ['mockUseSession'],
  ['sessionMock'],
  ['signedInBy'],
  ['hooksBy'],
  ['hooksBy', 'mockSession', 'mockSessionOnce', 'mockUseSession', 'sessionMock', 'signedInBy'],
];

describe('the module’s text', () => {
  const runners: TestRunner[] = ['vitest', 'jest', 'jest_globals'];
  const cases = runners.flatMap((runner) => PARTS.map((helpers) => ({ runner, helpers })));
  const textOf = (runner: TestRunner, helpers: readonly MockHelper[], typescript: boolean) =>
    testModule({ helpers: new Set(helpers), runner, typescript });

  it('type-checks, and is JavaScript where the app is', () => {
    const texts = cases.flatMap(({ runner, helpers }) => {
      const name = `${runner}-${helpers.join('-')}`;
      return [
        [`${name}.ts`, textOf(runner, helpers, true)],
        [`${name}-plain.js`, textOf(runner, helpers, false)],
      ] as const;
    });
    expect(errorsOf(new Map([...texts, ['jest.d.ts', JEST]]))).toEqual([]);
  });

  it('goes with what is written into tests', () => {
    const outputs = readdirSync(FIXTURES)
      .filter((name) => /\.output\.tsx?$/.test(name))
      .map((name) => [name.replace('.output.', '.'), readFileSync(join(FIXTURES, name), 'utf8')] as const)
      .filter(([, text]) => text.includes('clerk-session.mock'));
    const modules = new Set(
      outputs.flatMap(([, text]) => [...text.matchAll(/from ['"]([^'"]+)/g)].map(([, at]) => at!)),
    );
    const own = [...modules].filter((name) => name !== 'vitest' && !name.startsWith('@/lib/clerk-session'));
    const session = sessionModule({
      helpers: new Set(['Session', 'getSession']),
      forms: new Set(['app']),
      typescript: true,
      style: 'v4',
      augmentation: { interfaces: [], local: [], imports: [] },
    });
    expect(outputs.length).toBeGreaterThan(4);
    expect(
      errorsOf(
        new Map([
          ...outputs,
          ['clerk-session.mock.ts', textOf('vitest', PARTS.at(-1)!, true)],
          ['clerk-session.ts', session],
          [
            'clerk-session-client.ts',
            clientModule({
              helpers: new Set(['useSession']),
              typescript: true,
              types: './clerk-session',
              hook: 'endpoint',
            }),
          ],
          ['jest.d.ts', JEST],
          ['own.d.ts', own.map((name) => `declare module '${name}';`).join('\n')],
        ]),
      ),
    ).toEqual([]);
  });

  it.each(cases)('says for $runner that it holds $helpers', ({ runner, helpers }) => {
    const text = textOf(runner, helpers, true);
    expect(readTestModule(text)).toEqual({ helpers: new Set(helpers), runner });
    for (const helper of helpers)
      expect(text).toMatch(new RegExp(`export (?:function ${helper}\\(|const ${helper} = )`));
  });

  it('is nobody else’s', () => {
    expect(readTestModule('export const mockSession = () => {};\n')).toBeUndefined();
  });
});

/** What TypeScript says of files, given by their names. */
function errorsOf(files: ReadonlyMap<string, string>): string[] {
  const options: ts.CompilerOptions = {
    strict: true,
    noUnusedLocals: true,
    noEmit: true,
    allowJs: true,
    skipLibCheck: true,
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    types: [],
    jsx: ts.JsxEmit.Preserve,
    paths: { '@/lib/*': [join(folder, '*')] },
  };
  const paths = [...files].map(([name, text]) => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  });
  const program = ts.createProgram(paths, options);
  return paths.flatMap((path) => {
    const source = program.getSourceFile(path);
    return [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)].map(
      ({ messageText }) => `${basename(path)}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`,
    );
  });
}
