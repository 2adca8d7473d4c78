import NextAuth from 'next-auth';

export const { auth } = NextAuth({ providers: [] });

export function make(NextAuth: (options: object) => string) {
  const handlers = NextAuth({ providers: [] });
  return handlers;
}
