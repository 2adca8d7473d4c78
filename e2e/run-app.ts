import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Report } from '../lib/ledger.js';
import type { Browser } from 'playwright-core';
import type { ExampleApp } from './apps/app.js';
import { authjsCookies, AUTHJS_SECRET } from './authjs-cookies.js';
import { visit, type Visit } from './browser/visit.js';
import { cookieFits, noLoops, noMoreCallsThan, stillStatic } from './checks.js';
import { startClerkFake, type FakeClerk } from './clerk-fake/server.js';
import { clerkCookies } from './clerk-cookies.js';
import { makeDatabase } from './database.js';
import { compareRecordings, compareVisits, type Finding } from './findings.js';
import { claimsOf, fillKeys, migrate } from './migrate.js';
import { build, runTool, serve, type NextApp, type Server } from './next.js';
import { PEOPLE, USERS } from './people.js';
import { record, type Recording, type Side } from './record.js';
import { install, layOut, makeFolder } from './workspace.js';

const EXAMPLES = fileURLToPath(new URL('../examples/', import.meta.url));

/** Who goes through the app with a browser. */
const USER = PEOPLE.find(({ name }) => name === 'user')!;

export interface Result {
  readonly app: string;
  /** What was answered with Auth.js. */
  readonly answers: Recording;
  /** What a browser saw; undefined where there was none. */
  readonly visits: { readonly before: Visit; readonly after: Visit } | undefined;
  readonly findings: readonly Finding[];
  readonly report: Report;
  /** What the app's own work took, in seconds, by stage. */
  readonly seconds: Readonly<Record<string, number>>;
}

export interface RunOptions {
  /** Says what is going on. */
  log(line: string): void;
  /** Changes the migrated copy before it is built: tests plant mistakes here. */
  readonly spoil?: (dir: string) => void;
  /** Visits both sides besides. */
  readonly browser?: Browser | undefined;
  /** Leaves the temporary folder where it is, and says where. */
  readonly keep?: boolean;
}

/** Runs one example before and after, and says what differs. */
export async function runApp(app: ExampleApp, options: RunOptions): Promise<Result> {
  const folder = makeFolder(app.name);
  const stages = new Stages(app.name, options.log);
  try {
    const before = await runBefore(app, join(folder, 'before'), options, stages);
    const after = await runAfter(app, folder, options, stages);
    const visits = before.visit && after.visit && { before: before.visit, after: after.visit };
    return {
      app: app.name,
      visits,
      answers: before.recording,
      report: after.report,
      seconds: stages.seconds,
      findings: [
        ...compareRecordings(app.name, before.recording, after.recording),
        ...stillStatic(before.staticRoutes, after.staticRoutes),
        ...(visits ? compareVisits(app.name, visits.before, visits.after) : []),
        ...before.findings,
        ...after.findings,
      ],
    };
  } finally {
    if (options.keep) options.log(`${app.name}: the copies are in ${folder}`);
    else rmSync(folder, { recursive: true, force: true });
  }
}

interface Outcome {
  readonly visit: Visit | undefined;
  readonly recording: Recording;
  readonly staticRoutes: readonly string[];
  readonly findings: readonly Finding[];
}

async function runBefore(app: ExampleApp, root: string, { browser }: RunOptions, stages: Stages): Promise<Outcome> {
  layOut(join(EXAMPLES, app.name), root);
  await stages.time('install', () => install(root));
  const next: NextApp = {
    dir: join(root, app.dir),
    env: { ...app.env, ...AUTHJS_ENV },
  };
  await prepare(app, next);
  const { staticRoutes } = await stages.time('build with Auth.js', () => build(next));
  const cookies = await authjsCookies(app, next.dir, PEOPLE);
  return stages.time('ask with Auth.js', async () => {
    const server = await serve(next, (base) => ({ NEXTAUTH_URL: base.origin }));
    const side: Side = { base: server.base, cookies, clerk: undefined };
    return during(server, async () => ({
      staticRoutes,
      recording: await record(app, side, PEOPLE),
      findings: await noLoops(app, side, PEOPLE),
      visit: browser && (await visit(browser, app, side, USER)),
    }));
  });
}

async function runAfter(
  app: ExampleApp,
  folder: string,
  options: RunOptions,
  stages: Stages,
): Promise<Outcome & { report: Report }> {
  const root = join(folder, 'after');
  layOut(join(EXAMPLES, app.name), root);
  const report = await stages.time('migrate', () => migrate(root));
  const dir = join(root, app.dir);
  options.spoil?.(dir);
  const claims = claimsOf(dir);
  const clerk = await startClerkFake(USERS, claims);
  try {
    fillKeys(
      dir,
      {
        publishableKey: clerk.instance.publishableKey,
        secretKey: 'sk_live_harness',
      },
      app.signIn,
    );
    await stages.time('install with Clerk', () => install(root));
    const next: NextApp = { dir, env: app.env };
    await prepare(app, next);
    const { staticRoutes } = await stages.time('build with Clerk', () => build(next));
    return await stages.time('ask with Clerk', async () => {
      const server = await serve(next, () => ({ CLERK_API_URL: clerk.url }));
      return during(server, async () => ({
        staticRoutes,
        report,
        ...(await askClerkSide(app, server, clerk, report, options)),
      }));
    });
  } finally {
    await clerk.close();
  }
}

async function askClerkSide(
  app: ExampleApp,
  { base }: Server,
  clerk: FakeClerk,
  report: Report,
  { browser }: RunOptions,
) {
  const side: Side = { base, cookies: clerkCookies(clerk, PEOPLE), clerk };
  const recording = await record(app, side, PEOPLE);
  const seen = browser && (await visit(browser, app, side, USER));
  const findings = [
    ...(await noLoops(app, side, PEOPLE)),
    ...noMoreCallsThan(report, recording, true),
    ...cookieFits(clerk),
    ...clerk.unknown.map((line) => ({
      where: 'the fake of Clerk',
      what: `does not know ${line}`,
      accepted: undefined,
    })),
  ];
  return { recording, findings, visit: seen };
}

/** What Auth.js needs besides the app's own variables. */
const AUTHJS_ENV = {
  AUTH_SECRET: AUTHJS_SECRET,
  NEXTAUTH_SECRET: AUTHJS_SECRET,
  AUTH_TRUST_HOST: '1',
  ...Object.fromEntries(
    [
      'AUTH_GITHUB_ID',
      'AUTH_GITHUB_SECRET',
      'GITHUB_ID',
      'GITHUB_SECRET',
      'GOOGLE_CLIENT_ID',
      'GOOGLE_CLIENT_SECRET',
    ].map((name) => [name, 'none']),
  ),
};

/** Prisma fetches engines that these apps don't use; a file in their place keeps it from asking the network. */
const NO_ENGINES = {
  PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
  PRISMA_QUERY_ENGINE_LIBRARY: process.execPath,
};

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

/** Says what is going on, and takes the time. */
class Stages {
  readonly seconds: Record<string, number> = {};

  constructor(
    private readonly app: string,
    private readonly log: (line: string) => void,
  ) {}

  async time<T>(stage: string, work: () => Promise<T>): Promise<T> {
    const started = performance.now();
    const result = await work();
    this.seconds[stage] = Math.round((performance.now() - started) / 100) / 10;
    this.log(`${this.app}: ${stage} ${this.seconds[stage]} s`);
    return result;
  }
}
