import { auth } from '@/auth';

export async function isAdmin() {
  // TODO(authjs-clerk): session-custom-field — a field of the app’s own is read: user.role
  const session = await auth();
  return session?.user?.role === 'admin';
}

export async function until() {
  // TODO(authjs-clerk): session-custom-field — a field of the session is read: expires
  const session = await auth();
  return session?.expires;
}

export async function any(key: string) {
  // TODO(authjs-clerk): session-escapes — a computed property of it is read
  const session = await auth();
  return session?.user?.[key];
}
