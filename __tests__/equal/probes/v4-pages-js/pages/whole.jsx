import { getSession } from 'next-auth/react';

export default function Whole({ viewer }) {
  return <p>{viewer ? viewer.user.email : 'nobody'}</p>;
}

export async function getServerSideProps(context) {
  return { props: { viewer: await getSession(context) } };
}
