'use client';

import { signIn } from 'next-auth/react';
import { useState } from 'react';

/** Where to go then is known in the handler alone: not to the page that the link leads back to. */
export function Corner() {
  const [sent, setSent] = useState(false);
  const send = async (email: string, next: string) => {
    const result = await signIn('email', { email, redirect: false, callbackUrl: `/teams/${next}` });
    if (!result?.error) setSent(true);
  };
  return <button onClick={() => send('a@example.com', '1')}>{sent ? 'Sent' : 'Send'}</button>;
}

/** More is asked than a link. */
export function Gate() {
  const [sent, setSent] = useState(false);
  const send = async (email: string) => {
    const result = await signIn('resend', { email, redirect: false, team: 'blue' });
    if (!result?.error) setSent(true);
  };
  return <button onClick={() => send('a@example.com')}>{sent ? 'Sent' : 'Send'}</button>;
}

/** What became of it is not asked. */
export function Blind() {
  const [sent, setSent] = useState(false);
  const send = async (email: string) => {
    await signIn('email', { email, redirect: false });
    setSent(true);
  };
  return <button onClick={() => send('a@example.com')}>{sent ? 'Sent' : 'Send'}</button>;
}

/** Where to go is chosen on the page, which is another when somebody comes back. */
export function Choice() {
  const [goal, setGoal] = useState('/');
  const send = async (email: string) => {
    const result = await signIn('email', { email, redirect: false, callbackUrl: goal });
    if (!result?.error) setGoal('/sent');
  };
  return <button onClick={() => send('a@example.com')}>{goal}</button>;
}

/** Two links that lead to different places. */
export function Both() {
  const [text, setText] = useState('');
  const buy = async (email: string) => {
    const result = await signIn('email', { email, redirect: false, callbackUrl: '/buy' });
    if (!result?.error) setText('Sent');
  };
  const sell = async (email: string) => {
    const result = await signIn('email', { email, redirect: false, callbackUrl: '/sell' });
    if (!result?.error) setText('Sent');
  };
  return (
    <p onClick={() => buy('a@example.com')} onDoubleClick={() => sell('a@example.com')}>
      {text}
    </p>
  );
}
