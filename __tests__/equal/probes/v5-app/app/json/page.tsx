import { auth } from '@/auth';

export default async function Json() {
  const session = await auth();
  return <pre>{JSON.stringify(session?.user?.email ?? null)}</pre>;
}
