import { SignIn } from '@clerk/nextjs';
import { useRouter } from 'next/router';

export default function LoginForm() {
  const { query } = useRouter();
  const next = query.callbackUrl;

  return <SignIn routing="hash" fallbackRedirectUrl={next && next.toString()} />;
}
