import type { Piece } from '../ast/edits.js';
import { languageOf } from '../ast/language.js';
import { indentAt, quoted } from '../ast/style.js';
import { child, childList, isCall, isMember, type Node } from '../ast/tree.js';
import type { SourceFile, Use } from '../source/source-file.js';
import { isYielded } from './bridge.js';
import { isInitialProps, requestIn } from './session-parameters.js';

/**
 * `await getSession(ctx)` in getInitialProps → the generated module's function where there is a request, and that of its
 * client part in the browser. Builds for the browser leave out what `typeof window` says is not for it.
 * @returns whether it was written
 */
export function bridgeInitialProps(use: Use, file: SourceFile): boolean {
  const { bindings, context, edits, imports, style } = file;
  const call = bindings.parentOf(use.node);
  if (!call || !isCall(call) || child(call, 'callee') !== use.node || !isInitialProps(call, file)) return false;
  const [parameters, ...more] = childList(call, 'arguments');
  const request = parameters && more.length === 0 ? requestIn(parameters, file) : undefined;
  if (request === undefined || bindings.parentOf(call)?.type !== 'AwaitExpression' || !isYielded(file)) return false;
  const server = context.helperModule('getSession', 'pages');
  const client = server === undefined ? undefined : context.helperModule('getBrowserSession');
  if (server === undefined || client === undefined) return false;
  const inBrowser = imports.add(client, 'getSession', { local: file.textOf(use.node) });
  const indent = `\n${indentAt(file.text, call.start)}${style.indent}`;
  // There it has no type that says of cookies, which Clerk asks for and does not read.
  const isTyped = languageOf(file.path) === 'js' || isPropsContext(parameters!, file);
  const type: Piece[] = isTyped ? [] : [' as ', imports.add('next', 'NextApiRequest', { typeOnly: true })];
  edits.replace(
    call,
    `(typeof window === ${quoted('undefined', style)} && ${request}`,
    `${indent}? (await import(${quoted(server, style)})).getSession(${request}`,
    ...type,
    `)${indent}: `,
    inBrowser,
    '())',
  );
  return true;
}

/** Whether a context has the type that getServerSideProps has its own by. */
function isPropsContext(parameters: Node, { bindings, text }: SourceFile): boolean {
  const [root] = [...identifiersIn(parameters)];
  const fn = bindings.of(root)?.declaration;
  return childList(fn, 'params').some((each) => /\bGetServerSidePropsContext\b/.test(text.slice(each.start, each.end)));
}

function* identifiersIn(node: Node): Generator<Node> {
  if (node.type === 'ObjectExpression')
    for (const property of childList(node, 'properties')) yield* identifiersIn(child(property, 'value')!);
  else if (isMember(node)) yield* identifiersIn(child(node, 'object')!);
  else yield node;
}
