import Link from 'next/link';
import { Button } from './button';

export default function Home() {
  return (
    <nav>
      <Link href="/login" className="link" prefetch={false}>
        Sign in
      </Link>
      <a href="/register">Join</a>
      <Link href="/login?callbackUrl=/app">
        <Button>Start</Button>
      </Link>
      <Link href="/about">About</Link>
    </nav>
  );
}
