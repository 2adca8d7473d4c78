import type { Piece } from '../ast/edits.js';
import { stringProp } from '../ast/jsx.js';
import type { SourceFile } from '../source/source-file.js';
import type { Lead } from './sign-in-links.js';

/** Clerk's counterparts of a page of the app's own (@clerk/nextjs 7.9.17). */
export const PARTS = {
  SignIn: {
    button: 'SignInButton',
    prop: 'forceRedirectUrl',
    method: 'redirectToSignIn',
    key: 'signInForceRedirectUrl',
  },
  SignUp: {
    button: 'SignUpButton',
    prop: 'forceRedirectUrl',
    method: 'redirectToSignUp',
    key: 'signUpForceRedirectUrl',
  },
  SignOut: { button: 'SignOutButton', prop: 'redirectUrl', method: 'signOut', key: 'redirectUrl' },
} as const satisfies Record<Lead['place'], { button: string; prop: string; method: string; key: string }>;

/** The tags of Clerk's button, with where to go then. */
export function tagsOf({ place, target }: Lead, file: SourceFile): [opening: Piece[], closing: Piece[]] {
  const { button, prop } = PARTS[place];
  const name = file.clerk(button);
  const given =
    target === undefined
      ? []
      : typeof target === 'string'
        ? [` ${stringProp(prop, target, file.text)}`]
        : [` ${prop}={`, target, '}'];
  return [
    ['<', name, ...given, '>'],
    ['</', name, '>'],
  ];
}
