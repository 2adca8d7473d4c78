import { withSession } from '@/parts/with-session';

function Inner({ name }: { name: string }) {
  return <p>only for {name}</p>;
}

export default withSession(Inner);
