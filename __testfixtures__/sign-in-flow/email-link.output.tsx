'use client';

import { useClerk, useSignIn } from '@clerk/nextjs';
import { isClerkAPIResponseError } from '@clerk/nextjs/errors';
import { useSearchParams } from 'next/navigation';
import * as React from 'react';
import { useForm } from 'react-hook-form';
import { toast } from '@/lib/toast';

/** Stands below an article. */
export function Newsroom() {
  const { signIn } = useSignIn();
  const { buildSignInUrl, handleEmailLinkVerification, loaded, redirectToSignUp } = useClerk();
  const { register, handleSubmit } = useForm<{ email: string }>();
  const [isLoading, setIsLoading] = React.useState<boolean>(false);
  const searchParams = useSearchParams();

  // Clerk’s link leads back here: who comes by it is in, and by one that is too old asks anew.
  React.useEffect(() => {
    if (!loaded || !window.location.search.includes('__clerk_status=')) return;
    handleEmailLinkVerification({
      redirectUrlComplete: searchParams?.get('from') || '/dashboard',
      redirectUrl: buildSignInUrl(),
    }).catch(() => window.history.replaceState(null, '', window.location.pathname));
  }, [buildSignInUrl, handleEmailLinkVerification, loaded, searchParams]);

  async function onSubmit(data: { email: string }) {
    setIsLoading(true);

    const signInResult = await signIn.emailLink.sendLink({ emailAddress: data.email.toLowerCase(), verificationUrl: window.location.href });
    if (signInResult.error && isClerkAPIResponseError(signInResult.error) && signInResult.error.errors[0]?.code === 'form_identifier_not_found')
      return void redirectToSignUp({ signUpForceRedirectUrl: searchParams?.get('from') || '/dashboard' });

    setIsLoading(false);

    if (signInResult.error) {
      return toast({ title: 'Something went wrong.' });
    }

    return toast({ title: 'Check your email' });
  }

  return (
    <form onSubmit={handleSubmit(onSubmit)}>
      <input {...register('email')} />
      <button disabled={isLoading}>Send a link</button>
    </form>
  );
}

/** Shown beside a teaser, by another provider and without a place to go to then. */
export function Teaser({ hint }: { hint: string }) {
  const { signIn } = useSignIn();
  const { buildSignInUrl, handleEmailLinkVerification, loaded, redirectToSignUp } = useClerk();
  const [email, setEmail] = React.useState('');
  const [error, setError] = React.useState<string>();
  // Clerk’s link leads back here: who comes by it is in, and by one that is too old asks anew.
  React.useEffect(() => {
    if (!loaded || !window.location.search.includes('__clerk_status=')) return;
    handleEmailLinkVerification({
      redirectUrlComplete: window.location.pathname,
      redirectUrl: buildSignInUrl(),
    }).catch(() => window.history.replaceState(null, '', window.location.pathname));
  }, [buildSignInUrl, handleEmailLinkVerification, loaded]);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        signIn.emailLink.sendLink({ emailAddress: email, verificationUrl: window.location.href }).then((res) => {
          if (res.error && isClerkAPIResponseError(res.error) && res.error.errors[0]?.code === 'form_identifier_not_found')
            return void redirectToSignUp();
          if (res.error) setError(res.error.longMessage ?? res.error.message);
          else setError('Sent');
        });
      }}
    >
      <input placeholder={hint} value={email} onChange={(event) => setEmail(event.target.value)} />
      <p>{error}</p>
    </form>
  );
}

/** Through before it shows the form: the effect stands above that. */
export function Panel({ isOpen }: { isOpen: boolean }) {
  const { signIn } = useSignIn();
  const { buildSignInUrl, handleEmailLinkVerification, loaded, redirectToSignUp } = useClerk();
  const [sent, setSent] = React.useState(false);
  // Clerk’s link leads back here: who comes by it is in, and by one that is too old asks anew.
  React.useEffect(() => {
    if (!loaded || !window.location.search.includes('__clerk_status=')) return;
    handleEmailLinkVerification({
      redirectUrlComplete: '/',
      redirectUrl: buildSignInUrl(),
    }).catch(() => window.history.replaceState(null, '', window.location.pathname));
  }, [buildSignInUrl, handleEmailLinkVerification, loaded]);
  if (!isOpen) return null;
  const send = async (email: string) => {
    const result = await signIn.emailLink.sendLink({ emailAddress: email, verificationUrl: window.location.href });
    if (result.error && isClerkAPIResponseError(result.error) && result.error.errors[0]?.code === 'form_identifier_not_found')
      return void redirectToSignUp({ signUpForceRedirectUrl: '/' });
    if (!result.error) setSent(true);
  };
  return <button onClick={() => send('a@example.com')}>{sent ? 'Sent' : 'Send'}</button>;
}
