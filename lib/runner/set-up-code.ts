import { childList, type Node } from '../ast/tree.js';
import { isDataType } from '../authjs/data-types.js';
import { indexAt } from '../scan/links.js';
import type { Site } from '../scan/sites.js';
import { exportedNames, type AuthModule } from '../source/auth-module.js';
import type { SourceFile } from '../source/source-file.js';

type Counts = (site: Site) => boolean;

/** Any name of Auth.js's. */
export const ANY_SITE: Counts = ({ kind }) => kind === 'use' || kind === 'module';

/** What runs by Auth.js, or is made for it: a function that takes an `Account` is of use without. */
export const SET_UP_SITE: Counts = (site) => ANY_SITE(site) && !(site.kind === 'use' && isDataType(site.origin));

/** The exported names of statements that hold a part of Auth.js that counts, or use one of the file that does. */
export function partsOf(file: SourceFile, { owned, rest }: AuthModule, counts = ANY_SITE): string[] {
  const exporting = rest.filter((statement) => exportedNames(statement).length > 0 && !file.edits.touches(statement));
  const holding = exporting.length > 0 ? rest.filter((statement) => holds(statement, counts, file)) : [];
  const parts = new Set([...owned, ...holding]);
  const users = parts.size > 0 ? usersIn(childList(file.program, 'body'), file) : undefined;
  // A set that is gone through takes in what is added on the way.
  for (const part of parts) for (const user of users?.get(part) ?? []) parts.add(user);
  return exporting.filter((statement) => parts.has(statement)).flatMap(exportedNames);
}

const holds = (statement: Node, counts: Counts, file: SourceFile): boolean =>
  file.unsettledWithin(statement).some(({ site }) => counts(site));

/** For each statement of a file those that refer to what it declares. */
function usersIn(statements: readonly Node[], { bindings }: SourceFile): Map<Node, Set<Node>> {
  const users = new Map<Node, Set<Node>>();
  const around = (node: Node) => statements[indexAt(statements, node.start)];
  for (const { identifiers, references } of bindings.program.names.values())
    for (const identifier of identifiers) {
      const declaring = around(identifier);
      if (declaring?.type === 'ImportDeclaration') continue;
      for (const reference of references) {
        const using = around(reference);
        if (!declaring || !using) continue;
        if (!users.has(declaring)) users.set(declaring, new Set());
        users.get(declaring)!.add(using);
      }
    }
  return users;
}
