import { auth } from '@/auth';
import { Bar } from '@/parts/bar';

export default async function Whole() {
  const session = await auth();
  return (
    <main>
      <Bar session={session} />
    </main>
  );
}
