import { getSession } from 'next-auth/react';

export default function Account({ user }) {
  return (
    <p>
      {user.name} {user.email}
    </p>
  );
}

export async function getServerSideProps(context) {
  const session = await getSession({ req: context.req });
  if (!session) {
    return { redirect: { destination: '/login', permanent: false } };
  }
  const { name, email } = session.user;
  return { props: { user: { name, email } } };
}
