import { adminProcedure, createContext } from '@/server/trpc';

const stats = adminProcedure.query(({ ctx }) => ({ by: ctx.session.user.id, role: ctx.session.user.role }));

export default async function call() {
  return stats(await createContext()).catch((error: Error) => error.message);
}
