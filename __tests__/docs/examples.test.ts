import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { expect, test } from 'vitest';
import { RULES } from '../../lib/source/rules.js';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const FOLDER = join(ROOT, '__tests__', 'docs', 'virtual');
const OPTIONS: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2022,
  lib: ['lib.dom.d.ts', 'lib.dom.iterable.d.ts', 'lib.es2022.d.ts'],
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  jsx: ts.JsxEmit.Preserve,
  strict: true,
  noEmit: true,
  skipLibCheck: true,
  types: ['node', 'react'],
};

/** The errors of one module, as `message`. Each example is a program of its own: they declare the same globals. */
function errorsIn(files: ReadonlyMap<string, string>): string[] {
  const host = ts.createCompilerHost(OPTIONS);
  const { getSourceFile, fileExists, readFile } = host;
  host.getSourceFile = (name, version) => {
    const text = files.get(name);
    if (text === undefined) return cached(name, () => getSourceFile.call(host, name, version));
    return ts.createSourceFile(name, text, version);
  };
  host.fileExists = (name) => files.has(name) || fileExists.call(host, name);
  host.readFile = (name) => files.get(name) ?? readFile.call(host, name);
  host.getCurrentDirectory = () => dirname(FOLDER);
  const program = ts.createProgram([...files.keys()], OPTIONS, host);
  return [...files.keys()].flatMap((name) => {
    const source = program.getSourceFile(name)!;
    return [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)].map(
      ({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'),
    );
  });
}

const sources = new Map<string, ts.SourceFile | undefined>();
function cached(name: string, read: () => ts.SourceFile | undefined): ts.SourceFile | undefined {
  if (!sources.has(name)) sources.set(name, read());
  return sources.get(name);
}

/** The generated module, as far as the pages name it. */
const GENERATED = `declare module '@/lib/clerk-session' {
  interface Profile { id: string; name: string | null; email: string | null; image: string | null }
  export function getSession(): Promise<{ user: Profile; expires: string } | null>;
}
`;

/** A component of the app's own that takes a handler. */
const MENU = `declare module '@/components/ui/menu' {
  export function MenuItem(props: { onSelect: () => void; children: string }): null;
}
`;

const examples = RULES.flatMap(({ id, after }) => (after === undefined ? [] : [[id, after] as const]));

test.each(examples)('what %s advises type-checks against the real @clerk/nextjs', (id, after) => {
  const mocks = after.startsWith('vi.') ? `import { vi } from 'vitest';\n` : '';
  const files = new Map([[join(FOLDER, `${id}.tsx`), `${mocks}${after}\nexport {};\n`]]);
  if (after.includes('@/lib/clerk-session')) files.set(join(FOLDER, 'generated.d.ts'), GENERATED);
  if (after.includes('@/components/ui/menu')) files.set(join(FOLDER, 'menu.d.ts'), MENU);
  expect(errorsIn(files)).toEqual([]);
});

test('a wrong example would be seen', () => {
  const code = `import { auth } from '@clerk/nextjs/server';\nexport const id = async () => (await auth()).user.id;\n`;
  expect(errorsIn(new Map([[join(FOLDER, 'wrong.tsx'), code]]))).not.toEqual([]);
});
