import { signIn, signOut } from '@/auth';

export async function GET(request: Request) {
  await signOut({ redirect: false });
  const next = new URL(request.url).searchParams.get('next') ?? '/';
  return signIn('guest', { redirect: true, redirectTo: next });
}
