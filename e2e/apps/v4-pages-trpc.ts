import { both, type ExampleApp } from './app.js';

/** NextAuth 4, Pages Router: a Prisma adapter and credentials, a tRPC context, getServerSideProps, API routes. */
export const V4_PAGES_TRPC: ExampleApp = {
  name: 'v4-pages-trpc',
  authjs: 'v4',
  dir: '.',
  signIn: '/login',
  env: { DATABASE_URL: 'file:./books.db' },
  prepare: [['prisma', 'generate']],
  database: {
    files: ['prisma/migrations/0_init/migration.sql'],
    seed: `
      INSERT INTO "User" ("id", "name", "email") VALUES
        ('m-1', 'Ada Admin', 'ada@example.com'), ('m-2', 'Pat Plain', 'pat@example.com');
      INSERT INTO "Book" ("id", "title", "readerId") VALUES ('1', 'Emma', 'm-1'), ('2', 'Persuasion', 'm-2');`,
  },
  requests: [
    ...['/', '/books', '/nowhere', '/api/whoami', '/api/export'].flatMap(both),
    { path: '/api/trpc/count', as: 'script' },
    { path: `/api/trpc/mine`, as: 'script' },
    { path: '/api/trpc/add', as: 'script', method: 'POST', body: { title: 'Mansfield Park' } },
    { path: '/books', as: 'document' },
  ],
  browser: {
    publicPage: '/',
    protectedPage: '/books',
    greeting: 'Books of Pat Plain',
    afterSignIn: '/books',
    afterSignOut: '/',
  },
};
