import { currentUser } from '@clerk/nextjs/server'

export const GET = (async (req, { params }) => {
  const user = await currentUser()
  if (!user) return new Response(null, { status: 401 })
  const { id } = await params
  return Response.json({ id, by: user.fullName })
})
