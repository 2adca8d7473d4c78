import { signOut } from "next-auth/react";
import type { ReactNode } from "react";

const Menu = (props: { children: ReactNode }) => <ul>{props.children}</ul>;
Menu.Item = (props: { children: (state: { active: boolean }) => ReactNode }) => (
  <li>{props.children({ active: true })}</li>
);

export function Account() {
  return (
    <Menu>
      <Menu.Item>
        {({ active }) => (
          <button className={active ? "active" : ""} onClick={() => signOut({ callbackUrl: "/" })}>
            Sign out
          </button>
        )}
      </Menu.Item>
    </Menu>
  );
}
