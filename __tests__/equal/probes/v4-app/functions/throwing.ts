import { getServerSession } from 'next-auth';
import { authOptions } from '@/lib/auth';

class HttpError extends Error {
  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message);
  }
}

async function viewer() {
  const session = await getServerSession(authOptions);
  if (!session?.user) throw new HttpError(401, 'Sign in');
  if (!session.user.name) throw new HttpError(422, `Complete your profile, ${session.user.email}`);
  return { id: session.user.id, name: session.user.name };
}

export default async function throwing() {
  try {
    return await viewer();
  } catch (error) {
    return error instanceof HttpError ? `${error.status} ${error.message}` : 'failed';
  }
}
