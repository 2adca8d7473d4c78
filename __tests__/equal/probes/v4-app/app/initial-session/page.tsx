import { getAuthSession } from '@/lib/auth-session';
import { InitialSession, WhoIsThere } from '@/parts/initial-session';

export default async function InitialSessionPage() {
  const session = await getAuthSession();
  return (
    <InitialSession value={session}>
      <WhoIsThere />
    </InitialSession>
  );
}
