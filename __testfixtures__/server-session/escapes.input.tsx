import { auth } from '@/auth';
import { Header, use } from '@/components';

export async function returned() {
  const session = await auth();
  return session;
}

export async function given() {
  const session = await auth();
  use(session);
  return { session };
}

export async function spread() {
  const session = await auth();
  return <Header {...session} user={session?.user} />;
}

export async function written() {
  let session = await auth();
  session = null;
  return !session;
}

export async function hoisted() {
  var session = await auth();
  return !session;
}

export async function assigned(store: { session?: unknown }) {
  store.session = await auth();
}

export async function direct() {
  if (!(await auth())) return null;
  const [session] = await Promise.all([auth()]);
  return typeof session;
}

export const top = await auth();
export const name = auth.name;
