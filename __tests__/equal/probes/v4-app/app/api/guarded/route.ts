import { NextResponse } from 'next/server';
import { withUser } from '@/server/with-user';

export const GET = withUser(async (request, { user }) => {
  return NextResponse.json({ id: user.id, email: user.email, path: new URL(request.url).pathname });
});
