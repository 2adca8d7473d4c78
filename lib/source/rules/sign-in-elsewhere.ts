import type { Rule } from './rule.js';

/** Rules of signing in and out elsewhere than by a button: in answer to what happens, on the server, by a name. */
export const SIGN_IN_ELSEWHERE_RULES: readonly Rule[] = [
  {
    id: 'sign-out-stay',
    title: 'Signing out on the server without leaving the page',
    kind: 'site',
    severity: 'warning',
    meaning: '`signOut({ redirect: false })` of next-auth 5, in code of the server.',
    rewritten:
      'In the App Router it becomes `signOut()` of the generated module, which revokes the session at Clerk and takes its cookies from the answer. In a component the call becomes `signOut(() => {})`, which stays on the page as well, or takes the address of a `router.push()` right behind it.',
    left: 'In the Pages Router, and with `--no-bridge`: Clerk signs out in the browser.',
    todo: 'Sign out in the component that asks for it: `await signOut(() => {})` with `const { signOut } = useClerk()`, then call the server for the rest. Code of the server alone can end the session by `(await clerkClient()).sessions.revokeSession(sessionId)`, but the token that the browser holds is good for up to a minute more.',
    before: `import { signOut } from '@/auth';

export default async function handler(req, res) {
  await removeRowsOf(req);
  await signOut({ redirect: false });
  res.status(204).end();
}`,
    byHand: true,
    links: ['useClerk', 'v4SignOut', 'v5Login'],
  },
  {
    id: 'sign-in-outside-component',
    title: 'Outside of a component',
    kind: 'site',
    severity: 'warning',
    meaning: '`signIn()` or `signOut()` is called in a plain function, a class component, or a module’s top level.',
    rewritten:
      'A call becomes one of the generated module’s client part, which takes what Auth.js’s took and asks Clerk where its script puts it, `window.Clerk`.',
    left: 'A handler that is handed over in a class component, and all of them with `--no-bridge`: Clerk is asked by `useClerk()`, and hooks work in components and hooks only.',
    todo: 'Call `useClerk()` in the component that uses the function, and hand the call on. In a class component wrap the button: `<SignOutButton>` needs no hook.',
    before: `import { signOut } from 'next-auth/react';
import { Component } from 'react';
import { MenuItem } from '@/components/ui/menu';

export class Leave extends Component {
  render() {
    return <MenuItem onSelect={signOut}>Sign out</MenuItem>;
  }
}`,
    after: `import { useClerk } from '@clerk/nextjs';
import { MenuItem } from '@/components/ui/menu';

export function Leave() {
  const clerk = useClerk();
  return <MenuItem onSelect={() => clerk.signOut()}>Sign out</MenuItem>;
}`,
    byHand: true,
    links: ['useClerk', 'v4SignIn', 'v4SignOut'],
  },
  {
    id: 'sign-in-as-value',
    title: 'The function itself is handed on',
    kind: 'site',
    severity: 'warning',
    meaning: '`signIn` or `signOut` is handed on as a value: a prop, a re-export, an entry of an object.',
    rewritten: '`signOut` becomes the generated module’s, which takes what Auth.js’s took.',
    left: 'Clerk’s functions take other arguments, and whoever calls it is not known here.',
    todo: 'Hand on a function of the app’s own: `() => clerk.signOut({ redirectUrl: "/" })` with `const clerk = useClerk()`.',
    before: `import { signIn } from 'next-auth/react';

export const MENU = [{ label: 'Sign in', action: signIn }];`,
    after: `import { useClerk } from '@clerk/nextjs';

export function useMenu() {
  const clerk = useClerk();
  return [{ label: 'Sign in', action: () => clerk.redirectToSignIn() }];
}`,
    byHand: true,
    links: ['useClerk', 'v4SignIn', 'v5Login'],
  },
  {
    id: 'sign-in-server-action',
    title: 'Signing in or out on the server',
    kind: 'site',
    severity: 'error',
    meaning: '`signIn()` or `signOut()` of next-auth 5 is called in a Server Action or a route.',
    rewritten:
      'Where the provider’s own page signs in, `signIn()` becomes `redirectToSignIn()` of `await auth()`: Clerk’s page offers the providers. `signOut()` becomes that of the generated module, which revokes the session at Clerk and takes its cookies from the answer.',
    left: 'Clerk signs in in the browser: what somebody typed in, a password or an address, is no use to the server. In the Pages Router, and with `--no-bridge`, signing out is left as well.',
    todo: 'Put `<SignIn/>`, `<SignInButton>` or `<SignOutButton>` in the place of what calls the action. A route that signs somebody in by itself, a guest say, makes a ticket by `createSignInToken()`, and the browser hands it to `signIn.ticket({ ticket })` of `useSignIn()`.',
    before: `import { signIn } from '@/auth';

export async function GET() {
  await signIn('guest', { redirectTo: '/' });
}`,
    after: `import { clerkClient } from '@clerk/nextjs/server';
import { redirect } from 'next/navigation';

export async function GET() {
  const { users, signInTokens } = await clerkClient();
  const guest = await users.createUser({ publicMetadata: { isGuest: true }, skipPasswordRequirement: true });
  const { token } = await signInTokens.createSignInToken({ userId: guest.id, expiresInSeconds: 60 });
  redirect(\`/welcome?__clerk_ticket=\${token}\`); // its page calls signIn.ticket({ ticket })
}`,
    byHand: true,
    links: ['auth', 'nextjs', 'v5Login'],
  },
  {
    id: 'sign-in-page-data',
    title: 'Data for a sign-in page of Auth.js',
    kind: 'site',
    severity: 'warning',
    meaning: '`getProviders()` or `getCsrfToken()`.',
    rewritten:
      'It goes with the form that becomes `<SignIn/>`: the effect that loads it, or its property among the props of the page. A list of buttons in a menu, one for each provider, becomes one `<SignInButton>`.',
    left: 'What was loaded is handed on to another component, or shown elsewhere.',
    todo: 'Put `<SignIn/>` in the place of the form or the list of providers, and remove the call and what it is handed to.',
    before: `import { getProviders } from 'next-auth/react';

export async function names() {
  return Object.keys((await getProviders()) ?? {});
}`,
    byHand: true,
    links: ['guide', 'nextjs', 'v4GetProviders', 'v4GetCsrfToken'],
  },
];
