import type { Piece } from '../lib/ast/edits.js';
import { attributeSpan, stringProp, wrapElement } from '../lib/ast/jsx.js';
import { quoted } from '../lib/ast/style.js';
import { child, walk, type Node, type Span } from '../lib/ast/tree.js';
import type { Place } from '../lib/clerk/sign-in-places.js';
import { askClerk } from '../lib/flow/clerk-hook.js';
import { deadCode } from '../lib/flow/dead-code.js';
import { removeDead } from '../lib/flow/removal.js';
import { planLink, type Lead, type LinkPlan } from '../lib/flow/sign-in-links.js';
import type { SourceFile } from '../lib/source/source-file.js';
import { standalone, type Transform } from '../lib/source/transform.js';

/** Clerk's counterparts of a page of the app's own (@clerk/nextjs 7.9.17). */
const PARTS = {
  SignIn: { button: 'SignInButton', method: 'redirectToSignIn', key: 'signInForceRedirectUrl' },
  SignUp: { button: 'SignUpButton', method: 'redirectToSignUp', key: 'signUpForceRedirectUrl' },
} as const satisfies Record<Place, { button: string; method: string; key: string }>;

/** With `--ui account-portal` the app's own sign-in and sign-up pages go: what led there leads to Clerk's. */
export const transform: Transform = {
  name: 'sign-in-links',
  description: 'with --ui account-portal, links and redirects to the app’s own sign-in pages lead to Clerk’s',
  rules: [],
  apply(file: SourceFile): void {
    if (file.context.portal.size === 0) return;
    const plans = [...walk(file.program)].flatMap((node) => {
      const plan = planLink(node, file);
      return plan && !file.edits.touches(spanOf(plan)) ? plan : [];
    });
    if (plans.length === 0) return;
    file.transforms.add(transform.name);
    for (const plan of plans) {
      if (plan.kind === 'around') wrapAround(plan, file);
      if (plan.kind === 'button') wrapButton(plan, file);
      if (plan.kind === 'server') rewriteRedirect(plan, file);
    }
    rewriteCalls(
      plans.filter((plan) => plan.kind === 'client'),
      file,
    );
  },
};

export default standalone(transform);

function spanOf(plan: LinkPlan): Span {
  if (plan.kind === 'server' || plan.kind === 'client') return plan.call;
  return plan.kind === 'button' || plan.link.start < plan.element.start ? plan.link : plan.element;
}

const opening = ({ place, target }: Lead, file: SourceFile): Piece[] => [
  '<',
  file.clerk(PARTS[place].button),
  `${target === undefined ? '' : ` ${stringProp('forceRedirectUrl', target, file.text)}`}>`,
];
const closing = ({ place }: Lead, file: SourceFile): Piece[] => ['</', file.clerk(PARTS[place].button), '>'];

/** `<Link href="/login"><Button>…` and `<Button asChild><Link href="/login">…` → `<SignInButton><Button>…` */
function wrapAround({ lead, element, link, gone }: Extract<LinkPlan, { kind: 'around' }>, file: SourceFile): void {
  const { edits, text } = file;
  const [open, close] = [child(link, 'openingElement')!, child(link, 'closingElement')!];
  if (link.start < element.start) {
    edits.replace(open, ...opening(lead, file));
    edits.replace(close, ...closing(lead, file));
    return;
  }
  for (const attribute of gone) edits.remove(attributeSpan(element, attribute, text) ?? attribute);
  edits.remove(open);
  edits.remove(close);
  wrapElement(element, opening(lead, file), closing(lead, file), [open, close], {
    text,
    edits,
    step: file.style.indent,
  });
}

function wrapButton({ lead, link, gone }: Extract<LinkPlan, { kind: 'button' }>, file: SourceFile): void {
  const { edits, text } = file;
  edits.replace(child(child(link, 'openingElement'), 'name')!, 'button');
  edits.replace(child(child(link, 'closingElement'), 'name')!, 'button');
  const spans = gone.map((attribute) => attributeSpan(link, attribute, text) ?? attribute);
  for (const span of spans) edits.remove(span);
  wrapElement(link, opening(lead, file), closing(lead, file), spans, { text, edits, step: file.style.indent });
}

/** The exit is written as a `return`, by which the compiler sees that it is one. */
function rewriteRedirect({ lead, call, isStatement }: Extract<LinkPlan, { kind: 'server' }>, file: SourceFile): void {
  const options = lead.target === undefined ? '' : `{ returnBackUrl: ${quoted(lead.target, file.style)} }`;
  file.edits.replace(
    call,
    isStatement ? 'return ' : '',
    '(await ',
    file.clerk('auth'),
    `()).redirectToSignIn(${options})`,
  );
}

function rewriteCalls(plans: readonly Extract<LinkPlan, { kind: 'client' }>[], file: SourceFile): void {
  for (const component of new Set(plans.map((plan) => plan.component))) {
    const own = plans.filter((plan) => plan.component === component);
    const methods = [...new Set(own.map(({ lead }) => PARTS[lead.place].method))].toSorted();
    const nameFor = askClerk(component, methods, [], file);
    for (const { lead, call } of own) {
      const { method, key } = PARTS[lead.place];
      const options = lead.target === undefined ? '' : `{ ${key}: ${quoted(lead.target, file.style)} }`;
      file.edits.replace(call, `${nameFor(method)}(${options})`);
    }
    const calls: Node[] = own.map(({ call }) => call);
    removeDead(deadCode(calls, [], file), file);
    file.bindings.forget(calls, []);
  }
}
