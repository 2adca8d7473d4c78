import { both, type ExampleApp } from './app.js';

/** Auth.js 5 on Next 16 with `proxy.ts`, both routers, without a database. */
export const V5_PROXY: ExampleApp = {
  name: 'v5-proxy',
  authjs: 'v5',
  dir: '.',
  signIn: '/login',
  env: {},
  prepare: [],
  database: undefined,
  requests: [
    '/',
    '/pricing',
    '/journal',
    '/journal/2026',
    '/api/export',
    '/api/health',
    '/archive',
    '/api/streak',
    '/nowhere',
  ]
    .flatMap(both)
    .concat({ path: '/api/leave', as: 'script', method: 'POST' }),
  browser: {
    publicPage: '/pricing',
    protectedPage: '/journal',
    greeting: 'The journal of Pat Plain',
    afterSignIn: '/journal',
    afterSignOut: '/',
  },
};
