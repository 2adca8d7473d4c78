import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import type { Report } from '../lib/ledger.js';
import { readProject } from '../lib/project/index.js';
import type { ExampleApp } from './apps/app.js';
import { authjsCookies } from './authjs-cookies.js';
import { visit, type Visit } from './browser/visit.js';
import { Announced, cookieFits, noLoops, noMoreCallsThan, openedBy } from './checks.js';
import type { FakeClerk } from './clerk-fake/server.js';
import type { Clerk } from './clerk/clerk.js';
import type { Finding } from './findings.js';
import { failsWithoutKeys } from './keys.js';
import { claimsOf, fillKeys, migrate } from './migrate.js';
import { build, runTool, type Server } from './next.js';
import { PEOPLE } from './people.js';
import { record, type Recording, type Side } from './record.js';
import { appAfter, appBefore, prepare, serving, underAuthjs, underClerk } from './serving.js';
import type { Stages } from './stages.js';
import { install, layOut } from './workspace.js';

const EXAMPLES = fileURLToPath(new URL('../examples/', import.meta.url));

/** Who goes through the app with a browser. */
const USER = PEOPLE.find(({ name }) => name === 'user')!;

/** What both sides are run by. */
export interface Means {
  readonly browser: Browser | undefined;
  readonly stages: Stages;
  /** Whoever answers for Clerk; takes `session.claims` of the app's clerk.patch.json. */
  readonly clerkFor: (claims: Readonly<Record<string, unknown>>) => Promise<Clerk>;
}

/** What came out of one side. */
export interface Outcome {
  readonly visit: Visit | undefined;
  readonly recording: Recording;
  readonly staticRoutes: readonly string[];
  /** What is wrong with this side by itself. */
  readonly findings: readonly Finding[];
}

export const authjsSide = (base: URL, cookies: ReadonlyMap<string, string>): Side => ({
  base,
  cookieOf: async ({ name }) => cookies.get(name) ?? '',
  clerk: undefined,
});

/** Lays the example out as it is, builds, starts and asks it. */
export async function runBefore(app: ExampleApp, root: string, { browser, stages }: Means): Promise<Outcome> {
  layOut(join(EXAMPLES, app.name), root);
  await stages.time('install', () => install(root));
  const next = appBefore(app, root);
  await prepare(app, next);
  const { staticRoutes } = await stages.time('build with Auth.js', () => build(next));
  const cookies = await authjsCookies(app, next.dir, PEOPLE);
  const sideOf = ({ base }: Server): Side => authjsSide(base, cookies);
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

/** Lays the example out anew, migrates it by the built command, fills the keys, builds, starts and asks it. */
export async function runAfter(
  app: ExampleApp,
  root: string,
  means: Means,
): Promise<Outcome & { readonly report: Report }> {
  layOut(join(EXAMPLES, app.name), root);
  const report = await means.stages.time('migrate', () => migrate(root));
  return { report, ...(await askMigrated(app, root, report, means)) };
}

/** Fills the keys of a migrated copy, builds, starts and asks it; one that was built before is built from its cache. */
export async function askMigrated(
  app: ExampleApp,
  root: string,
  report: Report,
  { browser, stages, clerkFor }: Means,
): Promise<Outcome> {
  const dir = join(root, app.dir);
  const clerk = await clerkFor(claimsOf(dir));
  try {
    if (!clerk.hasClaims)
      stages.say('the instance has not the claims of clerk.patch.json, so all is asked without them');
    fillKeys(dir, clerk);
    await stages.time('install with Clerk', () => install(root));
    const next = appAfter(app, root);
    await prepare(app, next);
    const { staticRoutes } = await stages.time('build with Clerk', () => build(next));
    if (existsSync(join(dir, 'tsconfig.json')))
      await stages.time('type-check with Clerk', () => runTool(next, ['tsc', '--noEmit']));
    const keyless = await failsWithoutKeys(next);
    const announced = new Announced(report, await readProject(root, { cwd: root }), clerk.hasClaims);
    const served = <T>(work: (side: Side) => Promise<T>) =>
      serving(app, next, underClerk(clerk.apiUrl), (server) => work(clerkSide(server, clerk)));
    const seen = await stages.time('visit with Clerk', () =>
      served(async (side) => browser && (await visit(browser, app, side, USER))),
    );
    return await stages.time('ask with Clerk', () =>
      served(async (side) => {
        const recording = await record(app, side, PEOPLE);
        const findings = [
          ...keyless,
          ...(await noLoops(app, side, PEOPLE)),
          ...noMoreCallsThan(announced, recording),
          ...(clerk.fake ? await onlyWithTheFake(app, side, clerk.fake, recording) : []),
        ];
        return { staticRoutes, visit: seen, recording, findings };
      }),
    );
  } finally {
    await clerk.close();
  }
}

export const clerkSide = ({ base }: Server, clerk: Clerk): Side => ({
  base,
  cookieOf: (person) => clerk.cookieOf(person),
  clerk,
});

/** What takes an instance that can be changed at will. */
async function onlyWithTheFake(app: ExampleApp, side: Side, fake: FakeClerk, recording: Recording): Promise<Finding[]> {
  return [
    ...(await shutWithoutClaims(app, side, fake, recording)),
    ...cookieFits(fake),
    ...fake.unknown.map((line) => ({ where: 'the fake of Clerk', what: `does not know ${line}`, accepted: undefined })),
  ];
}

/** Asks again as if nobody had applied clerk.patch.json yet: whoever was turned away with the claims still has to be. */
async function shutWithoutClaims(
  app: ExampleApp,
  side: Side,
  { instance }: FakeClerk,
  withClaims: Recording,
): Promise<Finding[]> {
  const { claims } = instance;
  instance.claims = {};
  try {
    return openedBy(withClaims, await record(app, side, PEOPLE));
  } finally {
    instance.claims = claims;
  }
}
