import { createElement, type ReactNode } from 'react';
import { Ended, type World } from '../world.js';

type Values = Record<string, unknown>;

/** What a probe uses of Next.js: it ends requests, moves on and reads the request, and all of it is seen. */
export function next(world: World): Record<string, Values> {
  const router = {
    push: (to: unknown) => void world.log.push(`to ${String(to)}`),
    replace: (to: unknown) => void world.log.push(`to ${String(to)}`),
    refresh: () => void world.log.push('refresh'),
    back: () => void world.log.push('back'),
    prefetch: () => undefined,
    query: {},
    pathname: '/here',
    asPath: '/here',
    isReady: true,
  };
  const end = (how: Ended['how']) => () => {
    throw new Ended(how);
  };
  const redirect = (to: string) => end({ redirect: to })();
  const useRouter = () => router;
  const search = new URLSearchParams();
  return {
    'next/navigation': {
      redirect,
      permanentRedirect: redirect,
      notFound: end({ status: 404 }),
      unauthorized: end({ status: 401 }),
      forbidden: end({ status: 403 }),
      useRouter,
      usePathname: () => '/here',
      useSearchParams: () => search,
      useParams: () => ({}),
    },
    'next/router': { default: router, useRouter },
    'next/headers': {
      headers: async () => new Headers(),
      cookies: async () => ({ get: () => undefined, getAll: () => [], has: () => false, set: () => undefined }),
    },
    'next/cache': {
      revalidatePath: (path: string) => void world.log.push(`revalidate ${path}`),
      unstable_cache: (fn: unknown) => fn,
    },
    'next/link': { default: ({ children, ...props }: { children: ReactNode }) => createElement('a', props, children) },
    'next/image': { default: (props: Values) => createElement('img', props) },
  };
}
