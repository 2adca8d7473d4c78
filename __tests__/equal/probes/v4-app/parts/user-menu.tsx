'use client';

export function UserMenu({ name, email, isSignedIn }: { name?: string | null; email?: string; isSignedIn: boolean }) {
  return (
    <p>
      {isSignedIn ? 'in' : 'out'} {name} {email}
    </p>
  );
}
