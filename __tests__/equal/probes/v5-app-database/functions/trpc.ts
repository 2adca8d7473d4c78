import { auth } from '@/auth';
import { db } from '@/lib/db';

const createContext = async () => ({ session: await auth(), db });
type Context = Awaited<ReturnType<typeof createContext>>;

const procedures = {
  mine: ({ session, db }: Context) => (session ? db.post.count({ where: { authorId: session.user.id } }) : -1),
  canExport: ({ session }: Context) => session?.user.plan === 'pro',
};

export default async function call() {
  const context = await createContext();
  return { mine: await procedures.mine(context), canExport: procedures.canExport(context) };
}
