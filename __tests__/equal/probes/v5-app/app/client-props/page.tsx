import { auth } from '@/auth';
import { Chat } from '@/parts/chat';

export default async function ClientProps() {
  const session = await auth();
  return <Chat id="c1" user={session?.user} isGuest={!session} />;
}
