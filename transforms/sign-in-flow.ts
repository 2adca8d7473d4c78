import { insertFirst } from '../lib/ast/components.js';
import type { Piece } from '../lib/ast/edits.js';
import { indentAt, quoted } from '../lib/ast/style.js';
import { child, childList, nameOf, type Node } from '../lib/ast/tree.js';
import { isReact } from '../lib/authjs/session-calls.js';
import { COUNTERPARTS } from '../lib/clerk/sign-in.js';
import { askClerk } from '../lib/flow/clerk-hook.js';
import { asString, customFlowOf, type CustomFlow } from '../lib/flow/custom-flow.js';
import { planFor } from '../lib/flow/sign-in.js';
import { asksForLink } from '../lib/flow/write-email-link.js';
import type { SourceFile, Use } from '../lib/source/source-file.js';
import { standalone, type Transform } from '../lib/source/transform.js';

const RULE = 'sign-in-flow';

type Pairs = Exclude<CustomFlow['given'], { readonly address: Node }>;
type Planned = readonly [use: Use, flow: CustomFlow];

/** A form by which people sign in where no `<SignIn/>` belongs stays, and asks Clerk by `useSignIn()`. */
export const transform: Transform = {
  name: 'sign-in-flow',
  description: 'forms of the app’s own that stay sign in by Clerk’s useSignIn()',
  rules: [RULE],
  apply(file: SourceFile): void {
    if (file.context.clerkMajor < 7) return; // its useSignIn() gives something else
    const found = file.uses(isReact('signIn')).flatMap((use): Planned[] => {
      const flow = customFlowOf(use, file);
      return flow ? [[use, flow]] : [];
    });
    const plans = found.filter(([, flow]) => leadsAsOthers(flow, found, file));
    const signIns = new Map<Node, string>();
    for (const [, { component }] of plans)
      if (!signIns.has(component)) signIns.set(component, nameIn(component, plans, file));
    for (const [component, name] of signIns) declare(component, name, file);
    for (const [use, flow] of plans) {
      const names = rewrite(flow, signIns.get(flow.component)!, file);
      for (const array of flow.dependencies) addTo(array, names, file);
      file.settle(use, 'rewritten', RULE, 'asks Clerk by useSignIn() now');
    }
    note(plans, file);
  },
};

export default standalone(transform);

/** A component lets people in by one effect: its links have to lead to the same place. */
function leadsAsOthers({ component, given }: CustomFlow, found: readonly Planned[], file: SourceFile): boolean {
  if (!('address' in given)) return true;
  const goals = found.flatMap(([, other]) =>
    other.component === component && 'address' in other.given ? [other.given.target] : [],
  );
  return new Set(goals.map((goal) => goal && file.textOf(goal))).size === 1;
}

/** `signIn`, where Auth.js's leaves the file. */
function nameIn(component: Node, plans: readonly Planned[], file: SourceFile): string {
  const planned = new Set(plans.map(([{ node }]) => node));
  const going = file.bindings.all.filter(
    ({ name, imported, references }) =>
      imported && name === 'signIn' && references.every((node) => planned.has(node) || isGoing(node, file)),
  );
  return file.freshName(['signIn', 'clerkSignIn'], file.bindings.scopeOf(component), going);
}

/** Whether another transform took a use over, or will. */
function isGoing(node: Node, file: SourceFile): boolean {
  const entry = file.entries.find((each) => each.node === node);
  if (entry?.settlement) return entry.settlement.outcome !== 'manual';
  return entry?.site.kind === 'use' && planFor(entry as Use, file).kind !== 'manual';
}

function declare(component: Node, name: string, file: SourceFile): void {
  const useSignIn = file.imports.add('@clerk/nextjs', 'useSignIn');
  const member = name === 'signIn' ? name : `signIn: ${name}`;
  insertFirst(component, () => `const { ${member} } = ${useSignIn()}()`, file);
}

/** Rewrites a call and what is read of its result; the names that the handler calls now. */
function rewrite(flow: CustomFlow, signIn: string, file: SourceFile): string[] {
  const { given, reads, annotation } = flow;
  if (annotation) {
    file.edits.remove(annotation);
    file.settleWithin(annotation, 'removed', RULE, 'Clerk’s call gives back its own type');
  }
  for (const { node, pieces } of reads) file.edits.replace(node, ...pieces);
  if ('address' in given) return asksForLink(flow, given, signIn, file);
  return asksByPassword(flow, given, signIn, file);
}

function asksByPassword(flow: CustomFlow, given: Pairs, signIn: string, file: SourceFile): string[] {
  const { component, call, result, at, target } = flow;
  const { edits, style } = file;
  const method = COUNTERPARTS.signIn.method;
  const redirect = askClerk(component, [method], [], file)(method);
  const leads = target ? `{ ${COUNTERPARTS.signIn.key}: ${file.textOf(target)} }` : '';
  edits.replace(child(call, 'callee')!, `${signIn}.password`);
  const args = childList(call, 'arguments');
  edits.replace({ start: args[0]!.start, end: args.at(-1)!.end }, ...written(given, args.at(-1)!, file));
  // Another step is Clerk's page's: a second factor, a code on a device that it does not know.
  const steps = [
    `if (!${result.name}.error && ${signIn}.status !== ${quoted('complete', style)}) return void ${redirect}(${leads})`,
    `if (!${result.name}.error) ${result.name} = await ${signIn}.finalize()`,
  ];
  if ('statement' in at) {
    const keyword = String(at.statement['kind']);
    edits.replace({ start: at.statement.start, end: at.statement.start + keyword.length }, 'let');
    const indent = indentAt(file.text, at.statement.start);
    edits.insert(at.statement.end, ...steps.map((step) => `\n${indent}${step}${style.semicolon}`));
  } else {
    if (!at.callback['async']) edits.insert(at.callback.start, 'async ');
    for (const step of steps) insertFirst(at.callback, step, file);
  }
  return [signIn, redirect.split('.')[0]!];
}

/** `{ emailAddress: email, password }`, on one line or on several as it was. */
function written(given: Pairs, options: Node, file: SourceFile): Piece[] {
  const isLong = file.textOf(options).includes('\n');
  const outer = indentAt(file.text, options.end);
  const [open, comma, close] = isLong
    ? [`{\n${outer}${file.style.indent}`, `,\n${outer}${file.style.indent}`, `,\n${outer}}`]
    : ['{ ', ', ', ' }'];
  return [
    open,
    ...given.flatMap(([key, value], index): Piece[] => [
      index > 0 ? comma : '',
      ...(nameOf(value) === key && value.type === 'Identifier' ? [value] : [`${key}: `, ...asString(value, file)]),
    ]),
    close,
  ];
}

/** Adds names to an array of dependencies. */
function addTo(array: Node, names: readonly string[], file: SourceFile): void {
  const elements = childList(array, 'elements');
  const missing = names.filter((name) => !elements.some((each) => nameOf(each) === name)).join(', ');
  if (elements.length > 0) file.edits.insert(elements.at(-1)!.end, `, ${missing}`);
  else file.edits.replace(array, `[${missing}]`);
}

function note(plans: readonly Planned[], { context }: SourceFile): void {
  const links = plans.filter(([, { given }]) => 'address' in given).length;
  const title = `Try to sign in by the form in ${context.displayPath}`;
  if (links < plans.length)
    context.note({
      rule: RULE,
      title,
      detail:
        'It asks Clerk by useSignIn() now. Sign-in by password has to be on in the Clerk instance, and the accounts have to be there. Who has to take another step (a second factor, a code on a new device) goes on at Clerk’s sign-in page.',
    });
  if (links > 0)
    context.note({
      rule: RULE,
      title: plans.length > links ? `${title} that sends a link` : title,
      detail:
        'It asks Clerk for the link by useSignIn() now. Sign-in by e-mail link has to be on in the Clerk instance. The link leads back to the page of the form, which has to be open to those who are signed out. Clerk opens it only in the browser that asked for it, unless “Require the same device and browser” is off. Clerk sends links to those that it knows; others go on at its sign-up page.',
    });
}
