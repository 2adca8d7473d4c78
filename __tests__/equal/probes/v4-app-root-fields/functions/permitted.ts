import { hasPermission } from '@/lib/permissions';

export default async function permitted() {
  return [await hasPermission('read'), await hasPermission('write')];
}
