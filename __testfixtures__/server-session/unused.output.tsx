import { text } from '@/lib/text';

export default async function Page() {
  return <p>{text}</p>;
}
