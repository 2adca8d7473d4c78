import type { NextRequest } from "next/server"
import { auth as clerkAuth } from "@clerk/nextjs/server"

export async function POST(request: NextRequest) {
  const { isAuthenticated } = await clerkAuth()
  if (!isAuthenticated) return new Response("Unauthorized", { status: 401 })
  return Response.json({ ok: true })
}
