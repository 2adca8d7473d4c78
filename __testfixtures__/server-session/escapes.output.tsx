import { auth } from '@/auth';
import { Header, use } from '@/components';
import { auth as clerkAuth } from '@clerk/nextjs/server';

export async function returned() {
  // TODO(authjs-clerk): session-escapes — the session is handed on whole
  const session = await auth();
  return session;
}

export async function given() {
  // TODO(authjs-clerk): session-escapes — the session is handed on whole
  const session = await auth();
  use(session);
  return { session };
}

export async function spread() {
  // TODO(authjs-clerk): session-escapes — the session is handed on whole
  const session = await auth();
  return <Header {...session} user={session?.user} />;
}

export async function written() {
  // TODO(authjs-clerk): session-escapes — it is written to
  let session = await auth();
  session = null;
  return !session;
}

export async function hoisted() {
  // TODO(authjs-clerk): session-escapes — the session is not put into a constant
  var session = await auth();
  return !session;
}

export async function assigned(store: { session?: unknown }) {
  // TODO(authjs-clerk): session-escapes — the session is used where it is asked for; put it into a constant first
  store.session = await auth();
}

export async function direct() {
  const { isAuthenticated } = await clerkAuth();
  if (!isAuthenticated) return null;
  // TODO(authjs-clerk): session-escapes — the session is handed on whole
  const [session] = await Promise.all([auth()]);
  return typeof session;
}

// TODO(authjs-clerk): session-escapes — the session is exported
export const top = await auth();
// TODO(authjs-clerk): session-call-as-value — auth is handed on as a value
export const name = auth.name;
