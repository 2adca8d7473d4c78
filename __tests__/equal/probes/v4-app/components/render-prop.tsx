'use client';

import { WithSession } from '@/parts/with-session';

export default function RenderProp() {
  return <WithSession>{(session) => <p>{session?.user.email ?? 'nobody'}</p>}</WithSession>;
}
