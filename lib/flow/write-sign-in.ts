import type { Piece } from '../ast/edits.js';
import { child } from '../ast/tree.js';
import type { SourceFile, Use } from '../source/source-file.js';
import type { Plan } from './sign-in-plan.js';

const RULE = 'sign-in-out';

type Elsewhere = Extract<Plan, { kind: 'sent' | 'bridge' }>;

/** Whether a use stands outside of components, in the browser or on the server. */
export const isElsewhere = (plan: Plan): plan is Elsewhere => plan.kind === 'sent' || plan.kind === 'bridge';

/** Writes what stands outside of components, and settles it. */
export function writeElsewhere(use: Use, plan: Elsewhere, file: SourceFile): void {
  if (plan.kind === 'sent') {
    send(plan, file);
    file.settle(use, 'rewritten', RULE, 'sends to Clerk’s sign-in page');
    return;
  }
  const isMember = plan.name !== use.node; // `NextAuth.signOut`
  const local = isMember ? {} : { local: file.textOf(use.node) };
  file.edits.replace(plan.name, file.imports.add(plan.module, plan.exported, local));
  file.settle(use, 'bridged', RULE, `asks ${plan.exported}() of the generated module`);
  if (file.side !== 'client' && use.site.origin.module !== 'next-auth/react')
    file.context.note({
      rule: RULE,
      title: 'Signing out on the server',
      detail:
        'signOut() of the generated module revokes the session at Clerk and takes its cookies from the answer. Clerk’s token is signed for a minute: a copy of it elsewhere, or a page that is still open, may ask in its name until then.',
    });
}

/** `await signIn('github', { redirectTo })` → `(await auth()).redirectToSignIn({ returnBackUrl: redirectTo })`. */
function send({ call, at, isRoute }: Extract<Elsewhere, { kind: 'sent' }>, file: SourceFile): void {
  const target = child(call.target, 'value');
  // Without semicolons a parenthesis would go on with the line before.
  const mark = file.style.semicolon === '' && file.bindings.parentOf(at)?.type === 'ExpressionStatement' ? ';' : '';
  const start: Piece[] = [`${mark}(await `, file.clerk('auth'), '()).redirectToSignIn('];
  if (target) {
    file.edits.replace({ start: at.start, end: target.start }, ...start, '{ returnBackUrl: ');
    file.edits.replace({ start: target.end, end: at.end }, ' })');
  } else if (isRoute) {
    // Clerk would lead back to the route itself, which sends away; Auth.js led to where the visitor had been.
    const back: Piece[] = ['{ returnBackUrl: (await ', file.imports.add('next/headers', 'headers'), '()).get('];
    file.edits.replace(
      at,
      ...start,
      ...back,
      `${file.style.quote}referer${file.style.quote}) ?? ${file.style.quote}/${file.style.quote} })`,
    );
  } else file.edits.replace(at, ...start, ')');
  if (call.args.length > 2)
    file.context.note({
      rule: RULE,
      title: 'Parameters for a provider’s own page',
      detail: `${file.context.displayPath} handed parameters to a provider’s address; what they chose (an organization, a prompt) is set at the connection in Clerk’s Dashboard.`,
    });
}
