import { child, childList, nameOf, stringOf, type Node } from '../ast/tree.js';
import { sendsMail, strategyOf, takesForm } from './strategies.js';

export type Action = 'signIn' | 'signOut';

/** Clerk's counterparts of Auth.js's two calls, each with the word for "where to go then" (@clerk/nextjs 7.9.17). */
export const COUNTERPARTS = {
  signIn: {
    component: 'SignInButton',
    prop: 'forceRedirectUrl',
    method: 'redirectToSignIn',
    key: 'signInForceRedirectUrl',
  },
  signOut: { component: 'SignOutButton', prop: 'redirectUrl', method: 'signOut', key: 'redirectUrl' },
} as const satisfies Record<Action, { component: string; prop: string; method: string; key: string }>;

/** What a call asks for, where Clerk can be asked the same. */
export interface SignInCall {
  readonly action: Action;
  readonly args: readonly Node[];
  /** A literal provider id; null for one that is known at run time only. */
  readonly provider: string | null | undefined;
  /** The property `callbackUrl` or `redirectTo` of the options. */
  readonly target: Node | undefined;
  readonly options: Node | undefined;
  /** `redirect: false`: the code goes on by itself. */
  readonly stays?: boolean;
  /** Where an action of the app's own leads, which its callers do not name. */
  readonly address?: string | undefined;
}

export interface NotMoved {
  readonly rule: string;
  readonly message: string;
}

export const WHY = {
  form: {
    rule: 'sign-in-form',
    message:
      'this form signs in by itself; <SignIn routing="hash"/> takes its place, or signIn.password({ emailAddress, password }) and signIn.finalize() of useSignIn()',
  },
  link: {
    rule: 'sign-in-form',
    message:
      'this form sends a link or a code; <SignIn routing="hash"/> takes its place, or signIn.emailLink.sendLink({ emailAddress, verificationUrl }) or signIn.emailCode.sendCode({ emailAddress }) of useSignIn()',
  },
  provider: {
    rule: 'sign-in-provider',
    message: 'somebody who is signed in links an account by this; call createExternalAccount() of Clerk’s user',
  },
  options: {
    rule: 'sign-in-options',
    message: 'Clerk takes only where to go then; see what the other options are needed for',
  },
  result: {
    rule: 'sign-in-result',
    message: 'what the call gives back is used; Clerk’s calls give back something else',
  },
  stay: {
    rule: 'sign-out-stay',
    message:
      'Clerk signs out in the browser: signOut(() => {}) of useClerk() stays on the page; the server can end the session by (await clerkClient()).sessions.revokeSession(sessionId), but its token is good for up to a minute more',
  },
  outside: {
    rule: 'sign-in-outside-component',
    message: 'Clerk is asked by useClerk(), which works in components and hooks only',
  },
  value: { rule: 'sign-in-as-value', message: 'the function is handed on; Clerk’s takes other arguments' },
  action: {
    rule: 'sign-in-server-action',
    message: 'this action signs in or out by Auth.js; Clerk’s form or button takes the place of what calls it',
  },
  route: {
    rule: 'sign-in-server-action',
    message:
      'this route signs somebody in; make a ticket by (await clerkClient()).signInTokens.createSignInToken({ userId, expiresInSeconds }), and let the browser hand it to signIn.ticket({ ticket }) of useSignIn()',
  },
  server: {
    rule: 'sign-in-server-action',
    message: 'Clerk signs in and out in the browser; put <SignInButton> or <SignOutButton> in the place of this action',
  },
} as const satisfies Record<string, NotMoved>;

/** Reads the arguments of `signIn(provider, options)` or `signOut(options)`. */
export function readArguments(action: Action, call: Node): SignInCall | NotMoved {
  const args = childList(call, 'arguments');
  if (child(call, 'typeParameters') ?? child(call, 'typeArguments')) return WHY.options;
  if (args.some(({ type }) => type === 'SpreadElement')) return WHY.options;
  const [first, options] = action === 'signIn' ? args : [undefined, args[0]];
  const literal = stringOf(first);
  if (literal !== undefined && takesForm(literal)) return sendsMail(literal) ? WHY.link : WHY.form;
  const provider = literal ?? (first && !isNothing(first) ? null : undefined);
  // Behind the options stand parameters of the provider's address, which go with the provider.
  if (args.length > (action === 'signIn' ? 3 : 1)) return WHY.options;
  if (!options || isNothing(options)) return { action, args, provider, target: undefined, options: undefined };
  return readOptions(action, options, { action, args, provider, options });
}

function readOptions(action: Action, options: Node, rest: Omit<SignInCall, 'target'>): SignInCall | NotMoved {
  if (options.type !== 'ObjectExpression') return WHY.options;
  let target: Node | undefined;
  let unknown = false;
  let stays = false;
  const properties = childList(options, 'properties');
  if (properties.some((property) => TYPED_IN.test(nameOf(child(property, 'key')) ?? ''))) return WHY.form;
  for (const property of properties) {
    const name =
      property.type === 'ObjectProperty' && !property['computed'] ? nameOf(child(property, 'key')) : undefined;
    const value = child(property, 'value');
    if (name === 'redirect' && value?.type === 'BooleanLiteral') {
      if (!value['value'] && action === 'signIn' && !alwaysLeaves(rest.provider)) return WHY.result;
      stays = !value['value'] && action === 'signOut';
    } else if ((name === 'callbackUrl' || name === 'redirectTo') && !target) target = property;
    else unknown = true;
  }
  return unknown ? WHY.options : { ...rest, target, stays };
}

/**
 * Whether signing in by a provider leaves the page whatever `redirect` says: next-auth 4 and 5 up to beta.25 heed it for
 * credentials and e-mail alone (react.js, `isSupportingReturn`); later ones give the address back, and nobody is signed in.
 */
const alwaysLeaves = (provider: string | null | undefined): boolean =>
  typeof provider === 'string' && strategyOf(provider) !== undefined;

/** What a visitor types in: the call is the end of a form. */
const TYPED_IN = /^(?:e-?mail|user_?name|password|credentials?|t?otp|totpCode)$/i;

const isNothing = (node: Node): boolean => node.type === 'NullLiteral' || nameOf(node) === 'undefined';
