import { auth } from '@/auth';
import { db } from '@/lib/db';

export default async function UserId() {
  const session = await auth();
  const userId = session?.user?.id;
  if (!userId) return <p>nobody</p>;
  const row = await db.user.findUnique({ where: { id: userId } });
  return (
    <p data-id={userId}>
      {row?.plan} {row?.role}
    </p>
  );
}
