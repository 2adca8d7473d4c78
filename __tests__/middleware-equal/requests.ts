/** What is asked for, in what way. */
export interface Asked {
  readonly path: string;
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

const PAGES = [
  '/',
  '/index',
  '/login',
  '/login/',
  '/login?next=%2Fapp',
  '/loginx',
  '/join',
  '/start',
  '/welcome',
  '/about',
  '/pricing',
  '/home',
  '/app',
  '/app/',
  '/APP',
  '/app/home',
  '/app/x/y?tab=1&tab=2',
  '/application',
  '/%61pp',
  '/app%2Fhome',
  '/app/report.csv',
  '/app/logo.png',
  '/board/7',
  '/desk',
  '/desk/lamp',
  '/club/members',
  '/team/a',
  '/inbox',
  '/admin',
  '/admin/users',
  '/de/app',
  '/sign-in',
  '/sign-up/verify',
  '/api/private/1',
  '/api/public',
  '/api/auth/session',
  '/api/auth/extra',
  '/favicon.ico',
  '/robots.txt',
  '/projects/1',
  '/teams',
  '/müller',
];

/** Every third of them tells most rewrites apart that are wrong; the slow suite asks for all. */
export const FEW = (requests: readonly Asked[]): Asked[] => requests.filter((_, index) => index % 3 === 2);

export const REQUESTS: readonly Asked[] = [
  ...PAGES.map((path) => ({ path })),
  { path: '/app', method: 'POST' },
  { path: '/api/private/1', method: 'DELETE', headers: { 'content-type': 'application/json' } },
  { path: '/app', headers: { purpose: 'prefetch' } },
  { path: '/app/home', headers: { 'x-nextjs-data': '1' } },
  { path: '/app/home', headers: { rsc: '1', 'next-router-prefetch': '1' } },
  { path: '/app/settings', method: 'POST', headers: { 'next-action': 'a1', accept: 'text/x-component' } },
  { path: '/desk', headers: { 'x-desk': 'on' } },
  { path: '/api/webhooks/pay', method: 'POST', headers: { 'content-type': 'application/json' } },
  { path: '/app', headers: { accept: 'text/html', 'sec-fetch-dest': 'document' } },
];
