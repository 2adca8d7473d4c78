import { signIn } from "@/auth"

export default function Welcome() {
  return (
    <form
      action={async () => {
        "use server"
        await signIn("github", { redirectTo: "/" })
      }}
    >
      <button type="submit">Sign in with GitHub</button>
    </form>
  )
}
