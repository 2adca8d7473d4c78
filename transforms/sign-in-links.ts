import type { Piece } from '../lib/ast/edits.js';
import { attributeSpan, wrapElement } from '../lib/ast/jsx.js';
import { quoted } from '../lib/ast/style.js';
import { child, walk, type Node, type Span } from '../lib/ast/tree.js';
import { PARTS, tagsOf } from '../lib/flow/clerk-buttons.js';
import { askClerk } from '../lib/flow/clerk-hook.js';
import { deadCode } from '../lib/flow/dead-code.js';
import { removeDead } from '../lib/flow/removal.js';
import { answeredAddresses } from '../lib/flow/session-address.js';
import { planLink, type Lead, type LinkPlan } from '../lib/flow/sign-in-links.js';
import type { Entry, SourceFile } from '../lib/source/source-file.js';
import { standalone, type Transform } from '../lib/source/transform.js';

const RULE = 'auth-address';

/**
 * Auth.js's addresses to sign in and out lead nowhere any more, and with `--ui account-portal` the app's own sign-in and
 * sign-up pages go: what led there leads to Clerk's.
 */
export const transform: Transform = {
  name: 'sign-in-links',
  description:
    'links and redirects to /api/auth/signin and signout lead to Clerk, /api/auth/session is answered by the app; with --ui account-portal, links to the app’s own pages lead to Clerk too',
  rules: [RULE],
  apply(file: SourceFile): void {
    if (file.context.portal.size === 0 && !file.entries.some(isAddress)) return;
    for (const entry of answeredAddresses(file))
      file.settle(entry, 'bridged', RULE, 'a generated route answers there with the session that Clerk gives');
    const plans = [...walk(file.program)].flatMap((node) => {
      const plan = planLink(node, file);
      return plan && !spansOf(plan).some((span) => file.edits.touches(span)) ? plan : [];
    });
    if (plans.length === 0) return;
    file.transforms.add(transform.name);
    for (const plan of plans) {
      if (plan.kind === 'around') wrapAround(plan, file);
      if (plan.kind === 'button') wrapButton(plan, file);
      if (plan.kind === 'bare') asButton(plan, file);
      if (plan.kind === 'destination') file.edits.replace(plan.value, quoted(plan.address, file.style));
      if (plan.kind === 'server') rewriteRedirect(plan, file);
    }
    rewriteCalls(
      plans.filter((plan) => plan.kind === 'client'),
      file,
    );
    for (const { lead } of plans)
      if (lead.site && !lead.site.settlement) file.settle(lead.site, 'rewritten', RULE, 'leads to Clerk now');
  },
};

export default standalone(transform);

const isAddress = ({ site, settlement }: Entry): boolean => site.kind === 'address' && !settlement;

function spansOf(plan: LinkPlan): readonly Span[] {
  if (plan.kind === 'server' || plan.kind === 'client') return [plan.call];
  if (plan.kind === 'destination') return [plan.value];
  if (plan.kind === 'bare') return plan.gone;
  return [plan.kind === 'button' || plan.link.start < plan.element.start ? plan.link : plan.element];
}

/** `{ returnBackUrl: "/plans" }` */
function optionsFor(key: string, { target }: Lead, file: SourceFile): Piece[] {
  if (target === undefined) return [];
  return [`{ ${key}: `, typeof target === 'string' ? quoted(target, file.style) : target, ' }'];
}

/** `<Link href="/login"><Button>…` and `<Button asChild><Link href="/login">…` → `<SignInButton><Button>…` */
function wrapAround({ lead, element, link, gone }: Extract<LinkPlan, { kind: 'around' }>, file: SourceFile): void {
  const { edits, text } = file;
  const [open, close] = [child(link, 'openingElement')!, child(link, 'closingElement')!];
  const [opening, closing] = tagsOf(lead, file);
  if (link.start < element.start) {
    edits.replace(open, ...opening);
    edits.replace(close, ...closing);
    return;
  }
  for (const attribute of gone) edits.remove(attributeSpan(element, attribute, text) ?? attribute);
  edits.remove(open);
  edits.remove(close);
  wrapElement(element, opening, closing, [open, close], {
    text,
    edits,
    step: file.style.indent,
  });
}

function wrapButton(plan: Extract<LinkPlan, { kind: 'button' }>, file: SourceFile): void {
  const { lead, link } = plan;
  const { edits, text } = file;
  const spans = asButton(plan, file);
  wrapElement(link, ...tagsOf(lead, file), spans, { text, edits, step: file.style.indent });
}

/** `<a href="…">` → `<button>`; what went of it. */
function asButton({ link, gone }: { link: Node; gone: readonly Node[] }, { edits, text }: SourceFile): Span[] {
  edits.replace(child(child(link, 'openingElement'), 'name')!, 'button');
  edits.replace(child(child(link, 'closingElement'), 'name')!, 'button');
  const spans = gone.map((attribute) => attributeSpan(link, attribute, text) ?? attribute);
  for (const span of spans) edits.remove(span);
  return spans;
}

/** The exit is written as a `return`, by which the compiler sees that it is one. */
function rewriteRedirect({ lead, call, isStatement }: Extract<LinkPlan, { kind: 'server' }>, file: SourceFile): void {
  file.edits.replace(
    call,
    isStatement ? 'return ' : '',
    '(await ',
    file.clerk('auth'),
    '()).redirectToSignIn(',
    ...optionsFor('returnBackUrl', lead, file),
    ')',
  );
}

function rewriteCalls(plans: readonly Extract<LinkPlan, { kind: 'client' }>[], file: SourceFile): void {
  for (const component of new Set(plans.map((plan) => plan.component))) {
    const own = plans.filter((plan) => plan.component === component);
    const methods = [...new Set(own.map(({ lead }) => PARTS[lead.place].method))].toSorted();
    const nameFor = askClerk(component, methods, [], file);
    for (const { lead, call } of own) {
      const { method, key } = PARTS[lead.place];
      file.edits.replace(call, `${nameFor(method)}(`, ...optionsFor(key, lead, file), ')');
    }
    const calls: Node[] = own.map(({ call }) => call);
    const kept = own.flatMap(({ lead: { target } }) => (typeof target === 'object' ? target : []));
    removeDead(deadCode(calls, kept, file), file);
    file.bindings.forget(calls, kept);
  }
}
