import type { Piece } from '../lib/ast/edits.js';
import { stringProp } from '../lib/ast/jsx.js';
import { Lines, wholeLines } from '../lib/ast/lines.js';
import { contains, type Node, type Span } from '../lib/ast/tree.js';
import { OWN } from '../lib/authjs/modules.js';
import { isReact } from '../lib/authjs/session-calls.js';
import { readArguments } from '../lib/clerk/sign-in.js';
import { isControl, placeOf, type Place } from '../lib/clerk/sign-in-places.js';
import { deadCode } from '../lib/flow/dead-code.js';
import { pageDataOf, removePageData } from '../lib/flow/page-data.js';
import { planLists, rewriteList } from '../lib/flow/provider-list.js';
import { removeDead } from '../lib/flow/removal.js';
import { callOf, candidatesIn, isSignIn, namesOf, type Candidate } from '../lib/flow/sign-in-candidates.js';
import { planForm, type FormPlan } from '../lib/flow/sign-in-form.js';
import type { SourceFile, Use } from '../lib/source/source-file.js';
import { standalone, type Transform } from '../lib/source/transform.js';

const RULE = 'sign-in-form';

/** A form of the app's own that signs in → `<SignIn/>`, one that signs up → `<SignUp/>`; what only the form used goes. */
export const transform: Transform = {
  name: 'sign-in-form',
  description: 'forms and pages that sign in become <SignIn/>, those that sign up <SignUp/>',
  rules: [RULE],
  apply(file: SourceFile): void {
    const plans: { candidate: Candidate; plan: FormPlan }[] = [];
    const planned = new Set<Use>();
    const left = new Set<Use>();
    for (const candidate of candidatesIn(file)) {
      if (candidate.uses.some((use) => planned.has(use)) || !isWanted(candidate, file)) continue;
      const plan = planOf(candidate, file);
      if (plan) plans.push({ candidate, plan });
      for (const use of candidate.uses) (plan ? planned : left).add(use);
    }
    // Clerk's form beside a part of the app's own would be half a rewrite.
    if (![...left].some((use) => !planned.has(use)))
      for (const { candidate, plan } of plans) rewrite(candidate, plan, file);
    rewriteLists(file);
    removeData(file);
  },
};

export default standalone(transform);

/** A list of providers elsewhere, in a menu say, becomes one button. */
function rewriteLists(file: SourceFile): void {
  for (const candidate of candidatesIn(file)) {
    const plan = planLists(candidate, file);
    if (!plan) continue;
    const kept = plan.lists.map((list) => rewriteList(list, file));
    for (const use of candidate.uses)
      file.settle(
        use,
        isSignIn(use) ? 'rewritten' : 'removed',
        isSignIn(use) ? 'sign-in-out' : RULE,
        'Clerk’s page offers all providers',
      );
    const statements = [...plan.statements, ...plan.dead.statements];
    for (const statement of statements)
      file.settleWithin(statement, 'removed', RULE, 'went with the list of providers');
    removeDead({ ...plan.dead, statements }, file);
    file.bindings.forget([...statements, ...plan.lists.map(({ braces }) => braces)], kept);
  }
}

/** What a page loaded for its form goes, where nothing reads it any more. */
function removeData(file: SourceFile): void {
  for (const use of file.uses(isReact('getProviders', 'getCsrfToken'))) {
    const call = callOf(use, file);
    const data = call && pageDataOf(call, file);
    if (!data || file.edits.touches(data.statement ?? data.property)) continue;
    file.settle(use, 'removed', RULE, 'nothing of the page reads it');
    const gone = removePageData(data, file);
    const dead = deadCode([...gone, ...(data.statement ? [data.statement] : [])], [], file);
    const statements = [...(data.statement ? [data.statement] : []), ...dead.statements];
    for (const span of [...gone, ...statements]) file.settleWithin(span, 'removed', RULE, 'went with the form');
    removeDead({ ...dead, statements }, file);
    file.bindings.forget([...gone, ...statements], []);
  }
}

/** Whether a button in its place would not do: something is typed in, a list of providers is shown, or it is a page to sign in on. */
function isWanted({ component, uses }: Candidate, file: SourceFile): boolean {
  const place = placeFor(component, file);
  if (place === undefined) return false;
  // Clerk's button would lead to the very page that it stands on.
  if (partPlace(file) !== undefined) return true;
  if (isNamedPage(file) || (file.context.route !== undefined && placeOf([file.context.route]) !== undefined))
    return true;
  // A whole form in the place of a button in a header is nothing that anybody wants there.
  if (isControl(namesOf(component, file)) && !holdsInput(component, file)) return false;
  return (
    uses.some((use) => {
      if (use.site.origin.module === OWN.action) return use.site.origin.name === 'form';
      const call = callOf(use, file);
      const read = call && readArguments('signIn', call);
      return !isSignIn(use) || !read || 'rule' in read;
    }) ||
    (place === 'SignUp' && holdsForm(component, file))
  );
}

const placeFor = (component: Node, file: SourceFile): Place | undefined =>
  isNamedPage(file) ? 'SignIn' : (partPlace(file) ?? placeOf(namesOf(component, file)));

/** Whether the file is the page that `pages.signIn` names, whatever it is called. */
const isNamedPage = ({ context: { route, signInPage } }: SourceFile): boolean =>
  route !== undefined && route === signInPage;

/** The page of Clerk's that all pages which show the file's components are; undefined where one is another. */
function partPlace({ context: { signInPart, signInPage } }: SourceFile): Place | undefined {
  const places = signInPart?.routes.map((route) => (route === signInPage ? 'SignIn' : placeOf([route])));
  if (!places || places.includes(undefined)) return undefined;
  return places.every((place) => place === 'SignUp') ? 'SignUp' : 'SignIn';
}

/** Whether another file's form of the same pages becomes Clerk's, which needs no other beside it. */
const isBesideOther = (file: SourceFile): boolean => partPlace(file) !== undefined && file.context.signInPart!.isBeside;

/** A form to register by made an account that Clerk knows nothing of. */
const holdsForm = (component: Node, file: SourceFile): boolean => /<[fF]orm\b/.test(file.textOf(component));

const holdsInput = (component: Node, file: SourceFile): boolean => /<(?:form|input)\b/i.test(file.textOf(component));

function planOf({ component, places, uses }: Candidate, file: SourceFile): FormPlan | undefined {
  const place = placeFor(component, file)!;
  const asked = uses
    .filter(isSignIn)
    .map((use) => ({ use: use.node, call: callOf(use, file), leadsTo: use.site.origin.leadsTo }));
  const plan = planForm(component, place, places, isBesideOther(file) ? [] : asked, file);
  return plan && !isEdited(plan, file) ? plan : undefined;
}

const isEdited = ({ region, statements, unseen, dead }: FormPlan, { edits }: SourceFile): boolean =>
  [region, ...statements, ...unseen, ...dead.statements].some((span) => edits.touches(span));

function rewrite({ uses }: Candidate, plan: FormPlan, file: SourceFile): void {
  const { statements, unseen, dead } = plan;
  const region = plan.isRoot ? withParentheses(plan.region, file.text) : plan.region;
  const isBeside = isBesideOther(file);
  const written = isBeside
    ? nothingAt(plan.region, file)
    : ['<', file.clerk(plan.place), ...propsOf(plan, file), ' />'];
  file.edits.replace(region, ...written);
  for (const node of unseen) file.edits.remove(wholeLines(file.text, node));
  const gone: Span[] = [region, ...statements, ...unseen, ...dead.statements];
  for (const use of uses)
    file.settle(use, isSignIn(use) ? 'rewritten' : 'removed', RULE, `Clerk’s <${plan.place}/> takes the form’s place`);
  for (const span of gone) file.settleWithin(span, 'removed', RULE, 'went with the form');
  const all = [...statements, ...dead.statements];
  removeDead({ ...dead, statements: all }, file);
  file.bindings.forget(gone, plan.target?.kept ?? []);
  if (isBeside) file.context.note(besideNote(file));
  else note(plan, file);
}

/** What shows nothing in a place: the page has Clerk's form already. */
const nothingAt = (region: Span, { text }: SourceFile): string[] => [
  /(?:(?<!=)>|\})\s*$/.test(text.slice(0, region.start)) ? '' : 'null',
];

function propsOf({ place, target }: FormPlan, file: SourceFile): Piece[] {
  const props: Piece[] = [' routing="hash"'];
  if (place === 'SignUp' && file.context.signInPage !== undefined)
    props.push(` ${stringProp('signInUrl', file.context.signInPage, file.text)}`);
  if (target?.literal !== undefined) props.push(` ${stringProp(target.prop, target.literal, file.text)}`);
  else if (target) props.push(` ${target.prop}={`, ...target.pieces(), '}');
  return props;
}

/** What is returned, with the parentheses around it: one line needs none. */
function withParentheses(span: Span, text: string): Span {
  const before = /\(\s*$/.exec(text.slice(0, span.start));
  const after = /^\s*\)/.exec(text.slice(span.end));
  return before && after ? { start: before.index, end: span.end + after[0].length } : span;
}

function note({ place, component, region }: FormPlan, file: SourceFile): void {
  const line = new Lines(file.text).at(region.start).line;
  const last = new Lines(file.text).at(region.end).line;
  const what = contains(component, region) ? `${file.context.displayPath}:${line}-${last}` : file.context.displayPath;
  file.context.note({
    rule: 'sign-in-design',
    title: `Look at ${file.context.displayPath}`,
    detail: `Clerk’s <${place}/> took the place of the app’s own form (${what}). Give it the app’s look by its \`appearance\` prop, and see whether the text around it still fits. ${place === 'SignUp' ? SIGN_UP : SIGN_IN}`,
  });
}

const besideNote = ({ context: { displayPath } }: SourceFile) => ({
  rule: 'sign-in-design',
  title: `${displayPath} shows nothing any more`,
  detail:
    'It signed in beside the form that is Clerk’s <SignIn/> now, which offers all providers: take it out of the page.',
});

const SIGN_IN =
  'NEXT_PUBLIC_CLERK_SIGN_IN_URL has to name the page on which people sign in. Pages of the app’s own for forgotten passwords and for verifying addresses are Clerk’s now.';
const SIGN_UP =
  'What the app’s own registration wrote besides the account (a row, a workspace, a mail) is done by nobody now: a webhook of Clerk’s (user.created) can do it.';
