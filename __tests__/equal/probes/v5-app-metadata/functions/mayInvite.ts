import type { Session } from 'next-auth';
import { requireSession } from '@/lib/session';

const mayInvite = ({ user, plan }: Session) => user.role === 'admin' && plan !== 'free';

export default async function invite() {
  return mayInvite(await requireSession());
}
