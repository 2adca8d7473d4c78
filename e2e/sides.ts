import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import type { Report } from '../lib/ledger.js';
import { readProject } from '../lib/project/index.js';
import type { ExampleApp } from './apps/app.js';
import { authjsCookies, AUTHJS_SECRET } from './authjs-cookies.js';
import { visit, type Visit } from './browser/visit.js';
import { Announced, cookieFits, noLoops, noMoreCallsThan, openedBy } from './checks.js';
import { clerkCookies } from './clerk-cookies.js';
import { startClerkFake, type FakeClerk } from './clerk-fake/server.js';
import { makeDatabase } from './database.js';
import type { Finding } from './findings.js';
import { failsWithoutKeys } from './keys.js';
import { claimsOf, fillKeys, migrate } from './migrate.js';
import { build, runTool, serve, type NextApp, type Server } from './next.js';
import { PEOPLE, USERS } from './people.js';
import { record, type Recording, type Side } from './record.js';
import type { Stages } from './stages.js';
import { install, layOut } from './workspace.js';

const EXAMPLES = fileURLToPath(new URL('../examples/', import.meta.url));

/** Who goes through the app with a browser. */
const USER = PEOPLE.find(({ name }) => name === 'user')!;

/** What came out of one side. The browser goes first: the requests write to the database, and this side asks them twice. */
export interface Outcome {
  readonly visit: Visit | undefined;
  readonly recording: Recording;
  readonly staticRoutes: readonly string[];
  /** What is wrong with this side by itself. */
  readonly findings: readonly Finding[];
}

/** Lays the example out as it is, builds, starts and asks it. */
export async function runBefore(
  app: ExampleApp,
  root: string,
  browser: Browser | undefined,
  stages: Stages,
): Promise<Outcome> {
  layOut(join(EXAMPLES, app.name), root);
  await stages.time('install', () => install(root));
  const next: NextApp = { dir: join(root, app.dir), env: { ...app.env, ...AUTHJS_ENV } };
  await prepare(app, next);
  const { staticRoutes } = await stages.time('build with Auth.js', () => build(next));
  const cookies = await authjsCookies(app, next.dir, PEOPLE);
  return stages.time('ask with Auth.js', async () => {
    const server = await serve(next, (base) => ({ NEXTAUTH_URL: base.origin }));
    const side: Side = { base: server.base, cookies, clerk: undefined };
    return during(server, async () => ({
      staticRoutes,
      visit: browser && (await visit(browser, app, side, USER)),
      recording: await record(app, side, PEOPLE),
      findings: await noLoops(app, side, PEOPLE),
    }));
  });
}

/**
 * Lays the example out anew, migrates it by the built command, fills the keys, builds, starts and asks it.
 * @param spoil changes the migrated copy before it is built: tests plant mistakes here
 */
export async function runAfter(
  app: ExampleApp,
  root: string,
  browser: Browser | undefined,
  stages: Stages,
  spoil?: (dir: string) => void,
): Promise<Outcome & { readonly report: Report }> {
  layOut(join(EXAMPLES, app.name), root);
  const report = await stages.time('migrate', () => migrate(root));
  const dir = join(root, app.dir);
  spoil?.(dir);
  const clerk = await startClerkFake(USERS, claimsOf(dir));
  try {
    const { publishableKey } = clerk.instance;
    fillKeys(dir, { publishableKey, secretKey: 'sk_live_harness' }, app.signIn);
    await stages.time('install with Clerk', () => install(root));
    const next: NextApp = { dir, env: app.env };
    await prepare(app, next);
    const { staticRoutes } = await stages.time('build with Clerk', () => build(next));
    const keyless = await failsWithoutKeys(next);
    return await stages.time('ask with Clerk', async () => {
      const server = await serve(next, () => ({ CLERK_API_URL: clerk.url }));
      const announced = new Announced(report, await readProject(root, { cwd: root }));
      return during(server, async () => ({
        staticRoutes,
        report,
        visit: browser && (await visit(browser, app, sideOf(server, clerk), USER)),
        ...(await askClerkSide(app, server, clerk, announced, keyless)),
      }));
    });
  } finally {
    await clerk.close();
  }
}

const sideOf = ({ base }: Server, clerk: FakeClerk): Side => ({ base, cookies: clerkCookies(clerk, PEOPLE), clerk });

async function askClerkSide(
  app: ExampleApp,
  server: Server,
  clerk: FakeClerk,
  announced: Announced,
  found: readonly Finding[],
) {
  const side = sideOf(server, clerk);
  const recording = await record(app, side, PEOPLE);
  const findings = [
    ...found,
    ...(await noLoops(app, side, PEOPLE)),
    ...(await shutWithoutClaims(app, server, clerk, recording)),
    ...noMoreCallsThan(announced, recording),
    ...cookieFits(clerk),
    ...clerk.unknown.map((line) => ({
      where: 'the fake of Clerk',
      what: `does not know ${line}`,
      accepted: undefined,
    })),
  ];
  return { recording, findings };
}

/** Asks again as if nobody had applied clerk.patch.json yet: whoever was turned away with the claims still has to be. */
async function shutWithoutClaims(
  app: ExampleApp,
  server: Server,
  clerk: FakeClerk,
  withClaims: Recording,
): Promise<Finding[]> {
  const { claims } = clerk.instance;
  clerk.instance.claims = {};
  try {
    return openedBy(withClaims, await record(app, sideOf(server, clerk), PEOPLE));
  } finally {
    clerk.instance.claims = claims;
  }
}

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

async function prepare(app: ExampleApp, next: NextApp): Promise<void> {
  for (const command of app.prepare) await runTool({ ...next, env: { ...next.env, ...NO_ENGINES } }, command);
  await makeDatabase(app, next.dir);
}

async function during<T>(server: Server, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } finally {
    await server.stop();
  }
}
