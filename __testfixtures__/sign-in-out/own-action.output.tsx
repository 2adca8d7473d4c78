'use client';

import { leave } from '@/actions';
import { useState } from 'react';
import { SignOutButton, useClerk } from '@clerk/nextjs';

export function Menu() {
  const { signOut } = useClerk();
  const [isBusy, setIsBusy] = useState(false);
  const out = async () => {
    setIsBusy(true);
    await signOut({ redirectUrl: '/' });
  };
  // TODO(authjs-clerk): sign-in-server-action — this action signs in or out by Auth.js; Clerk’s form or button takes the place of what calls it
  return (
    <nav>
      <button disabled={isBusy} onClick={out}>
        Out, slowly
      </button>
      <SignOutButton redirectUrl="/"><button>Out</button></SignOutButton>
      <SignOutButton redirectUrl="/">
        <button>Out by a form</button>
      </SignOutButton>
      <div className="wide">
        <SignOutButton redirectUrl="/"><button type="submit">Out by a wide form</button></SignOutButton>
      </div>
      <Item run={leave} />
    </nav>
  );
}

const Item = ({ run }: { run: () => Promise<void> }) => <a onClick={run}>Out</a>;
