import { useClerk } from "@clerk/nextjs";
import { signOut } from "next-auth/react";

export function Both({ onLeave }: { onLeave: () => void }) {
  const clerk = useClerk();
  const close = () => {
    onLeave();
    clerk.signOut({ redirectUrl: "/" });
  };
  // TODO(authjs-clerk): sign-out-stay — signs out without leaving the page; Clerk’s signOut() always goes somewhere
  const stay = () => signOut({ redirect: false });
  return (
    <>
      <button onClick={close}>Close</button>
      <button onClick={stay}>Stay</button>
    </>
  );
}

export function Own({ signOut, clerk }: { signOut: () => void; clerk: string }) {
  const clerkClient = useClerk();
  const both = () => {
    signOut();
    clerkClient.signOut();
  };
  return <button title={clerk} onClick={both}>Both</button>;
}
