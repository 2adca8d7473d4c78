import { getServerSession } from 'next-auth';
import { authOptions } from '@/lib/auth';

export default async function Conditional() {
  const session = await getServerSession(authOptions);
  const { name, image } = session?.user ?? {};
  return (
    <header>
      {name && <b>{name}</b>}
      {image ? <img src={image} alt={name ?? ''} /> : <i>no picture</i>}
    </header>
  );
}
