import { useSession } from 'next-auth/react';

declare function use(value: unknown): void;

export function Handed() {
  // TODO(authjs-clerk): session-escapes — the status is handed on
  const { data: session, status } = useSession();
  use(status);
  return <p>{session?.user?.name}</p>;
}

export function Rest() {
  // TODO(authjs-clerk): session-escapes — the result of useSession() is taken apart in a way that is not followed
  const { data, ...rest } = useSession();
  use(rest);
  return <p>{data?.user?.name}</p>;
}

export function Default() {
  // TODO(authjs-clerk): session-escapes — the result of useSession() is taken apart in a way that is not followed
  const { data: session = null } = useSession();
  return <p>{session?.user?.name}</p>;
}

export function Nested() {
  // TODO(authjs-clerk): session-escapes — the result of useSession() is taken apart in a way that is not followed
  const { data: { user } = {} } = useSession() as { data: { user?: string } };
  return <p>{user}</p>;
}

export function Written() {
  // TODO(authjs-clerk): session-escapes — it is written to
  const { data: session } = useSession();
  if (session?.user) [session.user.name] = ['x'];
  return <p>{session?.user?.name}</p>;
}

export function Typed() {
  // TODO(authjs-clerk): session-escapes — the session is handed on whole
  const { data: session } = useSession();
  const copy: typeof session = null;
  return <p>{copy}</p>;
}

export function Role() {
  // TODO(authjs-clerk): session-custom-field — a field of the app’s own is read: user.role
  const { data: session } = useSession();
  return <p>{session?.user?.role}</p>;
}
