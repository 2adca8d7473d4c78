import { join } from 'node:path';
import type { ExampleApp } from './apps/app.js';
import { AUTHJS_SECRET } from './authjs-cookies.js';
import { makeDatabase } from './database.js';
import { runTool, serve, type NextApp, type Server } from './next.js';

/** What Auth.js needs besides the app's own variables. */
const AUTHJS_ENV = {
  AUTH_SECRET: AUTHJS_SECRET,
  NEXTAUTH_SECRET: AUTHJS_SECRET,
  AUTH_TRUST_HOST: '1',
  ...Object.fromEntries(
    ['AUTH_GITHUB_ID', 'AUTH_GITHUB_SECRET', 'GITHUB_ID', 'GITHUB_SECRET', 'GOOGLE_ID', 'GOOGLE_SECRET'].map((name) => [
      name,
      'none',
    ]),
  ),
};

/** Prisma fetches engines that these apps don't use; a file in their place keeps it from asking the network. */
const NO_ENGINES = { PRISMA_SCHEMA_ENGINE_BINARY: process.execPath, PRISMA_QUERY_ENGINE_LIBRARY: process.execPath };

/** Does what the app does before `next build`. */
export async function prepare(app: ExampleApp, next: NextApp): Promise<void> {
  for (const command of app.prepare) await runTool({ ...next, env: { ...next.env, ...NO_ENGINES } }, command);
  await makeDatabase(app, next.dir);
}

/** The copy that is as it was. @param root where it was laid out */
export const appBefore = (app: ExampleApp, root: string): NextApp => ({
  dir: join(root, app.dir),
  env: { ...app.env, ...AUTHJS_ENV },
});

/** The copy that was migrated. */
export const appAfter = (app: ExampleApp, root: string): NextApp => ({ dir: join(root, app.dir), env: app.env });

type Surroundings = (base: URL) => Readonly<Record<string, string>>;

export const underAuthjs: Surroundings = ({ origin }) => ({ NEXTAUTH_URL: origin });
/** @param api where Clerk's Backend API answers */
export const underClerk =
  (api: string): Surroundings =>
  () => ({ CLERK_API_URL: api });

/**
 * Starts a built app, and ends it after the work. Its data are as at the beginning: whoever was there before has written
 * to them, and where sessions are rows, signing out takes one.
 */
export async function serving<T>(
  app: ExampleApp,
  next: NextApp,
  env: Surroundings,
  work: (server: Server) => Promise<T>,
): Promise<T> {
  await makeDatabase(app, next.dir);
  const server = await serve(next, env);
  try {
    return await work(server);
  } finally {
    await server.stop();
  }
}
