import { auth } from '@/auth';

export default async function Inline() {
  const user = (await auth())?.user;
  return <p>{user?.email ?? 'nobody'}</p>;
}
