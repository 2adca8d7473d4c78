import { auth, signOut } from "@/auth"

export async function UserButton() {
  const session = await auth()
  if (!session) return null

  return (
    <form
      action={async () => {
        "use server"
        await signOut({ redirectTo: "/welcome" })
      }}
    >
      <button type="submit">Sign out</button>
    </form>
  )
}
