import { requireUser } from '@/lib/require-user';

export default async function guarded() {
  const user = await requireUser();
  return `${user.id} ${user.email}`;
}
