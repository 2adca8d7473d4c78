import { getServerAuthSession } from '@/lib/auth';
import { db } from '@/server/db';

async function CrudShowcase() {
  const session = await getServerAuthSession();
  if (!session?.user) return null;

  const posts = await db.post.findMany({ where: { authorId: session.user.id } });
  return posts.length > 0 ? <p>Your most recent post: {posts[0]?.title}</p> : <p>You have no posts yet.</p>;
}

export default async function Page() {
  return (
    <div>
      <CrudShowcase />
    </div>
  );
}
