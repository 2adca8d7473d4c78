import { auth } from '@/auth';

export default async function conditionalLet() {
  let userId: string | undefined;
  try {
    const session = await auth();
    userId = session?.user?.id;
  } catch {
    userId = undefined;
  }
  return userId ?? 'nobody';
}
