import type { GetServerSideProps } from 'next';
import { SignIn } from '@clerk/nextjs';

interface Props {
  title: string;
}

export default function Login({ title }: Props) {
  return (
    <main>
      <h1>{title}</h1>
      <SignIn routing="hash" />
    </main>
  );
}

export const getServerSideProps: GetServerSideProps = async (context) => {
  const title = String(context.query['title'] ?? 'Sign in');
  return {
    props: { title },
  };
};
