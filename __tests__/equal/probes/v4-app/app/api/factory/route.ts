import { createHandler } from '@/server/create-handler';

export const GET = createHandler({ auth: true }, async ({ session }) => ({ hello: session?.user.email }));

export const POST = createHandler({ auth: false }, async ({ session, request }) => ({
  by: session?.user.name ?? 'anonymous',
  method: request.method,
}));
