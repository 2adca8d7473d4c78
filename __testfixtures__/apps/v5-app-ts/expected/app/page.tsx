import { redirect } from "next/navigation"
import { currentUser } from "@clerk/nextjs/server"
import { setStatus } from "./actions"

export default async function Page() {
  const user = await currentUser()
  if (!user) redirect("/welcome")

  return (
    <form action={setStatus}>
      <h1>How are you, {user.fullName}?</h1>
      <input name="status" />
      <button>Save</button>
    </form>
  )
}
