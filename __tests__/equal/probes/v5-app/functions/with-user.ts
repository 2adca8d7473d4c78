import { withUser } from '@/lib/with-user';

const summary = withUser(async (user, suffix: string) => `${user.email}${suffix}`);

export default async function run() {
  return summary('!');
}
