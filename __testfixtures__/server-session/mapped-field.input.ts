import { getServerSession } from 'next-auth';
import { authOptions } from '@/lib/auth';

declare const log: (...values: unknown[]) => void;

export async function company() {
  const session = await getServerSession(authOptions);
  if (!session) throw new Error('Signed out');
  log(session.user.name);
  return session.user.company.toUpperCase();
}

export async function seats() {
  const session = await getServerSession(authOptions);
  return session?.user?.seats;
}

export async function isBilled() {
  const session = await getServerSession(authOptions);
  if (!session?.user.billingId) return false;
  const { company, billingId } = session.user;
  log(company, billingId);
  return true;
}

export async function plan() {
  const session = await getServerSession(authOptions);
  if (!session) return null;
  return session.plan;
}

export async function handle() {
  return (await getServerSession(authOptions))?.user?.handle ?? 'nobody';
}

export async function unmapped() {
  const session = await getServerSession(authOptions);
  return session?.user.role;
}

export async function strictly() {
  const session = await getServerSession(authOptions);
  return session?.user.company === undefined;
}
