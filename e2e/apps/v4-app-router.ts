import { both, type ExampleApp } from './app.js';

/** NextAuth 4, App Router: `withAuth` by default export, Google and credentials, a Prisma adapter. */
export const V4_APP_ROUTER: ExampleApp = {
  name: 'v4-app-router',
  authjs: 'v4',
  dir: '.',
  signIn: '/login',
  env: { DATABASE_URL: 'file:./notes.db' },
  prepare: [['prisma', 'generate']],
  database: {
    files: ['prisma/migrations/0_init/migration.sql'],
    seed: `
      INSERT INTO "User" ("id", "name", "email") VALUES
        ('m-1', 'Ada Admin', 'ada@example.com'), ('m-2', 'Pat Plain', 'pat@example.com');
      INSERT INTO "Note" ("id", "text", "authorId") VALUES ('1', 'Of Ada', 'm-1'), ('2', 'Of Pat', 'm-2');`,
  },
  requests: [
    ...['/', '/dashboard', '/dashboard/nothing', '/dashboardx', '/api/notes'].flatMap(both),
    {
      path: '/api/notes',
      as: 'script',
      method: 'POST',
      body: { text: 'A new one' },
      facts: ['m-1', 'm-2', 'A new one'],
    },
    { path: '/dashboard', as: 'document' },
  ],
  browser: {
    publicPage: '/',
    protectedPage: '/dashboard',
    greeting: 'Notes of Pat Plain',
    afterSignIn: '/dashboard',
    afterSignOut: '/',
  },
};
