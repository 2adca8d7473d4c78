'use client';

import { SignInButton, SignOutButton, useUser } from '@clerk/nextjs';
import { useEffect, useState } from 'react';

export default function Menu() {
  const { user } = useUser();
  const [isOpen, setIsOpen] = useState(false);

  useEffect(() => {
    window.addEventListener('resize', () => setIsOpen(false));
  }, []);

  return (
    <nav>
      {user ? (
        <SignOutButton redirectUrl="/"><button>{user.fullName}</button></SignOutButton>
      ) : (
        <>
          <SignInButton forceRedirectUrl="/app">
            <button className="wide">
              Sign in
            </button>
          </SignInButton>
        </>
      )}
      {isOpen && <p>Open</p>}
    </nav>
  );
}
