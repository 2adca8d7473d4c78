import { auth } from '@/auth'

export const GET = auth(async (req, { params }) => {
  if (!req.auth) return new Response(null, { status: 401 })
  const { id } = await params
  return Response.json({ id, by: req.auth.user.name })
})
