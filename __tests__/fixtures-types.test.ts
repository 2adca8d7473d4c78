import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import ts from 'typescript';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DATA_TYPES } from '../lib/authjs/data-types.js';
import { clientModule } from '../lib/clerk/generated/client-module.js';
import { sessionModule } from '../lib/clerk/generated/session-module.js';

const ROOT = join(import.meta.dirname, '..');
const FIXTURES = join(ROOT, '__testfixtures__');
/** The transforms whose outputs are checked here: what they write has to hold against the real @clerk/nextjs. */
const TRANSFORMS = [
  'clerk-provider',
  'server-session',
  'use-session',
  'session-provider',
  'session-types',
  'sign-in-flow',
  'sign-in-form',
  'sign-in-links',
  'sign-in-out',
  'sign-in-toggle',
  'middleware',
];

/** The very modules that a run would generate, with all that they can hold. */
const generated = (style: 'v4' | 'v5') =>
  sessionModule({
    helpers: new Set(['getUserId', 'getUser', 'getSession', 'signOut', ...DATA_TYPES]),
    forms: new Set(['app', 'pages']),
    typescript: true,
    style,
    augmentation: { interfaces: [], local: [], imports: [] },
  });
const MODULES = ['clerk-session.ts', 'clerk-session-v5.ts', 'clerk-session-client.ts'];
const CLIENT = clientModule({
  helpers: new Set(['useSession', 'getBrowserSession', 'browserSignIn', 'browserSignOut']),
  typescript: true,
  types: './clerk-session',
  hook: 'profile',
});

interface Case {
  readonly name: string;
  readonly file: string;
  readonly text: string;
}

/** Outputs of cases of which nothing is left to a person: what is manual still needs Auth.js and its types. */
function casesOf(transform: string): Case[] {
  const folder = join(FIXTURES, transform);
  return readdirSync(folder)
    .filter((name) => /\.output\.tsx?$/.test(name))
    .filter(
      (name) => !readFileSync(join(folder, `${name.split('.output.')[0]}.report.json`), 'utf8').includes('"manual"'),
    )
    .map((name) => ({
      name: `${transform}/${name.split('.output.')[0]}`,
      file: `${transform}-${name.replace('.output.', '.')}`,
      text: readFileSync(join(folder, name), 'utf8'),
    }));
}

/** Other people's libraries in negative cases are not installed, and their types say nothing of ours. */
const isInstalled = ({ text }: Case): boolean =>
  [...text.matchAll(/from ['"]((?:@[\w-]+\/)?[\w-]+)[^'"]*['"]/g)].every(
    ([, name = '']) => name.startsWith('node:') || existsSync(join(ROOT, 'node_modules', name)),
  );

/** Modules of the fixtures' own app: any, by name, so that a misspelt import of Clerk's is still an error. */
const stubs = (texts: readonly string[]) =>
  [
    ...new Set(
      texts.flatMap((text) => [...text.matchAll(/from ['"]((?:@\/|\.)[^'"]+)['"]/g)].map((match) => match[1]!)),
    ),
  ]
    .filter((module) => !module.startsWith('@/lib/clerk-session'))
    .map((module) => module.replace(/^\.\//, '*/'));

describe('the outputs of the fixtures', () => {
  const cases = TRANSFORMS.flatMap(casesOf).filter(isInstalled);
  const cache = join(ROOT, 'node_modules', '.cache');
  const errors = new Map<string, string[]>();
  let folder = '';

  beforeAll(() => {
    mkdirSync(cache, { recursive: true });
    folder = mkdtempSync(join(cache, 'fixtures-'));
    const write = (name: string, text: string) => {
      writeFileSync(join(folder, name), text);
      return join(folder, name);
    };
    const session = write('clerk-session.ts', generated('v4'));
    const other = write('clerk-session-v5.ts', generated('v5'));
    const client = write('clerk-session-client.ts', CLIENT);
    const own = stubs(cases.map(({ text }) => text)).map((module) => `declare module '${module}';`);
    const files = [write('own.d.ts', own.join('\n')), ...cases.map(({ file, text }) => write(file, text))];
    const options: ts.CompilerOptions = {
      strict: true,
      noEmit: true,
      skipLibCheck: true,
      jsx: ts.JsxEmit.Preserve,
      target: ts.ScriptTarget.ES2022,
      lib: ['lib.es2023.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
      module: ts.ModuleKind.ESNext,
      moduleResolution: ts.ModuleResolutionKind.Bundler,
      types: ['node', 'react'],
      paths: { '@/lib/clerk-session': [session], '@/lib/clerk-session-client': [client] },
    };
    const program = ts.createProgram([...files, session, other, client], options);
    for (const file of [...cases.map((each) => each.file), ...MODULES]) {
      const source = program.getSourceFile(join(folder, file));
      const found = [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)];
      errors.set(
        file,
        found.map(({ messageText, start = 0 }) => {
          const line = source ? source.getLineAndCharacterOfPosition(start).line + 1 : 0;
          return `${basename(file)}:${line} ${ts.flattenDiagnosticMessageText(messageText, ' ')}`;
        }),
      );
    }
  }, 120_000);

  afterAll(() => {
    if (existsSync(folder)) rmSync(folder, { recursive: true });
  });

  it.each(MODULES)('%s, the generated module with all that it can hold, type-checks', (file) => {
    expect(errors.get(file)).toEqual([]);
  });

  it.each(cases.map(({ name, file }) => [name, file]))('%s type-checks', (_, file) => {
    expect(errors.get(file)).toEqual([]);
  });
});
