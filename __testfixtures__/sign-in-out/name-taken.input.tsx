import { signOut as leave, signOut } from "next-auth/react";

export function Both({ onLeave }: { onLeave: () => void }) {
  const close = () => {
    onLeave();
    signOut({ callbackUrl: "/" });
  };
  const stay = () => signOut().then((done) => done);
  return (
    <>
      <button onClick={close}>Close</button>
      <button onClick={stay}>Stay</button>
    </>
  );
}

export function Own({ signOut, clerk }: { signOut: () => void; clerk: string }) {
  const both = () => {
    signOut();
    leave();
  };
  return <button title={clerk} onClick={both}>Both</button>;
}
