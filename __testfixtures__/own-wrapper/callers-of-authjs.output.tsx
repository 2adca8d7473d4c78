import { auth } from "@/auth"

export default async function Page() {
  // TODO(authjs-clerk): own-wrapper — goes through the app’s own function around auth(): rewrite that function, and its callers stay as they are
  const session = await auth()
  if (!session) return <button>Sign in</button>
  return <p>{session.user?.name}</p>
}
