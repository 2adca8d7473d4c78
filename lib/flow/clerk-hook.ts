import { insertFirst, statementsOf } from '../ast/components.js';
import type { Binding } from '../ast/bindings.js';
import { child, childList, nameOf, type Node } from '../ast/tree.js';
import { CLERK_PACKAGE } from '../clerk/symbols.js';
import type { SourceFile } from '../source/source-file.js';

/** What was asked of Clerk in a component by an earlier rewrite of the file: the methods of its one `useClerk()`, or its name. */
const asked = new WeakMap<SourceFile, Map<Node, Set<string> | string>>();

/**
 * Makes methods of Clerk's known in a component or hook: by `const { signOut } = useClerk()` as its first statement, by
 * the call that it has already, or as members of one `clerk` where a name of theirs is taken.
 * @param going bindings that leave the file
 * @returns what to write for each method
 */
export function askClerk(
  component: Node,
  methods: readonly string[],
  going: readonly Binding[],
  file: SourceFile,
): (method: string) => string {
  const scope = file.bindings.scopeOf(component);
  const areFree = (names: readonly string[]) => !names.some((name) => file.bindings.isTaken(name, scope, going));
  const given = asked.get(file) ?? new Map<Node, Set<string> | string>();
  asked.set(file, given);
  const before = given.get(component);
  if (typeof before === 'string') return (method) => `${before}.${method}`;
  const missing = methods.filter((method) => !before?.has(method));
  const existing = existingCall(component, file);
  if (existing?.type === 'Identifier') return (method) => `${nameOf(existing)}.${method}`;
  if (existing) {
    const properties = childList(existing, 'properties');
    const local = (method: string) =>
      nameOf(
        child(
          properties.find((property) => nameOf(child(property, 'key')) === method),
          'value',
        ),
      );
    const added = missing.filter((method) => local(method) === undefined);
    if (areFree(added)) {
      if (added.length > 0) file.edits.insert(properties.at(-1)!.end, `, ${added.join(', ')}`);
      given.set(component, new Set([...(before ?? []), ...added]));
      return (method) => local(method) ?? method;
    }
  } else if (before && areFree(missing)) {
    for (const method of missing) before.add(method);
    return (method) => method;
  }
  const useClerk = file.imports.add(CLERK_PACKAGE, 'useClerk');
  if (areFree(methods)) {
    const all = new Set(methods);
    given.set(component, all);
    insertFirst(component, () => `const { ${[...all].toSorted().join(', ')} } = ${useClerk()}()`, file);
    return (method) => method;
  }
  const clerk = file.freshName(['clerk', 'clerkClient'], scope);
  given.set(component, clerk);
  insertFirst(component, () => `const ${clerk} = ${useClerk()}()`, file);
  return (method) => `${clerk}.${method}`;
}

/** What the result of a `useClerk()` among the component's own statements is put into: a name, or a pattern of plain names. */
function existingCall(component: Node, { bindings }: SourceFile): Node | undefined {
  for (const statement of statementsOf(component)) {
    for (const declarator of childList(statement, 'declarations')) {
      const imported = bindings.of(child(child(declarator, 'init'), 'callee'))?.imported;
      if (imported?.source !== CLERK_PACKAGE || imported.name !== 'useClerk') continue;
      const id = child(declarator, 'id');
      if (id?.type === 'Identifier') return id;
      const properties = childList(id, 'properties');
      const isPlain = properties.every((property) => child(property, 'value')?.type === 'Identifier');
      if (id?.type === 'ObjectPattern' && properties.length > 0 && isPlain) return id;
    }
  }
  return undefined;
}
