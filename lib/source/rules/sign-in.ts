import type { Rule } from './rule.js';

/** Signing in and out. */
export const SIGN_IN_RULES: readonly Rule[] = [
  {
    id: 'sign-in-out',
    title: 'Signing in and out',
    kind: 'both',
    severity: 'note',
    meaning: 'A call of `signIn()` or `signOut()` in a component.',
    rewritten:
      'A button that does nothing else gets `<SignInButton>` or `<SignOutButton>` around it, a form with such an action becomes the button. Other calls become `redirectToSignIn()` or `signOut()` of `useClerk()`. Where to go then is carried over, and `signOut({ redirect: false })` stays on the page. The provider (`signIn("github")`) and parameters for it are not: Clerk’s page offers all of them.',
    todo: 'Auth.js stays on the page after `signOut()`; Clerk goes to `/` unless `redirectUrl` says otherwise.',
    before: `'use client';
import { signIn, signOut } from 'next-auth/react';

export const SignIn = () => <button onClick={() => signIn('github', { callbackUrl: '/app' })}>Sign in</button>;
export const SignOut = () => <button onClick={() => signOut({ callbackUrl: '/' })}>Sign out</button>;`,
    after: `'use client';
import { SignInButton, SignOutButton } from '@clerk/nextjs';

export const SignIn = () => <SignInButton forceRedirectUrl="/app"><button>Sign in</button></SignInButton>;
export const SignOut = () => <SignOutButton redirectUrl="/"><button>Sign out</button></SignOutButton>;`,
    links: ['nextjs', 'useClerk', 'v4SignIn', 'v4SignOut', 'v5Login'],
  },
  {
    id: 'sign-in-form',
    title: 'A sign-in form of the app’s own',
    kind: 'site',
    severity: 'error',
    meaning: 'The call sends what a visitor typed in: a password, an address for a link, a code, a passkey.',
    rewritten:
      'On a page or in a component that is there to sign in by (its route, its file or its own name says so), Clerk’s `<SignIn/>` takes the place of the form and the buttons beside it, `<SignUp/>` that of a form to register by. The component keeps its name, its place and what else it shows; the handlers, the state and the schemas that only the form used go. An address that the call named comes along: as `forceRedirectUrl` where it is always the same, as `fallbackRedirectUrl` where it depends on the visit.',
    left: 'Elsewhere a form of the common shape asks Clerk by `useSignIn()` ([sign-in-flow](sign-in-flow.md)). What is left signs in for a reason of the app’s own (to confirm, to accept an invitation), makes an account first, sends a link that leads to a place which only its handler knows, or reads more of the result. Clerk’s sign-in has steps of its own (a second factor, a code by email), and a form has to know them.',
    todo: 'Put `<SignIn routing="hash"/>` in the place of the form. To keep the form, use `useSignIn()`; in Clerk 7 it returns `{ signIn, errors, fetchStatus }`, and `signIn.password({ emailAddress, password })` and `signIn.finalize()` return `{ error }`. In Clerk 6 it returns `{ isLoaded, signIn, setActive }`: `await signIn.create({ identifier, password })`, and with the status `complete` `await setActive({ session: createdSessionId })`. For links and codes there are `signIn.emailLink.sendLink()` and `signIn.emailCode`.',
    before: `'use client';
import { signIn } from 'next-auth/react';
import { useState } from 'react';

export function LoginForm() {
  const [email, setEmail] = useState('');
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void signIn('email', { email, callbackUrl: '/app' });
      }}
    >
      <input value={email} onChange={(event) => setEmail(event.target.value)} />
      <button>Send a link</button>
    </form>
  );
}`,
    after: `'use client';
import { SignIn } from '@clerk/nextjs';

export function LoginForm() {
  return <SignIn routing="hash" forceRedirectUrl="/app" />;
}`,
    links: ['useSignIn', 'guide', 'v4SignIn', 'v5Login'],
  },
  {
    id: 'sign-in-flow',
    title: 'A sign-in form that stays',
    kind: 'both',
    severity: 'note',
    meaning:
      'The call sends a password, or asks for a link by e-mail, from a form that stands on no page to sign in on (in a checkout, a dialog, beside a teaser), or that can’t be told from what is around it.',
    rewritten:
      'A form of the common shape stays and asks Clerk by `useSignIn()`: `signIn("credentials", { redirect: false, … })` with an identifier and a password is the first thing that its handler waits for, and of the result only `error`, `ok` and `status` are read. Who has to take another step (a second factor, a code on a new device) goes on at Clerk’s page. An error is shown in Clerk’s words. A form that asks for a link, `signIn("email", { redirect: false, email, callbackUrl })`, calls `signIn.emailLink.sendLink()`: the link leads back to the page of the form, where an effect lets people in and goes to where `callbackUrl` led; an address that Clerk does not know goes on at its sign-up page, where Auth.js made an account. Others are [sign-in-form](sign-in-form.md).',
    todo: 'Sign in by the form once. Sign-in by password, or by e-mail link, has to be on in the Clerk instance, and the accounts have to be there. Clerk opens a link only in the browser that asked for it, unless “Require the same device and browser” is off.',
    before: `'use client';
import { signIn } from 'next-auth/react';
import { useState } from 'react';

export function Checkout() {
  const [failed, setFailed] = useState(false);
  const submit = async (email: string, password: string) => {
    const result = await signIn('credentials', { redirect: false, email, password });
    setFailed(result?.error ? true : false);
  };
  return <button onClick={() => submit('a@example.com', 'secret')}>{failed ? 'No' : 'Go on'}</button>;
}`,
    after: `'use client';
import { useClerk, useSignIn } from '@clerk/nextjs';
import { useState } from 'react';

export function Checkout() {
  const { signIn } = useSignIn();
  const { redirectToSignIn } = useClerk();
  const [failed, setFailed] = useState(false);
  const submit = async (email: string, password: string) => {
    let result = await signIn.password({ emailAddress: email, password });
    if (!result.error && signIn.status !== 'complete') return void redirectToSignIn();
    if (!result.error) result = await signIn.finalize();
    setFailed(result.error ? true : false);
  };
  return <button onClick={() => submit('a@example.com', 'secret')}>{failed ? 'No' : 'Go on'}</button>;
}`,
    links: ['useSignIn', 'useClerk', 'v4NoRedirect'],
  },
  {
    id: 'sign-in-action',
    title: 'A Server Action that signs in or out',
    kind: 'both',
    severity: 'error',
    meaning: 'A Server Action of the app’s own calls `signIn()` or `signOut()` of next-auth 5.',
    rewritten:
      'Clerk signs in and out in the browser. The forms and buttons that call the action become `<SignIn/>`, `<SignOutButton>` or a call of `useClerk()`, where it leads comes along, and the action goes with its last caller, its file with the last of its exports. An action that signs out and does something besides stays, and so do its callers.',
    todo: 'See what the action decided besides signing in: a second factor, verified addresses, limits and their messages are settings of the Clerk instance. The code that only it called can go.',
    before: `import { leave } from '@/app/actions';

export const Leave = () => (
  <form action={leave}>
    <button>Sign out</button>
  </form>
);`,
    after: `import { SignOutButton } from '@clerk/nextjs';

export const Leave = () => (
  <SignOutButton>
    <button>Sign out</button>
  </SignOutButton>
);`,
    links: ['nextjs', 'useClerk', 'v5Login'],
  },
  {
    id: 'sign-in-design',
    title: 'The look of the sign-in form',
    kind: 'follow-up',
    severity: 'note',
    meaning: 'Clerk’s `<SignIn/>` or `<SignUp/>` took the place of a form of the app’s own.',
    todo: 'Give it the app’s look by its `appearance` prop, and see whether the text around it still fits. The run names the pages by `NEXT_PUBLIC_CLERK_SIGN_IN_URL` and `NEXT_PUBLIC_CLERK_SIGN_UP_URL` in the env files; set both where the app is deployed, too. Pages of the app’s own for forgotten passwords and for verifying addresses can go: Clerk does both. What the app’s own registration did besides making an account (a row, a workspace, a mail) needs a webhook.',
    links: ['appearance', 'variables', 'v4Pages'],
  },
  {
    id: 'sign-in-provider',
    title: 'A provider for somebody who is signed in',
    kind: 'site',
    severity: 'warning',
    meaning:
      '`signIn(provider)` on a page or in a component of settings, of linked accounts, of one’s own account: with Auth.js it adds the provider’s account to one’s own, or confirms who one is.',
    left: 'Clerk’s sign-in page sends somebody who is signed in straight back. Elsewhere a provider that is known at run time only becomes a call of `redirectToSignIn()`: Clerk’s page offers all of them.',
    todo: 'To link an account, call `createExternalAccount()` of the user and go to the address that it gives. To confirm who somebody is, see Clerk’s reverification.',
    before: `'use client';
import { signIn } from 'next-auth/react';

export default function Connections() {
  return <button onClick={() => signIn('github')}>Connect GitHub</button>;
}`,
    after: `'use client';
import { useUser } from '@clerk/nextjs';

export function ConnectGitHub() {
  const { user } = useUser();
  const connect = async () => {
    const account = await user?.createExternalAccount({ strategy: 'oauth_github', redirectUrl: '/settings' });
    const url = account?.verification?.externalVerificationRedirectURL;
    if (url) window.location.href = url.href;
  };
  return <button onClick={connect}>Connect GitHub</button>;
}`,
    links: ['user', 'useSignIn', 'v4SignIn', 'v5Login'],
  },
  {
    id: 'sign-in-options',
    title: 'Options that Clerk does not take',
    kind: 'site',
    severity: 'warning',
    meaning: 'The call has options besides where to go then, or they are not written out.',
    left: 'What they did (a hint for the provider, a parameter of its address) has no counterpart in Clerk’s redirect.',
    todo: 'See what the option was for. Where it is not needed, leave it out and run the command again. Scopes and prompts of a provider are settings of its connection in Clerk.',
    before: `'use client';
import { signIn } from 'next-auth/react';

export const SignIn = ({ options }: { options: object }) => <button onClick={() => signIn('github', options)}>Sign in</button>;`,
    after: `'use client';
import { SignInButton } from '@clerk/nextjs';

export const SignIn = () => (
  <SignInButton>
    <button>Sign in</button>
  </SignInButton>
);`,
    links: ['useSignIn', 'useClerk', 'v4SignIn'],
  },
  {
    id: 'sign-in-result',
    title: 'The result of the call is used',
    kind: 'site',
    severity: 'error',
    meaning:
      'The code reads what `signIn()` gives back: `redirect: false`, `.then()`, `const result = await signIn()`.',
    left: 'Auth.js gives back `{ error, ok, status, url }`. Clerk’s redirects give back nothing, and its calls give back `{ error }`.',
    todo: 'With a form behind it, see [sign-in-form](sign-in-form.md). Where only the redirect matters, call `redirectToSignIn()` of `useClerk()` and drop what follows.',
    before: `'use client';
import { signIn } from 'next-auth/react';

export function Confirm() {
  const confirm = async () => {
    const result = await signIn('github', { redirect: false });
    if (result?.error) alert(result.error);
  };
  return <button onClick={confirm}>Confirm</button>;
}`,
    after: `'use client';
import { useClerk } from '@clerk/nextjs';

export function Confirm() {
  const clerk = useClerk();
  return <button onClick={() => clerk.redirectToSignIn()}>Confirm</button>;
}`,
    links: ['useSignIn', 'useClerk', 'v4NoRedirect'],
  },
];
