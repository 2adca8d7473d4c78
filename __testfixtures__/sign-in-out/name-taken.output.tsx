import { useClerk } from "@clerk/nextjs";
import { signOut } from "next-auth/react";

export function Both({ onLeave }: { onLeave: () => void }) {
  const clerk = useClerk();
  const close = () => {
    onLeave();
    clerk.signOut({ redirectUrl: "/" });
  };
  // TODO(authjs-clerk): sign-in-result — what the call gives back is used; Clerk’s calls give back something else
  const stay = () => signOut().then((done) => done);
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
