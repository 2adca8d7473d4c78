import type { Piece } from '../ast/edits.js';
import { languageOf } from '../ast/language.js';
import { startsItsLine } from '../ast/lines.js';
import { indentAt, quoted } from '../ast/style.js';
import { child, childList, contains, nameOf, type Node } from '../ast/tree.js';
import type { MockHelper } from '../clerk/helpers.js';
import type { SourceFile } from '../source/source-file.js';
import { isLoaded, SIDES, type Helper, type RenamedMock, type RenamedUse } from './renamed-mocks.js';
import { isJest, loaded, loadedMock, mockModule, removeBesides } from './mock-factory.js';

const RULE = 'test-mock';

/** How Clerk's own package is mocked where a part of the code asks it: by the function that the test mocks. */
const STANDS_IN: Readonly<Record<Helper, { readonly module: string; readonly helper: MockHelper }>> = {
  getSession: { module: '@clerk/nextjs/server', helper: 'signedInBy' },
  useSession: { module: '@clerk/nextjs', helper: 'hooksBy' },
};

/**
 * The code asks the generated module: the mock is of its function, and all else stays.
 * @returns whether it was written
 */
export function writeRenamedMocks(
  { mocks, uses }: { readonly mocks: readonly RenamedMock[]; readonly uses: readonly RenamedUse[] },
  file: SourceFile,
): boolean {
  const isPartly = ({ helper }: RenamedMock) => file.context.codeUnderTest[SIDES[helper]] === 'both';
  const takesOriginal = ({ helper, call, factory }: RenamedMock) =>
    helper === 'useSession' ||
    // Clerk answers for a request at once, and not by the promise that a test may give.
    (!file.context.codeUnderTest.byRequest &&
      (runnerOf(call) !== 'vi' || !factory || headOf(factory.node, file) !== undefined));
  if (mocks.some((mock) => isPartly(mock) && !takesOriginal(mock))) return false;
  const modules = new Map([...mocks, ...uses].map(({ helper }) => [helper, file.context.helperModule(helper)]));
  if ([...modules.values()].includes(undefined)) return false;
  for (const mock of mocks) {
    const module = modules.get(mock.helper)!;
    const original = isPartly(mock) ? module : undefined;
    file.edits.replace(mock.entry.node, quoted(module, file.style));
    if (mock.factory) writeFactory(mock, original, file);
    else file.edits.insert(mock.entry.node.end, ', ', newFactory(mock, original, file));
    if (isPartly(mock) || (mock.factory && mock.factory.besides.length > 0)) mockClerk(mock, module, file);
    file.settle(mock.entry, 'bridged', RULE, `${module} is mocked now`);
  }
  for (const entry of file.modules(({ form }) => form === 'dynamic-import').filter((each) => isLoaded(each, file))) {
    const helper = entry.site.source === 'next-auth/react' ? 'useSession' : 'getSession';
    const declarator = file.bindings.parentOf(file.bindings.parentOf(file.bindings.parentOf(entry.node)!)!);
    file.edits.replace(childList(child(declarator, 'id'), 'properties')[0]!, helper);
    file.edits.replace(entry.node, quoted(modules.get(helper)!, file.style));
    file.settle(entry, 'bridged', RULE, `${helper}() is the function that is mocked`);
  }
  for (const use of uses) writeUse(use, modules.get(use.helper)!, file);
  return true;
}

function writeUse({ use, helper, expected }: RenamedUse, module: string, file: SourceFile): void {
  const local = file.textOf(use.node);
  const isRenamed = local !== use.site.origin.name;
  const isStatic = file.bindings.of(use.node)?.declaration.type !== 'VariableDeclarator';
  file.edits.replace(use.node, isStatic ? file.imports.add(module, helper, isRenamed ? { local } : {}) : helper);
  file.settle(use, 'bridged', RULE, `${helper}() is the function that is mocked`);
  if (!expected) return;
  const args = childList(expected.call, 'arguments');
  const span = { start: args[0]!.start, end: args.at(-1)!.end };
  file.edits.replace(span, ...(expected.kept ? [expected.kept] : []));
  for (const entry of file.unsettledWithin(span))
    if (!expected.kept || !contains(expected.kept, entry.site))
      file.settle(entry, 'removed', RULE, 'it is given no options');
}

/**
 * The factory makes the generated module's function, and what Clerk does besides goes.
 * @param original the module whose other functions stay what they are
 */
function writeFactory({ helper, call, factory }: RenamedMock, original: string | undefined, file: SourceFile): void {
  const { node, property } = factory!;
  const key = child(property, 'key')!;
  const name: Piece[] = nameOf(key) === helper ? [] : [property['shorthand'] ? `${helper}: ` : helper];
  const isServer = helper === 'getSession' && original !== undefined;
  const apart = startsItsLine(file.text, property.start) ? `\n${indentAt(file.text, property.start)}` : ' ';
  const spread = isServer ? `...${originalOf(call, original, file)},${apart}` : '';
  if (isServer && runnerOf(call) === 'vi') file.edits.replace(headOf(node, file)!, 'async (importOriginal) =>');
  if (property['shorthand'] || name.length === 0) {
    if (spread !== '' || name.length > 0) file.edits.insert(property.start, spread, ...name);
  } else {
    if (spread !== '') file.edits.insert(property.start, spread);
    file.edits.replace(key, ...name);
  }
  removeBesides(factory!, file);
}

/** `() =>` of a factory that takes nothing. */
function headOf(node: Node, { text }: SourceFile): { start: number; end: number } | undefined {
  const head = /^(?:async\s*)?\(\)\s*=>/.exec(text.slice(node.start, node.end))?.[0];
  return node.type === 'ArrowFunctionExpression' && head !== undefined
    ? { start: node.start, end: node.start + head.length }
    : undefined;
}

function newFactory({ helper, call }: RenamedMock, original: string | undefined, file: SourceFile): string {
  const made = `${helper}: ${runnerOf(call)}.fn()`;
  if (helper === 'useSession' || original === undefined) return `() => ({ ${made} })`;
  const head = runnerOf(call) === 'vi' ? 'async (importOriginal) =>' : '() =>';
  return `${head} ({ ...${originalOf(call, original, file)}, ${made} })`;
}

function originalOf(call: Node, module: string, file: SourceFile): string {
  if (isJest(call)) return loaded(module, call, file);
  const type = languageOf(file.path) === 'js' ? '' : `<typeof import(${quoted(module, file.style)})>`;
  return `(await importOriginal${type}())`;
}

const runnerOf = (call: Node): string => nameOf(child(child(call, 'callee'), 'object')) ?? 'vi';

/** A mock of Clerk's own package beside it, for code that asks that: it answers by the function that the test mocks. */
function mockClerk({ helper, call }: RenamedMock, module: string, file: SourceFile): void {
  const { module: clerk, helper: by } = STANDS_IN[helper];
  const mock = mockModule(by, file);
  if (mock === undefined) return;
  const { style } = file;
  const ask = `${loadedMock(module, call, file)}.${helper}`;
  const asked = isJest(call) ? `() => ${ask}()` : helper === 'getSession' ? `async () => ${ask}()` : ask;
  const statement = file.bindings.parentOf(call)!;
  const indent = `\n${indentAt(file.text, statement.start)}`;
  file.edits.insert(
    statement.end,
    `${indent}${runnerOf(call)}.mock(${quoted(clerk, style)}, ${isJest(call) ? '' : 'async '}() =>`,
    `${indent}${style.indent}${loaded(mock, call, file)}.${by}(${asked}),`,
    `${indent})${style.semicolon}`,
  );
}
