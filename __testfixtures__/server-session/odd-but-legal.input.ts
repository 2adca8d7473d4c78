import { auth } from '@/auth';

export class Service {
  async run() {
    let a = 1, session = await auth(), b = 2;
    outer: for (; a < b; ) {
      if (!session) break outer;
      a += b;
    }
    try {
      if (!session) throw new Error('😀 no');
      return `${a} ${session.user?.name ?? '😀'}`;
    } finally {
      a = 0;
    }
  }
}

export const object = {
  async *each() {
    const session = await auth();
    switch (true) {
      case !!session:
        yield 1;
    }
    while (!session?.user) return;
    yield* [session.user!.name];
  },
};

export const iife = (async () => {
  const session = await auth();
  const shadowed = (session: { user: { name: string } }) => session.user.name;
  return [shadowed, (label = session?.user?.name) => label, session ? 1 : 2];
})();
