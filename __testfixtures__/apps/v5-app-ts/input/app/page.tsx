import { redirect } from "next/navigation"
import { auth } from "@/auth"
import { setStatus } from "./actions"

export default async function Page() {
  const session = await auth()
  if (!session?.user) redirect("/welcome")

  return (
    <form action={setStatus}>
      <h1>How are you, {session.user.name}?</h1>
      <input name="status" />
      <button>Save</button>
    </form>
  )
}
