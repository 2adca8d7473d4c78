import type { Rule } from './rule.js';

/** Signing in and out. */
export const SIGN_IN_RULES: readonly Rule[] = [
  {
    id: 'sign-in-out',
    title: 'Signing in and out',
    kind: 'both',
    meaning: 'A call of `signIn()` or `signOut()` in a component.',
    rewritten:
      'A button that does nothing else gets `<SignInButton>` or `<SignOutButton>` around it, a form with such an action becomes the button. Other calls become `redirectToSignIn()` or `signOut()` of `useClerk()`. Where to go then is carried over. The provider (`signIn("github")`) is not: Clerk’s page offers all of them.',
    todo: 'Auth.js stays on the page after `signOut()`; Clerk goes to `/` unless `redirectUrl` says otherwise.',
    before: `'use client';
import { signIn, signOut } from 'next-auth/react';

export const SignIn = () => <button onClick={() => signIn('github', { callbackUrl: '/app' })}>Sign in</button>;
export const SignOut = () => <button onClick={() => signOut({ callbackUrl: '/' })}>Sign out</button>;`,
    after: `'use client';
import { SignInButton, SignOutButton } from '@clerk/nextjs';

export const SignIn = () => <SignInButton forceRedirectUrl="/app"><button>Sign in</button></SignInButton>;
export const SignOut = () => <SignOutButton redirectUrl="/"><button>Sign out</button></SignOutButton>;`,
    links: ['nextjs', 'useClerk'],
  },
  {
    id: 'sign-in-form',
    title: 'A sign-in form of the app’s own',
    kind: 'site',
    meaning: 'The call sends what a visitor typed in: a password, an address for a link, a code, a passkey.',
    left: 'Clerk’s sign-in has steps of its own (a second factor, a code by email), and a form has to know them.',
    todo: 'Put `<SignIn/>` in the place of the form; on a page of its own the route is `[[...sign-in]]`. To keep the form, use `useSignIn()`; in Clerk 7 it returns `{ signIn, errors, fetchStatus }`, and the calls return `{ error }`. In Clerk 6 it returns `{ isLoaded, signIn, setActive }`: `await signIn.create({ identifier, password })`, and with the status `complete` `await setActive({ session: createdSessionId })`. For links and codes there are `signIn.emailLink.sendLink()` and `signIn.emailCode`.',
    before: `'use client';
import { signIn } from 'next-auth/react';

export const submit = (email: string, password: string) => signIn('credentials', { email, password });`,
    after: `'use client';
import { useSignIn } from '@clerk/nextjs';

export function useSubmit() {
  const { signIn } = useSignIn();
  return async (emailAddress: string, password: string) => {
    const { error } = await signIn.password({ emailAddress, password });
    if (error) return error;
    if (signIn.status === 'complete') return (await signIn.finalize()).error;
    return null; // a second factor is asked for: see signIn.status
  };
}`,
    links: ['useSignIn', 'guide'],
  },
  {
    id: 'sign-in-provider',
    title: 'The provider is not written out',
    kind: 'site',
    meaning: 'The first argument of `signIn()` is a variable: a list of buttons, one for each provider.',
    left: 'The providers are known at run time alone, and one of them may be a form.',
    todo: 'Put one `<SignInButton>` in the place of the list. To go to one provider at once, call `signIn.sso()` with a strategy (`oauth_github`, `oauth_microsoft`, `oauth_x`, …); it needs both addresses and a page that renders `<HandleSSOCallback/>`. In Clerk 6 the call is `signIn.authenticateWithRedirect({ strategy, redirectUrl: "/sso-callback", redirectUrlComplete: "/app" })` and the page renders `<AuthenticateWithRedirectCallback/>`.',
    after: `'use client';
import { useSignIn } from '@clerk/nextjs';

export function GitHubButton() {
  const { signIn } = useSignIn();
  const go = () => signIn.sso({ strategy: 'oauth_github', redirectUrl: '/app', redirectCallbackUrl: '/sso-callback' });
  return <button onClick={go}>Sign in with GitHub</button>;
}`,
    links: ['useSignIn'],
  },
  {
    id: 'sign-in-options',
    title: 'Options that Clerk does not take',
    kind: 'site',
    meaning: 'The call has options besides where to go then, or they are not written out.',
    left: 'What they did (a hint for the provider, a parameter of its address) has no counterpart in Clerk’s redirect.',
    todo: 'See what the option was for. Where it is not needed, leave it out and run the command again. Scopes and prompts of a provider are settings of its connection in Clerk.',
    links: ['useSignIn', 'useClerk'],
  },
  {
    id: 'sign-in-result',
    title: 'The result of the call is used',
    kind: 'site',
    meaning:
      'The code reads what `signIn()` gives back: `redirect: false`, `.then()`, `const result = await signIn()`.',
    left: 'Auth.js gives back `{ error, ok, status, url }`. Clerk’s redirects give back nothing, and its calls give back `{ error }`.',
    todo: 'With a form behind it, see [sign-in-form](sign-in-form.md). Where only the redirect matters, call `redirectToSignIn()` of `useClerk()` and drop what follows.',
    links: ['useSignIn', 'useClerk'],
  },
  {
    id: 'sign-out-stay',
    title: 'Signing out without leaving the page',
    kind: 'site',
    meaning: '`signOut({ redirect: false })`.',
    left: 'Clerk’s `signOut()` goes to an address.',
    todo: 'Name the address that the code goes to afterwards: `signOut({ redirectUrl: "/login" })`. `signOut()` also takes a function in place of the redirect.',
    links: ['useClerk'],
  },
  {
    id: 'sign-in-outside-component',
    title: 'Outside of a component',
    kind: 'site',
    meaning: '`signIn()` or `signOut()` is called in a plain function, a class component, or a module’s top level.',
    left: 'Clerk is asked by `useClerk()`, and hooks work in components and hooks only.',
    todo: 'Call `useClerk()` in the component that uses the function, and hand the call on. In a class component wrap the button: `<SignOutButton>` needs no hook.',
    links: ['useClerk'],
  },
  {
    id: 'sign-in-as-value',
    title: 'The function itself is handed on',
    kind: 'site',
    meaning: '`signIn` or `signOut` is handed on as a value: a prop, a re-export, an entry of an object.',
    left: 'Clerk’s functions take other arguments, and whoever calls it is not known here.',
    todo: 'Hand on a function of the app’s own: `() => clerk.signOut({ redirectUrl: "/" })` with `const clerk = useClerk()`.',
    links: ['useClerk'],
  },
  {
    id: 'sign-in-server-action',
    title: 'Signing in or out on the server',
    kind: 'site',
    meaning: '`signIn()` or `signOut()` of next-auth 5 is called in a Server Action or a route.',
    left: 'Clerk signs in and out in the browser. Revoking a session on the server leaves its token valid until it expires.',
    todo: 'Put `<SignInButton>` or `<SignOutButton>` in the place of what calls the action. To send a visitor to sign in from the server, use `redirectToSignIn()` of `await auth()`.',
    before: `import { signOut } from '@/auth';

export async function leave() {
  'use server';
  await signOut();
}`,
    after: `import { SignOutButton } from '@clerk/nextjs';

export const Leave = () => <SignOutButton><button>Sign out</button></SignOutButton>;`,
    links: ['auth', 'nextjs'],
  },
  {
    id: 'sign-in-page-data',
    title: 'Data for a sign-in page of Auth.js',
    kind: 'site',
    meaning: '`getProviders()` or `getCsrfToken()`.',
    left: 'The page around it is the app’s own, and goes as a whole.',
    todo: 'Put `<SignIn/>` in the place of the form or the list of providers, and remove the call.',
    links: ['guide', 'nextjs'],
  },
];
