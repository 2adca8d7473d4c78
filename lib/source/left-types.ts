import { child, childList, contains, nameOf, type Node } from '../ast/tree.js';
import { isAuthjsModule, type Origin } from '../authjs/modules.js';
import { augmentationsIn } from './auth-module.js';
import type { SourceFile } from './source-file.js';

/** What hands out sessions, people or tokens, whose types an app may have widened, and these types. */
const TYPED_BY_APP =
  /^(?:useSession|getSession|getToken|decode|withAuth|Session|User|JWT|SessionContextValue|AdapterUser|NextRequestWithAuth)$/;

/** Whether a use is typed by what an app adds in `declare module "next-auth"`. */
export const isTypedByApp = ({ module, name }: Origin): boolean => isAuthjsModule(module) && TYPED_BY_APP.test(name);

/** Whether a use that is left to a person, outside of an augmentation, reads what the app added to Auth.js's types. */
export function readsTypes(file: SourceFile): boolean {
  const widened = augmentationsIn(file);
  return file.entries.some((entry) => {
    const { site, node, settlement } = entry;
    const isLeft = settlement === undefined || settlement.outcome === 'manual';
    return (
      site.kind === 'use' &&
      isTypedByApp(site.origin) &&
      isLeft &&
      !file.asksClerk(entry) &&
      !widened.some((statement) => contains(statement, site)) &&
      !takesNoData(node, file)
    );
  });
}

/** `const { update } = useSession()` reads nothing that anybody added. */
function takesNoData(callee: Node, { bindings }: SourceFile): boolean {
  const call = bindings.parentOf(callee);
  const pattern = call?.type === 'CallExpression' ? child(bindings.parentOf(call), 'id') : undefined;
  return (
    pattern?.type === 'ObjectPattern' &&
    childList(pattern, 'properties').every((each) => /^(?:update|status)$/.test(nameOf(child(each, 'key')) ?? ''))
  );
}
