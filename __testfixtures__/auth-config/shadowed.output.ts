export function make(NextAuth: (options: object) => string) {
  const handlers = NextAuth({ providers: [] });
  return handlers;
}
