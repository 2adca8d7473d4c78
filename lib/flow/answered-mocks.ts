import { startsItsLine, wholeLines } from '../ast/lines.js';
import type { Piece } from '../ast/edits.js';
import { indentAt, quoted } from '../ast/style.js';
import { child, childList, contains, type Node } from '../ast/tree.js';
import { isDataType } from '../authjs/data-types.js';
import type { MockHelper } from '../clerk/helpers.js';
import type { ModuleSite } from '../scan/sites.js';
import type { Entry, SourceFile, Use } from '../source/source-file.js';
import { expectsGiven, watches } from './given-sessions.js';
import { heldMocks } from './held-mocks.js';
import { isJest, loaded, mockModule, removeBesides, type MockFactory } from './mock-factory.js';
import { answerOf, asks, moduleMock, STAND_INS, type Answer, type ModuleMock } from './test-mocks.js';

const RULE = 'test-mock';

/** The code asks Clerk's packages: a generated module stands in for them, and is told who is signed in. */
export function answerForClerk(file: SourceFile): boolean {
  const found = mocksAndAnswers(file);
  const module = found && helperModule(file, found);
  if (!found || module === undefined) return false;
  const done = new Set<string>();
  for (const mock of found.mocks) replaceMock(mock, module, done, file);
  for (const { use, call, helper, value } of found.answers) {
    file.edits.replace(call, file.imports.add(module, helper), '(', value, ')');
    // `;(getServerSession as Mock)` has its semicolon for the parenthesis alone.
    if (file.style.semicolon === '' && file.text[call.start - 1] === ';' && startsItsLine(file.text, call.start - 1))
      file.edits.remove({ start: call.start - 1, end: call.start });
    file.settle(use, 'rewritten', RULE, `${helper}() says who is signed in`);
    for (const entry of file.unsettledWithin(call))
      if (entry.site.kind === 'use' && asks(entry as Use)) file.settle(entry, 'removed', RULE, 'went with the call');
  }
  return true;
}

/** All that the test says of Auth.js's function it says of the mock that holds the answer for Clerk's. */
export function holdAnswer(file: SourceFile): boolean {
  const found = heldMocks(file);
  const module = found && mockModule('sessionMock', file);
  if (!found || module === undefined) return false;
  const done = new Set<string>();
  for (const mock of found.mocks) replaceMock(mock, module, done, file);
  for (const { use, expected } of found.uses) {
    file.edits.replace(use.node, file.imports.add(module, 'sessionMock'));
    file.settle(use, 'rewritten', RULE, 'sessionMock says who is signed in');
    if (!expected) continue;
    const args = childList(expected.call, 'arguments');
    const span = { start: args[0]!.start, end: args.at(-1)!.end };
    file.edits.remove(span);
    for (const entry of file.unsettledWithin(span)) file.settle(entry, 'removed', RULE, 'it is given nothing');
  }
  return true;
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
  const isMocked = new Set(strings.map(({ site }) => site.source));
  if (strings.some((entry) => !isFree(entry, file))) return undefined;
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
  const own = mocks.filter((mock) => mock.own !== undefined);
  // Clerk answers for a request at once, and not by the promise that a test may give.
  const { byRequest } = file.context.codeUnderTest;
  if (byRequest && own.some(({ entry }) => entry.site.source !== 'next-auth/react')) return undefined;
  const expectsAnswer = ({ own: fn }: ModuleMock) =>
    expectsGiven((mock) => file.textOf(fn!.property).includes(file.textOf(mock)), file);
  const isWatched = ({ entry, own: fn }: ModuleMock) =>
    watches(child(fn!.property, 'value')!, entry.site.source === 'next-auth/react', file);
  if (
    own.length > 0 &&
    (answers.length > 0 || within.length > 0 || own.some((each) => isWatched(each) || expectsAnswer(each)))
  )
    return undefined;
  // `as MockedFunction<typeof getServerSession>` goes with the cast that it stands in.
  const goes = ({ site }: Use) => answers.some(({ call, value }) => contains(call, site) && !contains(value, site));
  return within.every((use) => asks(use) && goes(use)) ? { mocks, answers } : undefined;
}

/** Whether Clerk's packages alone decide who is signed in for the code under test. */
function isFree({ site }: Entry<ModuleSite>, { context: { codeUnderTest, keepsCallbacks } }: SourceFile): boolean {
  const state = codeUnderTest[site.source === 'next-auth/react' ? 'client' : 'server'];
  // What a test says of Clerk's would not reach what the app's own callbacks make of it, nor the route that asks them.
  return state !== 'nowhere' && !(keepsCallbacks && (state === 'both' || state === 'module'));
}

/** Where the generated module for tests stands: beside the one for sessions, and named after it. */
function helperModule(file: SourceFile, { mocks, answers }: Found): string | undefined {
  const isClient = ({ entry }: ModuleMock) => entry.site.source === 'next-auth/react';
  const helpers = new Set([
    ...mocks.map((mock) => {
      if (mock.own) return isClient(mock) ? ('hooksBy' as const) : ('signedInBy' as const);
      return isClient(mock) ? ('mockUseSession' as const) : ('mockSession' as const);
    }),
    ...answers.map(({ helper }) => helper),
  ]);
  return [...helpers].map((helper) => mockModule(helper, file)).at(-1);
}

/** The module that is mocked, and what it is mocked with. */
function replaceMock(
  { entry, call, factory, own }: ModuleMock,
  module: string,
  done: Set<string>,
  file: SourceFile,
): void {
  const standIn = STAND_INS[entry.site.source]!;
  if (done.has(standIn)) {
    file.edits.remove(wholeLines(file.text, file.bindings.parentOf(call)!));
    file.settle(entry, 'removed', RULE, `${standIn} is mocked already`);
    return;
  }
  done.add(standIn);
  file.edits.replace(
    entry.node,
    quoted(standIn, file.style),
    ...(factory ? [] : [', ', ...madeBy(module, call, file)]),
  );
  if (own) answerByOwn(own, BY_OWN[standIn]!, module, call, file);
  else if (factory) file.edits.replace(factory, ...madeBy(module, call, file));
  file.settle(entry, 'rewritten', RULE, `${standIn} is mocked now`);
}

/** What lets a function of the test's own answer for a package of Clerk's. */
const BY_OWN: Readonly<Record<string, MockHelper>> = {
  '@clerk/nextjs': 'hooksBy',
  '@clerk/nextjs/server': 'signedInBy',
};

/** `useSession: ask` → `...(await import(module)).hooksBy(ask)`, or where that is all of a line, what it yields itself. */
function answerByOwn(own: MockFactory, by: MockHelper, module: string, call: Node, file: SourceFile): void {
  const answer: Piece[] = [`${loaded(module, call, file)}.${by}(`, child(own.property, 'value')!, ')'];
  const head = isJest(call) ? '' : 'async ';
  if (!file.textOf(own.object).includes('\n')) {
    const indent = indentAt(file.text, call.start);
    file.edits.replace(own.node, `${head}() =>\n${indent}${file.style.indent}`, ...answer, `,\n${indent}`);
    return;
  }
  file.edits.insert(own.node.start, head);
  file.edits.replace(own.property, '...', ...answer);
  removeBesides(own, file);
}

const madeBy = (module: string, call: Node, { style }: SourceFile): Piece[] => [
  `() => ${isJest(call) ? 'jest.requireActual' : 'import'}(${quoted(module, style)})`,
];
