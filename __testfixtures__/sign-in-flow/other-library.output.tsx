import { signIn } from '@/own';

export function Corner() {
  const submit = async (email: string, password: string) => {
    const result = await signIn('credentials', { email, password, redirect: false });
    if (result?.error) alert('No');
  };
  return <button onClick={() => submit('a', 'b')}>Enter</button>;
}
