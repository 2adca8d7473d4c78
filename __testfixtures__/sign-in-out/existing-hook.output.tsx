import { useClerk } from "@clerk/nextjs";

export function Destructured({ leave }: { leave: () => void }) {
  const { openUserProfile, signOut } = useClerk();
  const both = () => {
    leave();
    signOut({ redirectUrl: "/" });
  };
  return <button onClick={() => openUserProfile()} onBlur={both}>Profile</button>;
}

export function Whole({ leave }: { leave: () => void }) {
  const clerk = useClerk();
  const both = () => {
    leave();
    clerk.redirectToSignIn();
  };
  return <button onClick={() => clerk.openUserProfile()} onBlur={both}>Profile</button>;
}
