import { isMember } from '../lib/ast/tree.js';
import { isSessionType } from '../lib/authjs/session-calls.js';
import type { SourceFile } from '../lib/source/source-file.js';
import { standalone, type Transform } from '../lib/source/transform.js';

const RULE = 'session-types';

/**
 * `import type { Session } from "@acme/auth"`, whose module has it of next-auth: that one takes it from the generated module,
 * and whoever imports it goes on to do so.
 */
export const transform: Transform = {
  name: 'own-types',
  description: 'the types Session and User stay where a module of the app’s own hands them on',
  rules: [RULE],
  apply(file: SourceFile): void {
    for (const use of file.uses(isSessionType)) {
      const imported = file.bindings.of(use.node)?.imported;
      if (!imported || imported.name === '*' || isMember(file.bindings.parentOf(use.node))) continue;
      if (file.context.handsTypeOn(imported.source, imported.name))
        file.keep(use, RULE, `${imported.source} takes it from the generated module now`);
    }
  },
};

export default standalone(transform);
