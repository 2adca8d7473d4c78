import { both, type ExampleApp } from './app.js';

/** Auth.js 5, App Router: Server Actions, roles, `authorized`, a Prisma adapter, credentials. */
export const V5_ROLES: ExampleApp = {
  name: 'v5-roles',
  authjs: 'v5',
  dir: '.',
  signIn: '/login',
  env: { DATABASE_URL: 'file:./board.db' },
  prepare: [['prisma', 'generate']],
  database: {
    files: ['prisma/migrations/0_init/migration.sql'],
    seed: `
      INSERT INTO "User" ("id", "name", "email", "role") VALUES
        ('m-1', 'Ada Admin', 'ada@example.com', 'admin'),
        ('m-2', 'Pat Plain', 'pat@example.com', 'member');
      INSERT INTO "Entry" ("id", "text", "authorId") VALUES ('1', 'Welcome to the board', 'm-1');`,
  },
  requests: [
    ...['/', '/about', '/board', '/board/no-such-page', '/admin', '/api/me'].flatMap(both),
    { path: '/', as: 'document', method: 'POST', action: { page: '/', fields: { text: 'From the home page' } } },
    { path: '/board', as: 'document', method: 'POST', action: { page: '/board', fields: { text: 'From the board' } } },
    { path: '/board', as: 'document' },
    { path: '/admin', as: 'document', method: 'POST', action: { page: '/admin', fields: {} } },
    { path: '/board', as: 'document' },
  ],
  browser: {
    publicPage: '/',
    protectedPage: '/board',
    greeting: 'Pat Plain, member',
    afterSignIn: '/board',
    afterSignOut: '/',
  },
};
