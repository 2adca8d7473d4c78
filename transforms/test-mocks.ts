import { withLeadingComments } from '../lib/ast/comments.js';
import { startsItsLine, wholeLines } from '../lib/ast/lines.js';
import { quoted } from '../lib/ast/style.js';
import { child, childList, contains, nameOf, type Span } from '../lib/ast/tree.js';
import { isDataType } from '../lib/authjs/data-types.js';
import { OWN } from '../lib/authjs/modules.js';
import { isOptionsMock, renamedMocks } from '../lib/flow/renamed-mocks.js';
import { answerOf, asks, moduleMock, STAND_INS, type Answer, type ModuleMock } from '../lib/flow/test-mocks.js';
import type { SourceFile, Use } from '../lib/source/source-file.js';
import { standalone, type Transform } from '../lib/source/transform.js';

const RULE = 'test-mock';
const WAITS = 'test-mock-waits';

/**
 * `vi.mock('next-auth/next')` → `vi.mock('@clerk/nextjs/server', () => import('@/lib/clerk-session.mock'))`, and
 * `vi.mocked(getServerSession).mockResolvedValue(session)` → `mockSession(session)`. A test file moves as a whole or
 * stays as it is.
 */
export const transform: Transform = {
  name: 'test-mocks',
  description: 'mocks of next-auth in tests answer for Clerk',
  rules: [RULE, WAITS],
  apply(file: SourceFile): void {
    const renamed = renamedMocks(file);
    if (renamed) rename(renamed, file);
    else answerForClerk(file);
    dropOptionsMocks(file);
    settleWaiting(file);
  },
};

export default standalone(transform);

/** The code asks the generated module: the mock is of its function, and all else stays. */
function rename({ mocks, uses }: NonNullable<ReturnType<typeof renamedMocks>>, file: SourceFile): void {
  const modules = new Map([...mocks, ...uses].map(({ helper }) => [helper, file.context.helperModule(helper)]));
  if ([...modules.values()].includes(undefined)) return;
  for (const { entry, helper, property } of mocks) {
    const module = modules.get(helper)!;
    file.edits.replace(entry.node, quoted(module, file.style));
    const key = property && child(property, 'key')!;
    if (property?.['shorthand']) file.edits.insert(property.start, `${helper}: `);
    else if (key && nameOf(key) !== helper) file.edits.replace(key, helper);
    file.settle(entry, 'bridged', RULE, `${module} is mocked now`);
  }
  for (const { use, helper, expected } of uses) {
    const local = file.textOf(use.node);
    const isRenamed = local !== use.site.origin.name;
    file.edits.replace(use.node, file.imports.add(modules.get(helper)!, helper, isRenamed ? { local } : {}));
    file.settle(use, 'bridged', RULE, `${helper}() is the function that is mocked`);
    if (!expected) continue;
    const args = childList(expected.call, 'arguments');
    file.edits.replace({ start: args[0]!.start, end: args.at(-1)!.end }, ...(expected.kept ? [expected.kept] : []));
    for (const entry of file.unsettledWithin({ start: args[0]!.start, end: args.at(-1)!.end }))
      if (!expected.kept || !contains(expected.kept, entry.site))
        file.settle(entry, 'removed', RULE, 'it is given no options');
  }
}

/** Where the code has moved, nothing loads the options that a test kept from being loaded. */
function dropOptionsMocks(file: SourceFile): void {
  if (!/^(?:clerk|module)$/.test(file.context.codeUnderTest.server)) return;
  if (file.uses(({ module }) => module === OWN.options).length > 0) return;
  for (const entry of file.modules(({ form }) => form === 'mock')) {
    const call = file.bindings.parentOf(entry.node);
    const statement = call && file.bindings.parentOf(call);
    if (!isOptionsMock(entry) || statement?.type !== 'ExpressionStatement') continue;
    file.edits.remove(withEmptyLine(file.text, wholeLines(file.text, withLeadingComments(file.text, statement))));
    file.settle(entry, 'removed', RULE, 'the code that is tested asks for no options any more');
  }
}

/** A test whose code still asks Auth.js keeps its mocks. */
function settleWaiting(file: SourceFile): void {
  const { client, server } = file.context.codeUnderTest;
  // What the app's own modules hand on may stay where it is.
  const mocks = file
    .modules(({ form }) => form === 'mock')
    .filter((entry) => entry.site.target === undefined || isOptionsMock(entry));
  if (mocks.length === 0) return;
  for (const entry of mocks)
    if ((entry.site.source === 'next-auth/react' ? client : server) === 'nowhere')
      file.settle(entry, 'manual', WAITS, 'the code that is tested still asks Auth.js');
  for (const use of file.uses(() => true))
    if (asks(use) && (use.site.origin.module === 'next-auth/react' ? client : server) === 'nowhere')
      file.settle(use, 'manual', WAITS, 'stays with the mock');
}

/** The code asks Clerk's packages: a generated module stands in for them, and is told who is signed in. */
function answerForClerk(file: SourceFile): void {
  const found = mocksAndAnswers(file);
  if (!found) return;
  const { mocks, answers } = found;
  const module = helperModule(file, found);
  if (module === undefined) return;
  const done = new Set<string>();
  for (const mock of mocks) replaceMock(mock, module, done, file);
  for (const { use, call, helper, value } of answers) {
    file.edits.replace(call, file.imports.add(module, helper), '(', value, ')');
    // `;(getServerSession as Mock)` has its semicolon for the parenthesis alone.
    if (file.style.semicolon === '' && file.text[call.start - 1] === ';' && startsItsLine(file.text, call.start - 1))
      file.edits.remove({ start: call.start - 1, end: call.start });
    file.settle(use, 'rewritten', RULE, `${helper}() says who is signed in`);
    for (const entry of file.unsettledWithin(call))
      if (entry.site.kind === 'use' && asks(entry as Use)) file.settle(entry, 'removed', RULE, 'went with the call');
  }
}

interface Found {
  readonly mocks: readonly ModuleMock[];
  readonly answers: readonly Answer[];
}

/** All that the file does with Auth.js's functions; undefined where it mocks none, or does anything else. */
function mocksAndAnswers(file: SourceFile): Found | undefined {
  const strings = file.modules(({ form, target }) => form === 'mock' && target === undefined);
  const mocks = strings.map((entry) => moduleMock(entry, file));
  if (mocks.length === 0 || !mocks.every((mock) => mock !== undefined)) return undefined;
  const { client, server } = file.context.codeUnderTest;
  if (strings.some(({ site }) => (site.source === 'next-auth/react' ? client : server) === 'nowhere')) return undefined;
  const isMocked = new Set(strings.map(({ site }) => site.source));
  // The hook that asks the app's own route is none of Clerk's: what a test says of them would not reach it.
  if (file.context.keepsCallbacks && isMocked.has('next-auth/react')) return undefined;
  const others = file.modules(({ form, target }) => !/^(?:mock|import)$/.test(form) && target === undefined);
  if (others.length > 0 || (/\bresetModules\(/.test(file.text) && /\b(?:import|require)\(/.test(file.text)))
    return undefined; // modules that are loaded anew hold other mocks than those that the test speaks to
  const answers: Answer[] = [];
  const within: Use[] = [];
  for (const use of file.uses(({ module }) => module in STAND_INS || module.startsWith('next-auth/'))) {
    if (isDataType(use.site.origin)) continue;
    const answer = asks(use) && isMocked.has(use.site.origin.module) ? answerOf(use, file) : undefined;
    if (answer) answers.push(answer);
    else within.push(use);
  }
  // `as MockedFunction<typeof getServerSession>` goes with the cast that it stands in.
  const goes = ({ site }: Use) => answers.some(({ call, value }) => contains(call, site) && !contains(value, site));
  return within.every((use) => asks(use) && goes(use)) ? { mocks, answers } : undefined;
}

/** Where the generated module for tests stands: beside the one for sessions, and named after it. */
function helperModule(file: SourceFile, { mocks, answers }: Found): string | undefined {
  const isClient = ({ entry }: ModuleMock) => entry.site.source === 'next-auth/react';
  const helpers = new Set([
    ...mocks.map((mock) => (isClient(mock) ? ('mockUseSession' as const) : ('mockSession' as const))),
    ...answers.map(({ helper }) => helper),
  ]);
  let module: string | undefined;
  for (const helper of helpers) module = file.context.helperModule(helper);
  return module?.replace(/(\.[cm]?[jt]s)?$/, '.mock$1');
}

/** The module that is mocked, and what it is mocked with. */
function replaceMock({ entry, call, factory }: ModuleMock, module: string, done: Set<string>, file: SourceFile): void {
  const standIn = STAND_INS[entry.site.source]!;
  if (done.has(standIn)) {
    file.edits.remove(wholeLines(file.text, file.bindings.parentOf(call)!));
    file.settle(entry, 'removed', RULE, `${standIn} is mocked already`);
    return;
  }
  done.add(standIn);
  const load = nameOf(child(child(call, 'callee'), 'object')) === 'vi' ? 'import' : 'jest.requireActual';
  const made = `() => ${load}(${quoted(module, file.style)})`;
  file.edits.replace(entry.node, quoted(standIn, file.style), ...(factory ? [] : [`, ${made}`]));
  if (factory) file.edits.replace(factory, made);
  file.settle(entry, 'rewritten', RULE, `${standIn} is mocked now`);
}

/** With one of the empty lines around it, where there are two. */
const withEmptyLine = (text: string, { start, end }: Span): Span => ({
  start,
  end: /\n[ \t]*\r?\n$/.test(text.slice(0, start))
    ? end + (/^[ \t]*\r?\n/.exec(text.slice(end))?.[0].length ?? 0)
    : end,
});
