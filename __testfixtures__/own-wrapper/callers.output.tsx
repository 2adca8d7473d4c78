import { auth } from "@/auth"

export default async function Page() {
  const session = await auth()
  if (!session) return <button>Sign in</button>
  return <p>{session.user?.name}</p>
}
