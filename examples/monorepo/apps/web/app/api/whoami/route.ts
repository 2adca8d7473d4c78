import { auth } from "@acme/auth";

export async function GET() {
  const session = await auth();
  if (!session?.user) return new Response("Nobody", { status: 401 });

  return new Response(session.user.email);
}
