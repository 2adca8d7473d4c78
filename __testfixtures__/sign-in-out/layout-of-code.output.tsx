import { useClerk } from "@clerk/nextjs"
import { useMemo, type ReactNode } from "react"

type Handler = { onSelect: () => void; children?: ReactNode }
const Item = (props: Handler) => <li onClick={props.onSelect}>{props.children}</li>

export function OneLine() { const { signOut } = useClerk(); return <Item onSelect={() => signOut()} /> }

export function Commented() { // shown in the menu
  const { signOut } = useClerk()
  return <Item onSelect={() => signOut()} />
}

export const Parenthesised = () => {
  const { signOut } = useClerk()
  return (// the last entry
    <Item onSelect={() => signOut()} />)
}

export function Memoised() {
  const { signOut } = useClerk()
  const button = useMemo(() => <button onClick={() => signOut()}>Sign out</button>, [])
  return button
}
