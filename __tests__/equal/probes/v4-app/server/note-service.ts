import { getServerSession, type Session } from 'next-auth';
import { authOptions } from '@/lib/auth';
import { db } from '@/lib/db';

export class NoteService {
  private session: Session | null = null;

  private async load() {
    this.session ??= await getServerSession(authOptions);
    return this.session;
  }

  static async canWrite() {
    const session = await getServerSession(authOptions);
    return session?.user?.email?.endsWith('@example.com') === true;
  }

  async mine() {
    const session = await this.load();
    if (!session) return [];
    return db.post.findMany({ where: { authorId: session.user.id } });
  }
}
