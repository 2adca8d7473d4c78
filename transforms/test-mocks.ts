import { startsItsLine, wholeLines } from '../lib/ast/lines.js';
import { quoted } from '../lib/ast/style.js';
import { child, contains, nameOf } from '../lib/ast/tree.js';
import { isSessionType } from '../lib/authjs/session-calls.js';
import { answerOf, asks, moduleMock, STAND_INS, type Answer, type ModuleMock } from '../lib/flow/test-mocks.js';
import type { SourceFile, Use } from '../lib/source/source-file.js';
import { standalone, type Transform } from '../lib/source/transform.js';

const RULE = 'test-mock';

/**
 * `vi.mock('next-auth/next')` → `vi.mock('@clerk/nextjs/server', () => import('@/lib/clerk-session.mock'))`, and
 * `vi.mocked(getServerSession).mockResolvedValue(session)` → `mockSession(session)`. A test file moves as a whole or
 * stays as it is.
 */
export const transform: Transform = {
  name: 'test-mocks',
  description: 'mocks of next-auth in tests answer for Clerk',
  rules: [RULE],
  apply(file: SourceFile): void {
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
  },
};

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
  // The hook that asks the app's own route is none of Clerk's: what a test says of them would not reach it.
  if (file.context.keepsCallbacks && isMocked.has('next-auth/react')) return undefined;
  const others = file.modules(({ form, target }) => !/^(?:mock|import)$/.test(form) && target === undefined);
  if (others.length > 0 || (/\bresetModules\(/.test(file.text) && /\b(?:import|require)\(/.test(file.text)))
    return undefined; // modules that are loaded anew hold other mocks than those that the test speaks to
  const answers: Answer[] = [];
  const within: Use[] = [];
  for (const use of file.uses(({ module }) => module in STAND_INS || module.startsWith('next-auth/'))) {
    if (isSessionType(use.site.origin)) continue;
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

export default standalone(transform);
