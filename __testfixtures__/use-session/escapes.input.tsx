import { useSession } from 'next-auth/react';

declare function use(value: unknown): void;

export function Handed() {
  const { data: session, status } = useSession();
  use(status);
  return <p>{session?.user?.name}</p>;
}

export function Rest() {
  const { data, ...rest } = useSession();
  use(rest);
  return <p>{data?.user?.name}</p>;
}

export function Default() {
  const { data: session = null } = useSession();
  return <p>{session?.user?.name}</p>;
}

export function Nested() {
  const { data: { user } = {} } = useSession() as { data: { user?: string } };
  return <p>{user}</p>;
}

export function Written() {
  const { data: session } = useSession();
  if (session?.user) [session.user.name] = ['x'];
  return <p>{session?.user?.name}</p>;
}

export function Typed() {
  const { data: session } = useSession();
  const copy: typeof session = null;
  return <p>{copy}</p>;
}

export function Role() {
  const { data: session } = useSession();
  return <p>{session?.user?.role}</p>;
}
