import { getCurrentRow } from '@/lib/current-row';

export default async function row() {
  const user = await getCurrentRow();
  return user && { id: user.id, plan: user.plan };
}
