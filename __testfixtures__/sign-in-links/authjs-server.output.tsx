import { auth, currentUser } from '@clerk/nextjs/server';

export default async function Page({ params }: { params: Promise<{ id: string }> }) {
  const user = await currentUser();
  if (!user) {
    return (await auth()).redirectToSignIn({ returnBackUrl: '/server' });
  }
  return <h1>{user.fullName}</h1>;
}

export async function generateMetadata({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const { isAuthenticated } = await auth();
  if (!isAuthenticated) return (await auth()).redirectToSignIn({ returnBackUrl: `/server/${id}` });
  return { title: 'Server' };
}
