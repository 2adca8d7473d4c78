import { signOut } from "next-auth/react";
import { memo, type ReactNode } from "react";

const Item = (props: { onSelect: () => void; children: ReactNode }) => <div>{props.children}</div>;

export const SignOutItem = () => <Item onSelect={() => signOut({ callbackUrl: window.location.origin })}>Sign out</Item>;

export const SignOutMenu = memo(() => (
  <ul>
    <Item onSelect={() => signOut()}>Sign out</Item>
  </ul>
));
