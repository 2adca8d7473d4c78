import { getServerSession } from 'next-auth';
import { authOptions } from '@/lib/auth';

const currentEmail = async () => {
  const session = await getServerSession(authOptions);
  return session && session.user && session.user.email;
};

const isKnown = async () => Boolean((await getServerSession(authOptions))?.user?.name);

export default async function andReturn() {
  return { email: await currentEmail(), isKnown: await isKnown() };
}
