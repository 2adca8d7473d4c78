import { auth } from '@/auth';

export default function then() {
  return auth().then((session) => session?.user?.name ?? null);
}
