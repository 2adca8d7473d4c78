import { insertFirst } from '../ast/components.js';
import { withLeadingComments } from '../ast/comments.js';
import { indentAt, quoted } from '../ast/style.js';
import { child, childList } from '../ast/tree.js';
import type { SourceFile } from '../source/source-file.js';
import { askClerk } from './clerk-hook.js';
import { asString, type CustomFlow } from './custom-flow.js';
import type { EmailLink } from './email-link.js';

/** Components whose effect has been written: a form may ask anew. */
const LET_IN = new WeakMap<SourceFile, Set<object>>();

/** Clerk's code for an address that it does not know (its page on error codes). */
const UNKNOWN = 'form_identifier_not_found';

/** The parameter in which Clerk's link says what became of it; its session is empty where a second factor is to come. */
const OUTCOME = '__clerk_status';

/**
 * Has a form ask Clerk for a link, which leads back to the page of the form, where an effect lets people in. Auth.js made
 * an account for an address that it did not know; Clerk's sign-up page does.
 * @returns the names that the handler calls now
 */
export function asksForLink(flow: CustomFlow, link: EmailLink, signIn: string, file: SourceFile): string[] {
  const { component, call, result, at } = flow;
  const { edits, style } = file;
  const methods = ['buildSignInUrl', 'handleEmailLinkVerification', 'loaded', 'redirectToSignUp'];
  const nameFor = askClerk(component, methods, [], file);
  const signUp = nameFor('redirectToSignUp');
  const isClerks = file.imports.add('@clerk/nextjs/errors', 'isClerkAPIResponseError');
  const leads = link.target ? `{ signUpForceRedirectUrl: ${file.textOf(link.target)} }` : '';
  edits.replace(child(call, 'callee')!, `${signIn}.emailLink.sendLink`);
  const args = childList(call, 'arguments');
  const address = asString(link.address, file);
  edits.replace(
    { start: args[0]!.start, end: args.at(-1)!.end },
    '{ emailAddress: ',
    ...address,
    ', verificationUrl: window.location.href }',
  );
  const { name } = result;
  // Clerk's test throws where it is given no error.
  const test = () =>
    `${name}.error && ${isClerks()}(${name}.error) && ${name}.error.errors[0]?.code === ${quoted(UNKNOWN, style)}`;
  const step = (indent: string) => () => `if (${test()})\n${indent}${style.indent}return void ${signUp}(${leads})`;
  if ('statement' in at) {
    const indent = indentAt(file.text, at.statement.start);
    edits.insert(at.statement.end, `\n${indent}`, step(indent), style.semicolon);
  } else {
    const [first] = childList(child(at.callback, 'body'), 'body');
    insertFirst(at.callback, step(first ? indentAt(file.text, first.start) : ''), file);
  }
  letIn(flow, link, nameFor, file);
  return [signIn, signUp.split('.')[0]!];
}

/** Who comes back by the link is in. */
function letIn(
  { component }: CustomFlow,
  { target, before, names }: EmailLink,
  nameFor: (method: string) => string,
  file: SourceFile,
): void {
  const written = LET_IN.get(file) ?? new Set();
  LET_IN.set(file, written);
  if (written.has(component)) return;
  written.add(component);
  const { text, style } = file;
  const useEffect = effectIn(file);
  const parts = ['handleEmailLinkVerification', 'buildSignInUrl', 'loaded'];
  const [verify, signInUrl, loaded] = parts.map(nameFor) as [string, string, string];
  const goal = target ? file.textOf(target) : 'window.location.pathname';
  const needed = new Set([...[signInUrl, verify].map((each) => each.split('.')[0]!), loaded, ...names]);
  const { start } = withLeadingComments(text, before);
  const [outer, end] = [indentAt(text, start), style.semicolon];
  const lines = [
    `if (!${loaded} || !window.location.search.includes(${quoted(`${OUTCOME}=`, style)})) return${end}`,
    `${verify}({`,
    `${style.indent}redirectUrlComplete: ${goal},`,
    `${style.indent}redirectUrl: ${signInUrl}(),`,
    `}).catch(() => window.history.replaceState(null, ${quoted('', style)}, window.location.pathname))${end}`,
  ];
  const isApart = /\n[ \t]*\r?\n[ \t]*$/.test(text.slice(0, start));
  file.edits.insert(
    start,
    '// Clerk’s link leads back here: who comes by it is in, and by one that is too old asks anew.\n',
    () => `${outer}${useEffect()}(() => {\n`,
    lines.map((line) => `${outer}${style.indent}${line}\n`).join(''),
    `${outer}}, [${[...needed].join(', ')}])${end}\n${isApart ? '\n' : ''}${outer}`,
  );
}

/** `useEffect`, or `React.useEffect` where the file calls all of React's so. */
function effectIn({ bindings, imports }: SourceFile): () => string {
  const react = bindings.all.filter(({ imported }) => imported?.source === 'react');
  const whole = react.find(({ imported }) => imported?.name === '*');
  const isOnlyWhole = whole && !react.some(({ imported }) => /^use[A-Z]/.test(imported?.name ?? ''));
  return isOnlyWhole ? () => `${whole.name}.useEffect` : imports.add('react', 'useEffect');
}
