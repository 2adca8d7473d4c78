import { getServerSession } from 'next-auth/next';
import { authOptions } from '../lib/auth';

export async function getServerSideProps({ req, res }) {
  const session = await getServerSession(req, res, authOptions);
  if (!session) return { redirect: { destination: '/', permanent: false } };
  if (session.user.role !== 'admin') return { notFound: true };
  return { props: { email: session.user.email } };
}

export default function Admin({ email }) {
  return <p>{email}</p>;
}
