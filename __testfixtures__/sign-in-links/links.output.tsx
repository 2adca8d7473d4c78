import Link from 'next/link';
import { Button } from './button';
import { SignInButton, SignUpButton } from '@clerk/nextjs';

export default function Home() {
  return (
    <nav>
      <SignInButton>
        <button className="link">
          Sign in
        </button>
      </SignInButton>
      <SignUpButton><button>Join</button></SignUpButton>
      <SignInButton forceRedirectUrl="/app">
        <Button>Start</Button>
      </SignInButton>
      <Link href="/about">About</Link>
    </nav>
  );
}
