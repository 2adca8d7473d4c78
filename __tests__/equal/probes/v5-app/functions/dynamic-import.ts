export default async function dynamicImport() {
  const { auth } = await import('@/auth');
  const session = await auth();
  return session?.user?.email ?? 'nobody';
}
