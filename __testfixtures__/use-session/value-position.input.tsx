import { useSession } from 'next-auth/react';

export function Menu() {
  const { data: session } = useSession();
  const label: string | null = session && 'in';
  const props = { ...(session && { title: 'in' }) };
  return (
    <p {...props} {...(session && { lang: 'en' })}>
      {label} {session && <b>in</b>} {session?.user && label && <i>in</i>}
    </p>
  );
}

export function Inner({ label }: { label: string }) {
  const { data: session } = useSession();
  return <p title={(label && session && 'x') || undefined} />;
}
