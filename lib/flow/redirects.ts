import { child, childList, isMember, nameOf, walk, type Node } from '../ast/tree.js';
import type { SourceFile } from '../source/source-file.js';

/** Clerk adds headers to the answer, which `Response.redirect()` does not let it; Next's own does, with another status. */
export function replaceRedirects(file: SourceFile): void {
  for (const node of walk(file.program)) {
    if (node.type !== 'CallExpression') continue;
    const callee = child(node, 'callee')!;
    const object = child(callee, 'object');
    const isRedirect =
      isMember(callee) && nameOf(object) === 'Response' && nameOf(child(callee, 'property')) === 'redirect';
    if (!isRedirect || file.bindings.of(object) || file.edits.removes(object!)) continue;
    file.edits.replace(object!, file.imports.add('next/server', 'NextResponse'));
    const [target, status] = childList(node, 'arguments') as [Node | undefined, Node | undefined];
    if (target && !status) file.edits.insert(target.end, ', 302');
  }
}
