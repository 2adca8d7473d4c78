import { requireRole } from '@/lib/require-role';

export default async function run() {
  const user = await requireRole('admin');
  return `${user.email} ${user.role}`;
}
