import { getViewer } from '@/lib/viewer';

export default async function viewer() {
  const viewer = await getViewer();
  return viewer && { id: viewer.id, isAdmin: viewer.role === 'admin' };
}
