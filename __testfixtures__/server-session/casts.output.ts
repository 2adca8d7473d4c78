import { auth, currentUser } from '@clerk/nextjs/server';

interface CustomUser {
  id: string;
  email: string;
}

export async function who() {
  const { userId } = await auth();
  if (!userId) return null;
  return userId;
}

export async function mail() {
  const user = await currentUser();
  if (!user) return null;
  return { email: user.primaryEmailAddress?.emailAddress as string };
}
