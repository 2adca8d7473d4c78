import { signOut } from "next-auth/react"
import { useMemo, type ReactNode } from "react"

type Handler = { onSelect: () => void; children?: ReactNode }
const Item = (props: Handler) => <li onClick={props.onSelect}>{props.children}</li>

export function OneLine() { return <Item onSelect={() => signOut()} /> }

export function Commented() { // shown in the menu
  return <Item onSelect={() => signOut()} />
}

export const Parenthesised = () =>
  // the last entry
  <Item onSelect={() => signOut()} />

export function Memoised() {
  const button = useMemo(() => <button onClick={() => signOut()}>Sign out</button>, [])
  return button
}
