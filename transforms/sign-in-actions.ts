import { Lines } from '../lib/ast/lines.js';
import { childList, contains, type Node } from '../lib/ast/tree.js';
import { isInstance } from '../lib/authjs/session-calls.js';
import { deadCode } from '../lib/flow/dead-code.js';
import { removeDead } from '../lib/flow/removal.js';
import { planFor } from '../lib/flow/sign-in.js';
import { isElsewhere, writeElsewhere } from '../lib/flow/write-sign-in.js';
import { ownActions } from '../lib/source/own-actions.js';
import type { SourceFile } from '../lib/source/source-file.js';
import { standalone, type Transform } from '../lib/source/transform.js';

const RULE = 'sign-in-action';

/** Server Actions that sign in or out go once every form and button that called them asks Clerk. */
export const transform: Transform = {
  name: 'sign-in-actions',
  description: 'Server Actions that sign in or out go with their last caller',
  rules: [RULE],
  apply(file: SourceFile): void {
    const { context } = file;
    const actions = ownActions(file);
    const gone = actions.flatMap(({ name, statement }) =>
      statement && context.actionsInUse?.has(name) === false && !file.edits.touches(statement) ? [statement] : [],
    );
    if (gone.length > 0) remove(gone, file);
    const uses = file.uses(isInstance('signIn', 'signOut'));
    for (const use of uses.filter(({ node }) =>
      actions.some(({ statement }) => !statement || contains(statement, node)),
    )) {
      const plan = planFor(use, file);
      if (plan.kind === 'manual') file.settle(use, 'manual', plan.why.rule, plan.why.message);
      else if (isElsewhere(plan)) writeElsewhere(use, plan, file);
    }
  },
};

export default standalone(transform);

function remove(gone: readonly Node[], file: SourceFile): void {
  const lines = new Lines(file.text);
  const dead = deadCode(gone, [], file);
  const statements = [...gone, ...dead.statements];
  for (const statement of gone)
    file.context.note({
      rule: RULE,
      title: `Look at what ${file.context.displayPath} did`,
      detail: `${file.context.displayPath}:${lines.at(statement.start).line}-${lines.at(statement.end).line} signed people in or out by Auth.js, and went with its last caller. What it decided besides (a second factor, verified addresses, limits) is a setting of Clerk’s.`,
    });
  const left = childList(file.program, 'body').filter(({ type }) => type !== 'ImportDeclaration');
  if (!file.context.isImportedElsewhere && left.every((each) => statements.includes(each))) {
    file.deleted = true;
    file.settleWithin({ start: 0, end: file.text.length }, 'removed', RULE, 'its last caller asks Clerk');
    return;
  }
  for (const statement of statements) file.settleWithin(statement, 'removed', RULE, 'its last caller asks Clerk');
  removeDead({ ...dead, statements }, file);
  file.bindings.forget(statements, []);
}
