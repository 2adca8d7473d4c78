'use client';

import type { Session } from 'next-auth';

export const Profile = ({ user }: { user: Session['user'] }) => (
  <dl>
    <dt>{user.name ?? 'unnamed'}</dt>
    <dd>{user.email}</dd>
    <dd>{user.id}</dd>
  </dl>
);
