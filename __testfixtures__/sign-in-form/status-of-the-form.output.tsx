'use client';
import { SignIn, useAuth } from '@clerk/nextjs';

export function LoginForm() {
  const { isSignedIn } = useAuth();

  return isSignedIn ? (
    <p>You are signed in.</p>
  ) : (
    <SignIn routing="hash" />
  );
}
