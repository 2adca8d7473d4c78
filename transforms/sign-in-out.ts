import type { Binding } from '../lib/ast/bindings.js';
import type { Piece } from '../lib/ast/edits.js';
import { attributeNamed, attributesOf, attributeSpan, wrapElement } from '../lib/ast/jsx.js';
import { listItem } from '../lib/ast/lines.js';
import { quoted } from '../lib/ast/style.js';
import { child, childList, contains, type Node } from '../lib/ast/tree.js';
import { OWN, type Origin } from '../lib/authjs/modules.js';
import { isInstance, isReact } from '../lib/authjs/session-calls.js';
import { COUNTERPARTS, WHY, type SignInCall } from '../lib/clerk/sign-in.js';
import { deadCode } from '../lib/flow/dead-code.js';
import { removeDead } from '../lib/flow/removal.js';
import { askClerk } from '../lib/flow/clerk-hook.js';
import type { Plan } from '../lib/flow/sign-in-plan.js';
import { planFor } from '../lib/flow/sign-in.js';
import { pushedBehind } from '../lib/flow/sign-out-stay.js';
import { propOf } from '../lib/flow/sign-in-props.js';
import { isElsewhere, writeElsewhere } from '../lib/flow/write-sign-in.js';
import { isHandedOn } from '../lib/source/handed-on.js';
import { ownActions } from '../lib/source/own-actions.js';
import type { SourceFile, Use } from '../lib/source/source-file.js';
import { standalone, type Transform } from '../lib/source/transform.js';

const isAsked = (origin: Origin): boolean =>
  isReact('signIn', 'signOut')(origin) || isInstance('signIn', 'signOut')(origin) || origin.module === OWN.action;

type InComponent = Extract<Plan, { kind: 'hook' | 'dependency' }>;
type Planned = readonly [use: Use, plan: Plan];

/**
 * `<button onClick={() => signIn()}>` → `<SignInButton><button>`; calls elsewhere in a component → `useClerk()`;
 * `<form>`s whose action signs in or out → the buttons. Where to go then is carried over, the provider is not: Clerk's
 * page offers it.
 */
export const transform: Transform = {
  name: 'sign-in-out',
  description: 'signIn() and signOut() become <SignInButton>, <SignOutButton> or calls of useClerk()',
  rules: ['sign-in-out', ...new Set(Object.values(WHY).map(({ rule }) => rule))],
  apply(file: SourceFile): void {
    const actions = ownActions(file);
    const isLater = ({ node }: Use) => actions.some(({ statement }) => statement && contains(statement, node));
    // Actions of the app's own go with their last caller, and what is handed on with its last importer.
    const uses = file.uses(isAsked).filter((use) => !isLater(use) && !isHandedOn(use, file));
    const plans: Planned[] = uses.map((use) => [use, planFor(use, file)]);
    const settled = plans.map(([use, plan]): Planned => [use, withCall(plan, plans)]);
    const going = goingBindings(settled, file);
    for (const [, plan] of settled) {
      if (plan.kind === 'wrap') wrap(plan.element, plan.attribute, plan.call, file);
      if (plan.kind === 'form') replaceForm(plan, file);
    }
    rewriteCalls(
      settled.flatMap(([, plan]) => (plan.kind === 'hook' || plan.kind === 'dependency' ? [plan] : [])),
      going,
      file,
    );
    for (const [use, plan] of settled) {
      if (plan.kind === 'manual') file.settle(use, 'manual', plan.why.rule, plan.why.message);
      else if (isElsewhere(plan)) writeElsewhere(use, plan, file);
      else file.settle(use, 'rewritten', 'sign-in-out', 'asks Clerk now');
    }
    if (
      settled.some(
        ([, plan]) => 'call' in plan && !isElsewhere(plan) && plan.call.action === 'signOut' && !leads(plan.call),
      )
    )
      file.context.note({
        rule: 'sign-in-out',
        title: 'Signing out leads to /',
        detail: 'Auth.js stayed on the page after signOut(); Clerk goes to / unless `redirectUrl` says otherwise.',
      });
  },
};

export default standalone(transform);

/** Whether a call says where to go, or that it goes nowhere. */
const leads = ({ target, address, stays }: SignInCall): boolean =>
  target !== undefined || address !== undefined || stays === true;

/** A dependency array names the function that is called now; without such a call there is nothing to name. */
function withCall(plan: Plan, plans: readonly Planned[]): Plan {
  if (plan.kind !== 'dependency') return plan;
  const isCalled = plans.some(
    ([, other]) => other.kind === 'hook' && other.component === plan.component && other.call.action === plan.action,
  );
  return isCalled ? plan : { kind: 'manual', why: WHY.value };
}

/** The bindings of which every use goes, so that their names are free. */
function goingBindings(plans: readonly Planned[], { bindings }: SourceFile): Binding[] {
  const moved = new Set(plans.flatMap(([use, plan]) => (plan.kind === 'manual' ? [] : [use.node])));
  return bindings.all.filter(
    ({ imported, references }) => imported && references.length > 0 && references.every((node) => moved.has(node)),
  );
}

function wrap(element: Node, attribute: Node, call: SignInCall, file: SourceFile): void {
  const component = file.clerk(COUNTERPARTS[call.action].component);
  const key = attributeNamed(element, 'key'); // belongs to what stands in the list
  const keySpan = key && attributeSpan(element, key, file.text);
  const gone = [attributeSpan(element, attribute, file.text)!, ...(keySpan ? [keySpan] : [])];
  const props = `${key && keySpan ? ` ${file.textOf(key)}` : ''}${propOf(call, file)}`;
  const opening: Piece[] = ['<', component, `${props}>`];
  for (const span of gone) file.edits.remove(span);
  wrapElement(element, opening, ['</', component, '>'], gone, {
    text: file.text,
    edits: file.edits,
    step: file.style.indent,
  });
}

function replaceForm(
  { element, attribute, button, isStyled, call }: Extract<Plan, { kind: 'form' }>,
  file: SourceFile,
): void {
  const component = file.clerk(COUNTERPARTS[call.action].component);
  const [opening, closing] = [child(element, 'openingElement')!, child(element, 'closingElement')!];
  if (!isStyled) {
    file.edits.replace(opening, '<', component, `${propOf(call, file)}>`);
    file.edits.replace(closing, '</', component, '>');
    return;
  }
  const looks = attributesOf(element).filter((each) => each !== attribute);
  // Authors who give each prop of the button a line of its own do so here.
  const isLong = file.textOf(child(button, 'openingElement')!).includes('\n');
  if (isLong) {
    file.edits.replace(child(opening, 'name')!, 'div');
    file.edits.remove(attributeSpan(element, attribute, file.text)!);
  } else file.edits.replace(opening, '<div', ...looks.flatMap((each): Piece[] => [' ', each]), '>');
  file.edits.replace(child(closing, 'name')!, 'div');
  wrapElement(button, ['<', component, `${propOf(call, file)}>`], ['</', component, '>'], [], {
    text: file.text,
    edits: file.edits,
    step: file.style.indent,
  });
}

/** Component by component, so that each asks `useClerk()` once. */
function rewriteCalls(plans: readonly InComponent[], going: readonly Binding[], file: SourceFile): void {
  for (const component of new Set(plans.map((plan) => plan.component))) {
    const own = plans.filter((plan) => plan.component === component);
    const methods = [...new Set(own.map((plan) => COUNTERPARTS[actionOf(plan)].method))].toSorted();
    const nameFor = askClerk(component, methods, going, file);
    for (const plan of own) {
      const name = nameFor(COUNTERPARTS[actionOf(plan)].method);
      if (plan.kind === 'hook' && plan.form === 'handler')
        file.edits.replace(plan.replaced, `() => ${name}(${optionsOf(plan.call, file)})`);
      else if (file.textOf(plan.replaced) !== name) file.edits.replace(plan.replaced, name);
      if (plan.kind === 'hook' && plan.form === 'call') {
        if (plan.call.address !== undefined)
          file.edits.replace({ start: plan.replaced.end, end: plan.at.end }, `(${optionsOf(plan.call, file)})`);
        else if (plan.call.stays) stay(plan, file);
        else rewriteArguments(plan.call, file);
      }
    }
  }
}

/** Clerk's call goes to an address unless it is given a function; where the code goes to one itself, Clerk does it. */
function stay({ call: { options }, at }: Extract<Plan, { kind: 'hook' }>, file: SourceFile): void {
  const pushed = pushedBehind(at, file);
  if (!pushed || file.edits.touches(pushed.statement)) return file.edits.replace(options!, '() => {}');
  const dead = deadCode([pushed.statement], [pushed.address], file);
  file.edits.replace(options!, `{ ${COUNTERPARTS.signOut.key}: `, pushed.address, ' }');
  removeDead({ ...dead, statements: [pushed.statement, ...dead.statements] }, file);
}

/** What an action of the app's own named is said by its callers. */
const optionsOf = ({ action, address }: SignInCall, file: SourceFile): string =>
  address === undefined ? '' : `{ ${COUNTERPARTS[action].key}: ${quoted(address, file.style)} }`;

const actionOf = (plan: InComponent) => (plan.kind === 'hook' ? plan.call.action : plan.action);

/** `'github', { callbackUrl: x }` → `{ signInForceRedirectUrl: x }`; without a target nothing is left. */
function rewriteArguments({ action, args, options, target }: SignInCall, file: SourceFile): void {
  const [first, last] = [args[0], args.at(-1)];
  if (!first || !last) return;
  if (!options || !target) {
    const comma = /^\s*,?\s*/.exec(file.text.slice(last.end))![0].length;
    const before = /\s*$/.exec(file.text.slice(0, first.start))![0].length;
    file.edits.remove({ start: first.start - before, end: last.end + comma });
    return;
  }
  if (first !== options) file.edits.remove({ start: first.start, end: options.start });
  if (last !== options) file.edits.remove({ start: options.end, end: last.end });
  const { key } = COUNTERPARTS[action];
  const properties = childList(options, 'properties');
  for (const [index, property] of properties.entries()) {
    if (property !== target) file.edits.remove(listItem(file.text, properties, index));
    else if (property['shorthand']) file.edits.insert(property.start, `${key}: `);
    else file.edits.replace(child(property, 'key')!, key);
  }
}
