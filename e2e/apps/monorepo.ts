import { both, type ExampleApp } from './app.js';

/** A workspace whose package holds Auth.js 5, on the server and in the browser. */
export const MONOREPO: ExampleApp = {
  name: 'monorepo',
  authjs: 'v5',
  dir: 'apps/web',
  signIn: '/enter',
  env: {},
  prepare: [],
  database: undefined,
  requests: ['/', '/team', '/team/none', '/teams', '/api/whoami'].flatMap(both),
  browser: {
    publicPage: '/',
    protectedPage: '/team',
    greeting: 'The team of Pat Plain',
    afterSignIn: '/team',
    afterSignOut: '/',
  },
};
