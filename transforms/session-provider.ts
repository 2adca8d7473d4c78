import { child, childList, nameOf, type Node } from '../lib/ast/tree.js';
import { isReact } from '../lib/authjs/session-calls.js';
import type { SourceFile, Use } from '../lib/source/source-file.js';
import { standalone, type Transform } from '../lib/source/transform.js';

/** SessionProvider's props. Clerk hydrates and polls by itself, so none has a counterpart and none needs one. */
const DROPPED: ReadonlySet<string> = new Set([
  'session',
  'refetchInterval',
  'refetchOnWindowFocus',
  'refetchWhenOffline',
  'basePath',
  'baseUrl',
  'children',
  'key',
]);
const KEPT: ReadonlySet<string> = new Set(['children', 'key']);

/** `<SessionProvider session={session}>…</SessionProvider>` → `<ClerkProvider>…</ClerkProvider>` */
export const transform: Transform = {
  name: 'session-provider',
  description: '<SessionProvider> becomes <ClerkProvider>',
  rules: ['session-provider', 'session-provider-as-value', 'session-provider-spread', 'session-provider-prop'],
  apply(file: SourceFile): void {
    for (const use of file.uses(isReact('SessionProvider'))) {
      const element = elementNamedBy(use, file);
      const attributes = childList(child(element, 'openingElement'), 'attributes');
      const unknown = attributes.find(
        (attribute) => attribute.type === 'JSXAttribute' && !DROPPED.has(nameOf(child(attribute, 'name')) ?? ''),
      );
      if (!element) file.settle(use, 'manual', 'session-provider-as-value', 'SessionProvider is handed on as a value');
      else if (attributes.some(({ type }) => type === 'JSXSpreadAttribute'))
        file.settle(use, 'manual', 'session-provider-spread', 'its props come from a spread');
      else if (unknown)
        file.settle(
          use,
          'manual',
          'session-provider-prop',
          `Clerk’s provider has no prop ${nameOf(child(unknown, 'name'))}`,
        );
      else {
        rewrite(element, file);
        file.settle(use, 'rewritten', 'session-provider', 'Clerk’s provider takes its place');
        for (const attribute of attributes)
          file.settleWithin(attribute, 'removed', 'session-provider', 'went with the provider’s prop');
      }
    }
  },
};

export default standalone(transform);

function elementNamedBy({ node }: Use, { bindings }: SourceFile): Node | undefined {
  const opening = bindings.parentOf(node);
  return opening?.type === 'JSXOpeningElement' ? bindings.parentOf(opening) : undefined;
}

function rewrite(element: Node, file: SourceFile): void {
  const [opening, closing] = [child(element, 'openingElement')!, child(element, 'closingElement')];
  const name = child(opening, 'name')!;
  file.edits.replace(name, file.clerk('ClerkProvider'));
  if (closing) file.edits.replace(child(closing, 'name')!, file.clerk('ClerkProvider'));
  let end = name.end;
  for (const attribute of childList(opening, 'attributes')) {
    const start = end; // the white space before a prop, and a comment that explains it, go with it
    end = attribute.end;
    if (!KEPT.has(nameOf(child(attribute, 'name')) ?? '')) file.edits.remove({ start, end });
  }
  if (file.context.routeKind === 'pages-app') spreadPageProps(element, name.end, file);
}

/** Clerk's server state reaches the Pages Router through pageProps, as Auth.js's session did. */
function spreadPageProps(element: Node, offset: number, file: SourceFile): void {
  const name = [...scopesAround(element, file)].find((scope) => scope.names.has('pageProps'))?.names.get('pageProps');
  if (name) file.edits.insert(offset, ' {...pageProps}');
}

function* scopesAround(node: Node, { bindings }: SourceFile) {
  for (let scope: ReturnType<typeof bindings.scopeOf> | undefined = bindings.scopeOf(node); scope; scope = scope.up)
    yield scope;
}
