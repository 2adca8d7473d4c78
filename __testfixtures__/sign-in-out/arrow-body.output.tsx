import { useClerk } from "@clerk/nextjs";
import { memo, type ReactNode } from "react";

const Item = (props: { onSelect: () => void; children: ReactNode }) => <div>{props.children}</div>;

export const SignOutItem = () => {
  const { signOut } = useClerk();
  return <Item onSelect={() => signOut({ redirectUrl: window.location.origin })}>Sign out</Item>;
};

export const SignOutMenu = memo(() => {
  const { signOut } = useClerk();
  return (
    <ul>
      <Item onSelect={() => signOut()}>Sign out</Item>
    </ul>
  );
});
