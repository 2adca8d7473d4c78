import type { GetServerSideProps } from 'next';
import { getCsrfToken, getProviders, signIn, type ClientSafeProvider } from 'next-auth/react';

interface Props {
  csrfToken: string | undefined;
  providers: Record<string, ClientSafeProvider>;
  title: string;
}

export default function Login({ csrfToken, providers, title }: Props) {
  return (
    <main>
      <h1>{title}</h1>
      <form method="post">
        <input name="csrfToken" type="hidden" defaultValue={csrfToken} />
        {Object.values(providers).map(({ id, name }) => (
          <button key={id} type="button" onClick={() => signIn(id)}>
            {name}
          </button>
        ))}
      </form>
    </main>
  );
}

export const getServerSideProps: GetServerSideProps = async (context) => {
  const providers = await getProviders();
  const title = String(context.query['title'] ?? 'Sign in');
  return {
    props: { csrfToken: (await getCsrfToken(context)) ?? null, providers: providers ?? {}, title },
  };
};
