import { withLeadingComments } from '../ast/comments.js';
import { Lines, wholeLines } from '../ast/lines.js';
import { child, childList, contains, nameOf, type Node } from '../ast/tree.js';
import type { SourceFile } from '../source/source-file.js';
import { deadCode } from './dead-code.js';
import { removeDead, removeMembers } from './removal.js';

/**
 * Takes out properties that only the set-up read, and what their values alone were made with.
 * @param gone all that goes of the file, these included
 */
export function removeProperties(properties: readonly Node[], gone: readonly Node[], file: SourceFile): void {
  const { bindings, edits, text } = file;
  const ofObjects = properties.filter(({ type }) => type === 'ObjectProperty');
  for (const object of new Set(ofObjects.map((property) => bindings.parentOf(property)!))) {
    const own = childList(object, 'properties');
    removeMembers(
      object,
      own.filter((each) => ofObjects.includes(each)),
      file,
    );
  }
  for (const property of properties)
    if (!ofObjects.includes(property)) edits.remove(wholeLines(text, withLeadingComments(text, property)));
  // What stands at the file's top was looked at with the set-up.
  const isInner = (node: Node) =>
    bindings.parentOf(node)?.type !== 'Program' && !gone.some((each) => contains(each, node));
  const statements = new Set<Node>();
  let dead = deadCode(gone, [], file);
  // What a name was asked for, the set-up alone wanted: its call goes along, as at the top of a file.
  for (let bare = dead.bare.filter(isInner); bare.length > 0; bare = dead.bare.filter(isInner)) {
    for (const each of bare) statements.add(each);
    dead = deadCode([...gone, ...statements], [], file);
  }
  for (const each of dead.statements) if (isInner(each)) statements.add(each);
  const members = dead.members.filter(({ pattern }) => isInner(pattern));
  removeDead({ ...dead, statements: [...statements], bare: [], members }, file);
}

/** Says which properties went, and which providers their values were. */
export function noteProperties(properties: readonly Node[], gone: readonly Node[], file: SourceFile): void {
  const { context, entries } = file;
  const lines = new Lines(file.text);
  const at = (node: Node) => `${context.displayPath}:${lines.at(node.start).line}-${lines.at(node.end).line}`;
  const names = [...new Set(properties.map((property) => nameOf(child(property, 'key'))!))];
  for (const name of names) {
    const places = properties.filter((property) => nameOf(child(property, 'key')) === name).map(at);
    context.note({
      rule: 'auth-config-code',
      title: `The property ${name} went with the set-up`,
      detail: `${places.join(', ')}. Only Auth.js’s options read it; what else the objects hold stays.`,
    });
  }
  const providers = entries.flatMap(({ site }) => {
    const [, provider] = (site.kind === 'use' && /\/providers\/([\w-]+)$/.exec(site.origin.module)) || [];
    return provider !== undefined &&
      site.kind === 'use' &&
      site.origin.name === 'default' &&
      gone.some((each) => contains(each, site))
      ? provider
      : [];
  });
  if (providers.length > 0)
    context.note({
      rule: 'auth-config-providers',
      title: 'Turn the sign-in methods on in Clerk',
      detail: `${context.displayPath} made ${[...new Set(providers)].join(', ')} for Auth.js’s options. Enable each as a connection of the Clerk instance; production needs the app’s own client id and secret.`,
    });
}
