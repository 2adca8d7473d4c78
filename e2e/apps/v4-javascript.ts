import { both, type ExampleApp } from './app.js';

/** NextAuth 4 in JavaScript below `src/`: `withAuth` with a handler that reads `getToken()`, `authorized`, credentials, `useSession({ required: true })`. */
export const V4_JAVASCRIPT: ExampleApp = {
  name: 'v4-javascript',
  authjs: 'v4',
  dir: '.',
  signIn: '/sign-in',
  env: {},
  prepare: [],
  database: undefined,
  requests: [
    '/',
    '/account',
    '/account/cards',
    '/account/start',
    '/accounts',
    '/orders',
    '/api/orders',
    '/api/orders/1',
  ].flatMap(both),
  browser: {
    publicPage: '/',
    protectedPage: '/account',
    greeting: 'The account of Pat Plain',
    afterSignIn: '/account',
    afterSignOut: '/',
  },
};
