import { withLeadingComments } from '../lib/ast/comments.js';
import { wholeLines } from '../lib/ast/lines.js';
import type { Span } from '../lib/ast/tree.js';
import { isDataType } from '../lib/authjs/data-types.js';
import { OWN } from '../lib/authjs/modules.js';
import { answerForClerk, holdAnswer } from '../lib/flow/answered-mocks.js';
import { isOptionsMock, renamedMocks } from '../lib/flow/renamed-mocks.js';
import { asks } from '../lib/flow/test-mocks.js';
import { writeRenamedMocks } from '../lib/flow/write-renamed-mocks.js';
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
    // What the app's own callbacks make of a session, a test that mocks it has given already.
    const renamed = renamedMocks(file, file.context.keepsCallbacks ? ['module', 'both'] : ['module']);
    const isDone = (renamed && writeRenamedMocks(renamed, file)) || answerForClerk(file) || holdAnswer(file);
    const partly = isDone ? undefined : renamedMocks(file, ['module', 'both']);
    if (partly) writeRenamedMocks(partly, file);
    dropOptionsMocks(file);
    settleWaiting(file);
  },
};

export default standalone(transform);

/** Where the code has moved, nothing loads the options that a test kept from being loaded. */
function dropOptionsMocks(file: SourceFile): void {
  if (!/^(?:clerk|module|both)$/.test(file.context.codeUnderTest.server)) return;
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
  // Whoever moves the mock by hand sees to what the test says of it.
  const left = new Set(
    mocks.filter(({ settlement }) => !settlement || settlement.outcome === 'manual').map(({ site }) => site.source),
  );
  const isLeft = (use: Use) => left.has(use.site.origin.module) && !isDataType(use.site.origin);
  for (const use of file.uses(() => true))
    if (!use.settlement && isLeft(use)) file.settle(use, 'manual', WAITS, 'stays with the mock');
}

/** With one of the empty lines around it, where there are two. */
const withEmptyLine = (text: string, { start, end }: Span): Span => ({
  start,
  end: /\n[ \t]*\r?\n$/.test(text.slice(0, start))
    ? end + (/^[ \t]*\r?\n/.exec(text.slice(end))?.[0].length ?? 0)
    : end,
});
