import { useClerk } from "@clerk/nextjs";
import { signIn, signOut } from "next-auth/react";

export function Destructured({ leave }: { leave: () => void }) {
  const { openUserProfile } = useClerk();
  const both = () => {
    leave();
    signOut({ callbackUrl: "/" });
  };
  return <button onClick={() => openUserProfile()} onBlur={both}>Profile</button>;
}

export function Whole({ leave }: { leave: () => void }) {
  const clerk = useClerk();
  const both = () => {
    leave();
    signIn("github");
  };
  return <button onClick={() => clerk.openUserProfile()} onBlur={both}>Profile</button>;
}
