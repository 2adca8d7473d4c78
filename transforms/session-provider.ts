import { listItem } from '../lib/ast/lines.js';
import { child, childList, nameOf, type Node } from '../lib/ast/tree.js';
import { isReact } from '../lib/authjs/session-calls.js';
import { planSpread, type SpreadPlan } from '../lib/flow/provider-spread.js';
import { expectError } from '../lib/source/async-component.js';
import { isHandedOn } from '../lib/source/handed-on.js';
import { documentIn, moveIntoBody } from '../lib/source/provider-into-body.js';
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
]);
const KEPT: ReadonlySet<string> = new Set(['children', 'key']);

/** `<SessionProvider session={session}>…</SessionProvider>` → `<ClerkProvider>…</ClerkProvider>` */
export const transform: Transform = {
  name: 'session-provider',
  description: '<SessionProvider> becomes <ClerkProvider>',
  rules: ['session-provider', 'session-provider-as-value', 'session-provider-spread', 'session-provider-prop'],
  apply(file: SourceFile): void {
    for (const use of file.uses(isReact('SessionProvider'))) {
      if (use.settlement) continue; // the end of an element that was rewritten: `</Auth.SessionProvider>`
      if (isHandedOn(use, file)) continue; // it goes with its last importer
      const element = elementNamedBy(use, file);
      const attributes = childList(child(element, 'openingElement'), 'attributes');
      const unknown = attributes
        .map(propName)
        .find((name) => name !== undefined && !DROPPED.has(name) && !KEPT.has(name));
      const spreads = attributes.filter(({ type }) => type === 'JSXSpreadAttribute');
      const spread = element && spreads.length === 1 ? planSpread(element, spreads[0]!, file) : undefined;
      const manual = (rule: string, message: string) => {
        file.settle(use, 'manual', rule, message);
        const closing = child(element, 'closingElement');
        if (closing) file.settleWithin(closing, 'manual', rule, message);
      };
      if (!element) manual('session-provider-as-value', 'SessionProvider is handed on as a value');
      else if (spreads.length > 0 && !spread) manual('session-provider-spread', 'its props come from a spread');
      else if (unknown !== undefined) manual('session-provider-prop', `Clerk’s provider has no prop ${unknown}`);
      else {
        rewrite(element, spread, file);
        file.settle(use, 'rewritten', 'session-provider', 'Clerk’s provider takes its place');
        const closing = child(element, 'closingElement');
        if (closing) file.settleWithin(closing, 'rewritten', 'session-provider', 'Clerk’s provider takes its place');
        for (const attribute of attributes)
          if (DROPPED.has(propName(attribute)!))
            file.settleWithin(attribute, 'removed', 'session-provider', 'went with the provider’s prop');
      }
    }
  },
};

export default standalone(transform);

const propName = (attribute: Node): string | undefined =>
  attribute.type === 'JSXAttribute' ? (nameOf(child(attribute, 'name')) ?? '') : undefined;

/** The element that the name, or the member expression that begins with it, opens. */
function elementNamedBy({ node }: Use, { bindings }: SourceFile): Node | undefined {
  const parent = bindings.parentOf(node);
  const opening = parent?.type === 'JSXMemberExpression' ? bindings.parentOf(parent) : parent;
  return opening?.type === 'JSXOpeningElement' ? bindings.parentOf(opening) : undefined;
}

function rewrite(element: Node, spread: SpreadPlan | undefined, file: SourceFile): void {
  const [opening, closing] = [child(element, 'openingElement')!, child(element, 'closingElement')];
  const attributes = childList(opening, 'attributes');
  const document = attributes.every((each) => DROPPED.has(propName(each) ?? '')) ? documentIn(element) : undefined;
  if (document) {
    const given = attributes.find((each) => propName(each) === 'session');
    const isGiven = givesSession(child(child(given, 'value'), 'expression'), file);
    if (isGiven && !isServerComponent(file)) file.context.note(NOT_LOADED);
    moveIntoBody(element, document, isGiven && isServerComponent(file) ? ' dynamic' : '', file);
    return;
  }
  const name = child(opening, 'name')!;
  file.edits.replace(name, file.clerk('ClerkProvider'));
  if (closing) file.edits.replace(child(closing, 'name')!, file.clerk('ClerkProvider'));
  let end = name.end;
  let session: Node | undefined;
  for (const attribute of childList(opening, 'attributes')) {
    const start = end; // the white space before a prop, and a comment that explains it, go with it
    end = attribute.end;
    if (KEPT.has(propName(attribute) ?? 'children')) continue; // a spread goes by its plan
    file.edits.remove({ start, end });
    if (propName(attribute) === 'session') session = child(child(attribute, 'value'), 'expression');
  }
  spread?.apply(file.clerk('ClerkProvider'));
  const isGiven = givesSession(session, file);
  if (isGiven && isServerComponent(file)) file.edits.insert(name.end, ' dynamic');
  else if (isGiven) file.context.note(NOT_LOADED);
  // Nothing is left of the props' own lines.
  if (!spread && end > name.end && !childList(opening, 'attributes').some((each) => KEPT.has(propName(each)!)))
    file.edits.replace({ start: end, end: opening.end }, opening['selfClosing'] === true ? ' />' : '>');
  if (session) dropFromPattern(session, file);
  expectError(element, file);
  if (file.context.routeKind === 'pages-app') spreadPageProps(element, session, name.end, file);
}

/** Whether the provider is given a session. */
const givesSession = (session: Node | undefined, file: SourceFile): boolean =>
  session !== undefined && !/^(?:null|undefined)$/.test(file.textOf(session));

/** Given the session, Auth.js's hooks knew it on the first render. */
const NOT_LOADED = {
  rule: 'session-provider',
  title: 'Clerk’s hooks begin as not loaded',
  detail:
    'SessionProvider was given the session, so that useSession() knew it on the first render. Clerk’s hooks know the user there where getServerSideProps returns `...buildClerkProps(ctx.req)`, or below `<ClerkProvider dynamic>` in a server component.',
};

/** Where Clerk's provider asks for the session itself: `dynamic` has it do so when the page renders. */
const isServerComponent = ({ context, side }: SourceFile): boolean =>
  context.clerkMajor >= 6 && /^app-(?:layout|page)$/.test(context.routeKind) && side === 'server';

/** `pageProps: { session, ...pageProps }` took the session out for this prop alone. */
function dropFromPattern(session: Node, { bindings, edits, text }: SourceFile): void {
  const binding = bindings.of(session);
  const property = binding && bindings.parentOf(binding.identifiers[0]!);
  const pattern = property && bindings.parentOf(property);
  if (binding?.references.length !== 1 || property?.type !== 'ObjectProperty' || property['shorthand'] !== true) return;
  const properties = childList(pattern, 'properties');
  // In what `...rest` takes, the session would show up again.
  const rest = properties.find(({ type }) => type === 'RestElement');
  const restName = nameOf(child(rest, 'argument'));
  if (rest && restName !== 'pageProps') return;
  const outer = pattern && bindings.parentOf(pattern);
  if (properties.length === 2 && rest && outer && nameOf(child(outer, 'key')) === restName)
    return edits.replace(outer, restName!);
  if (properties.length > 1) edits.remove(listItem(text, properties, properties.indexOf(property)));
}

/** Clerk's server state reaches the Pages Router through pageProps, as Auth.js's session did. */
function spreadPageProps(element: Node, session: Node | undefined, offset: number, file: SourceFile): void {
  const object = child(session, 'object');
  const isPageProps = object && /\bpageProps$/.test(file.textOf(object));
  const isKnown = [...scopesAround(element, file)].some((scope) => scope.names.has('pageProps'));
  if (isPageProps || isKnown) file.edits.insert(offset, ` {...${isPageProps ? file.textOf(object) : 'pageProps'}}`);
}

function* scopesAround(node: Node, { bindings }: SourceFile) {
  for (let scope: ReturnType<typeof bindings.scopeOf> | undefined = bindings.scopeOf(node); scope; scope = scope.up)
    yield scope;
}
