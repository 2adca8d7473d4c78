import { createAction } from '@/lib/create-action';
import { db } from '@/lib/db';

const mine = createAction(async ({ userId }) => db.post.count({ where: { authorId: userId } }));

export default async function run() {
  return mine();
}
