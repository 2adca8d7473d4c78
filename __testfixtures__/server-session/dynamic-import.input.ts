import type { NextRequest } from "next/server"

export async function POST(request: NextRequest) {
  const { auth } = await import("@/auth")
  const session = await auth()
  if (!session) return new Response("Unauthorized", { status: 401 })
  return Response.json({ ok: true })
}
