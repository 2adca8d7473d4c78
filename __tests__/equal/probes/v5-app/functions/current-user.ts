import { currentUser } from '@/lib/current-user';

export default async function current() {
  const user = await currentUser();
  return user ? { id: user.id, email: user.email } : 'nobody';
}
