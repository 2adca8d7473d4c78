import { OWN } from '../lib/authjs/modules.js';
import type { ModuleSite } from '../lib/scan/sites.js';
import type { OwnWrappers } from '../lib/source/context.js';
import { wrapperEntries } from '../lib/source/own-wrappers.js';
import type { SourceFile } from '../lib/source/source-file.js';
import { standalone, type Transform } from '../lib/source/transform.js';

const RULE = 'own-wrapper';

/**
 * Callers of `export const auth = cache(async () => { … await nextAuth.auth() … })`: the call inside asks Clerk, and they
 * stay as they are.
 */
export const transform: Transform = {
  name: 'own-wrapper',
  description: 'callers of the app’s own function around auth() stay as they are once it asks Clerk',
  rules: [RULE, 'own-wrapper-moved'],
  apply(file: SourceFile): void {
    const { ownWrappers } = file.context;
    for (const entry of wrapperEntries(file)) {
      if (ownWrappers === 'clerk') file.keep(entry, RULE, 'goes through the app’s own function, which asks Clerk now');
      else file.settle(entry, 'manual', LEFT[ownWrappers].rule, LEFT[ownWrappers].message);
    }
    if (ownWrappers !== 'clerk') return;
    for (const entry of file.modules(({ form, target }) => form === 'mock' && target !== undefined))
      if (mocksWrapper(entry.site, file)) file.keep(entry, RULE, 'mocks the app’s own function, which stays');
  },
};

export default standalone(transform);

const LEFT = {
  authjs: {
    rule: RULE,
    message:
      'goes through the app’s own function around auth(): rewrite that function, and its callers stay as they are',
  },
  'clerk-beside-authjs': {
    rule: 'own-wrapper-moved',
    message:
      'goes through the app’s own function, which asks Clerk now; it counts as long as NextAuth() stands beside that',
  },
} as const satisfies Record<Exclude<OwnWrappers, 'clerk'>, object>;

/** Whether all that a mock makes, or the file has of the module, is such a function. */
function mocksWrapper({ source, mocked = [] }: ModuleSite, { bindings, entries }: SourceFile): boolean {
  const uses = entries.flatMap(({ site, node }) =>
    site.kind === 'use' && bindings.of(node)?.imported?.source === source ? site.origin : [],
  );
  const origins = [...mocked, ...uses];
  return origins.length > 0 && origins.every(({ module }) => module === OWN.wrapper);
}
