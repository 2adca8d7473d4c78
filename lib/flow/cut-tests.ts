import { child, childList, contains, isCall, loadedModule, nameOf, unwrap, type Node } from '../ast/tree.js';
import type { TestCut } from '../source/context.js';
import type { SourceFile } from '../source/source-file.js';
import { deadCode } from './dead-code.js';
import { removeDead } from './removal.js';
import { mockedModule } from './test-blocks.js';

const RULE = 'auth-config';
const GONE = 'tests a part of Auth.js’s set-up, which goes';

/** Takes out of a test file what tested the set-up, with what only that used; the file itself where no test is left. */
export function cutTests(file: SourceFile, cut: TestCut): void {
  if (cut.isWhole) {
    file.deleted = true;
    file.settleWithin({ start: 0, end: file.text.length }, 'removed', RULE, GONE);
    return;
  }
  const gone = [...cut.statements, ...idleMocks(cut.statements, file)];
  const dead = deadCode(gone, [], file);
  // What a test keeps of its runner, or loads, does nothing where nobody asks for it.
  const idle = dead.bare.filter(isIdle);
  const statements = [...gone, ...dead.statements, ...idle];
  removeDead({ ...dead, statements, bare: dead.bare.filter((each) => !idle.includes(each)) }, file);
  for (const statement of statements) file.settleWithin(statement, 'removed', RULE, GONE);
}

/** Mocks of Auth.js's modules that neither what stays of the test nor any code of the app loads any more. */
function idleMocks(cuts: readonly Node[], file: SourceFile): Node[] {
  return childList(file.program, 'body').filter((statement) => {
    const string = mockedModule(statement);
    const entry = file
      .modules(({ form, target }) => form === 'mock' && target === undefined)
      .find(({ node }) => node === string);
    if (!string || !entry || file.context.isStillLoaded(entry.site.source)) return false;
    return file.bindings.all.every(
      ({ imported, references }) =>
        imported?.source !== entry.site.source ||
        references.every((node) => [statement, ...cuts].some((each) => contains(each, node))),
    );
  });
}

/** `const answer = vi.fn()`, `const { route } = await import('./route')` */
function isIdle(declaration: Node): boolean {
  const init = unwrap(child(childList(declaration, 'declarations')[0], 'init'));
  if (loadedModule(init)) return true;
  return (
    init !== undefined && isCall(init) && /^(?:vi|jest)$/.test(nameOf(child(child(init, 'callee'), 'object')) ?? '')
  );
}
