import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import type { Report } from '../lib/ledger.js';
import { readProject } from '../lib/project/index.js';
import type { ExampleApp } from './apps/app.js';
import { authjsCookies } from './authjs-cookies.js';
import { visit, type Visit } from './browser/visit.js';
import { Announced, cookieFits, noLoops, noMoreCallsThan, openedBy } from './checks.js';
import { clerkCookies } from './clerk-cookies.js';
import { startClerkFake, type FakeClerk } from './clerk-fake/server.js';
import type { Finding } from './findings.js';
import { failsWithoutKeys } from './keys.js';
import { claimsOf, fillKeys, migrate } from './migrate.js';
import { build, type Server } from './next.js';
import { PEOPLE, USERS } from './people.js';
import { record, type Recording, type Side } from './record.js';
import { appAfter, appBefore, prepare, serving, underAuthjs, underClerk } from './serving.js';
import type { Stages } from './stages.js';
import { install, layOut } from './workspace.js';

const EXAMPLES = fileURLToPath(new URL('../examples/', import.meta.url));

/** Who goes through the app with a browser. */
const USER = PEOPLE.find(({ name }) => name === 'user')!;

/** What came out of one side. */
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
  const next = appBefore(app, root);
  await prepare(app, next);
  const { staticRoutes } = await stages.time('build with Auth.js', () => build(next));
  const cookies = await authjsCookies(app, next.dir, PEOPLE);
  const sideOf = ({ base }: Server): Side => ({ base, cookies, clerk: undefined });
  const seen = await stages.time('visit with Auth.js', () =>
    serving(app, next, underAuthjs, async (server) => browser && (await visit(browser, app, sideOf(server), USER))),
  );
  return stages.time('ask with Auth.js', () =>
    serving(app, next, underAuthjs, async (server) => ({
      staticRoutes,
      visit: seen,
      recording: await record(app, sideOf(server), PEOPLE),
      findings: await noLoops(app, sideOf(server), PEOPLE),
    })),
  );
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
    const next = appAfter(app, root);
    await prepare(app, next);
    const { staticRoutes } = await stages.time('build with Clerk', () => build(next));
    const keyless = await failsWithoutKeys(next);
    const announced = new Announced(report, await readProject(root, { cwd: root }));
    const seen = await stages.time('visit with Clerk', () =>
      serving(
        app,
        next,
        underClerk(clerk.url),
        async (server) => browser && (await visit(browser, app, clerkSide(server, clerk), USER)),
      ),
    );
    return await stages.time('ask with Clerk', () =>
      serving(app, next, underClerk(clerk.url), async (server) => ({
        staticRoutes,
        report,
        visit: seen,
        ...(await askClerkSide(app, server, clerk, announced, keyless)),
      })),
    );
  } finally {
    await clerk.close();
  }
}

export const clerkSide = ({ base }: Server, clerk: FakeClerk): Side => ({
  base,
  cookies: clerkCookies(clerk, PEOPLE),
  clerk,
});

async function askClerkSide(
  app: ExampleApp,
  server: Server,
  clerk: FakeClerk,
  announced: Announced,
  found: readonly Finding[],
) {
  const side = clerkSide(server, clerk);
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
    return openedBy(withClaims, await record(app, clerkSide(server, clerk), PEOPLE));
  } finally {
    clerk.instance.claims = claims;
  }
}
