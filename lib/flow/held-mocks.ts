import { isDataType } from '../authjs/data-types.js';
import type { SourceFile } from '../source/source-file.js';
import { expectsGiven, isMockOf } from './given-sessions.js';
import { expectedCall, type RenamedUse } from './renamed-mocks.js';
import { asks, moduleMock, type ModuleMock } from './test-mocks.js';

/**
 * The mocks of a test file whose code asks Clerk's package on the server, with all that the test says of Auth.js's function:
 * it says the same of the mock in the generated module that holds the answer. Undefined where the file does anything else.
 */
export function heldMocks(
  file: SourceFile,
): { mocks: ModuleMock[]; uses: Pick<RenamedUse, 'use' | 'expected'>[] } | undefined {
  const { codeUnderTest, keepsCallbacks } = file.context;
  const state = codeUnderTest.server;
  const isReached = state === 'clerk' || (state === 'both' && !keepsCallbacks);
  // Clerk answers for a request at once, and not by the promise that a test may give.
  if (!isReached || codeUnderTest.byRequest) return undefined;
  const strings = file.modules(({ form, target }) => form === 'mock' && target === undefined);
  const mocks = strings.map((entry) => moduleMock(entry, file));
  const areServers = strings.every(({ site }) => site.source !== 'next-auth/react');
  if (mocks.length === 0 || !areServers || !mocks.every((mock) => mock !== undefined && !mock.own)) return undefined;
  if (file.modules(({ form, target }) => !/^(?:mock|import)$/.test(form) && target === undefined).length > 0)
    return undefined;
  // Modules that are loaded anew hold another mock than the one that the test speaks to.
  if (/\bresetModules\(/.test(file.text)) return undefined;
  const uses: Pick<RenamedUse, 'use' | 'expected'>[] = [];
  for (const use of file.uses(({ module }) => /^next-auth(?:\/|$)/.test(module))) {
    if (isDataType(use.site.origin)) continue;
    const expected = expectedCall(use, file);
    if (!asks(use) || expected === 'another') return undefined;
    uses.push({ use, expected });
  }
  const asked = uses.map(({ use }) => use.node);
  if (expectsGiven((mock) => isMockOf(asked, mock, file), file)) return undefined;
  return uses.length > 0 ? { mocks: mocks as ModuleMock[], uses } : undefined;
}
