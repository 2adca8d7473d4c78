import { SignOutButton } from "@clerk/nextjs"
import { auth } from "@clerk/nextjs/server"

export async function UserButton() {
  const { isAuthenticated } = await auth()
  if (!isAuthenticated) return null

  return (
    <SignOutButton redirectUrl="/welcome">
      <button type="submit">Sign out</button>
    </SignOutButton>
  )
}
