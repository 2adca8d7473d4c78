import { currentUser } from '@clerk/nextjs/server';

export class Service {
  async run() {
    let a = 1, user = await currentUser(), b = 2;
    outer: for (; a < b; ) {
      if (!user) break outer;
      a += b;
    }
    try {
      if (!user) throw new Error('😀 no');
      return `${a} ${user.fullName ?? '😀'}`;
    } finally {
      a = 0;
    }
  }
}

export const object = {
  async *each() {
    const user = await currentUser();
    switch (true) {
      case !!user:
        yield 1;
    }
    while (!user) return;
    yield* [user!.fullName];
  },
};

export const iife = (async () => {
  const user = await currentUser();
  const shadowed = (session: { user: { name: string } }) => session.user.name;
  return [shadowed, (label = user?.fullName) => label, user ? 1 : 2];
})();
