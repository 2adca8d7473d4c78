import { currentSession, currentUserId } from '@/lib/identity';

export default async function aliasBarrel() {
  return { email: (await currentSession())?.user.email, id: await currentUserId() };
}
