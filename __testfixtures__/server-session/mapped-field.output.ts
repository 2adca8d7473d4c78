import { getServerSession } from 'next-auth';
import { authOptions } from '@/lib/auth';
import { currentUser } from '@clerk/nextjs/server';

declare const log: (...values: unknown[]) => void;

export async function company() {
  const user = await currentUser();
  if (!user) throw new Error('Signed out');
  log(user.fullName);
  return (user.publicMetadata.company as string).toUpperCase();
}

export async function seats() {
  const user = await currentUser();
  return user?.unsafeMetadata.seats as number | undefined;
}

export async function isBilled() {
  const user = await currentUser();
  if (!user?.privateMetadata.stripe) return false;
  const company = user.publicMetadata.company as string;
  const billingId = user.privateMetadata.stripe;
  log(company, billingId);
  return true;
}

export async function plan() {
  const user = await currentUser();
  if (!user) return null;
  return user.publicMetadata.plan as 'free' | 'pro';
}

export async function handle() {
  return (await currentUser())?.username ?? 'nobody';
}

export async function unmapped() {
  // TODO(authjs-clerk): session-custom-field — a field of the app’s own is read: user.role
  const session = await getServerSession(authOptions);
  return session?.user.role;
}

export async function strictly() {
  // TODO(authjs-clerk): session-escapes — user.company is compared with undefined
  const session = await getServerSession(authOptions);
  return session?.user.company === undefined;
}
