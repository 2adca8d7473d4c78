import { useAuth } from '@clerk/nextjs';

export function Menu() {
  const { isSignedIn } = useAuth();
  const label: string | null = isSignedIn ? 'in' : null;
  const props = { ...(isSignedIn && { title: 'in' }) };
  return (
    <p {...props} {...(isSignedIn && { lang: 'en' })}>
      {label} {isSignedIn && <b>in</b>} {isSignedIn && label && <i>in</i>}
    </p>
  );
}

export function Inner({ label }: { label: string }) {
  const { isSignedIn } = useAuth();
  return <p title={(label && isSignedIn && 'x') || undefined} />;
}
