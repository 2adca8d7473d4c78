import { getServerSession } from 'next-auth';
import { authOptions } from '@/lib/auth';
import { text } from '@/lib/text';

export default async function Page() {
  // eslint-disable-next-line no-unused-vars
  const session = await getServerSession(authOptions);

  return <p>{text}</p>;
}
