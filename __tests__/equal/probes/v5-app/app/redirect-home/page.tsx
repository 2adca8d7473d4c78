import { redirect } from 'next/navigation';
import { auth } from '@/auth';

export default async function Login() {
  const session = await auth();
  if (session) redirect('/home');
  return <h1>Sign in</h1>;
}
