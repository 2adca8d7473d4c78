import { getServerSession } from 'next-auth';
import { authOptions } from '@/lib/auth';

class Viewer {
  async describe() {
    const session = await getServerSession(authOptions);
    return session?.user ? `${session.user.name}/${session.user.id}` : 'nobody';
  }
}

export default async function described() {
  return new Viewer().describe();
}
