import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import type { Report } from '../lib/ledger.js';
import type { ExampleApp } from './apps/app.js';
import type { Visit } from './browser/visit.js';
import { stillStatic } from './checks.js';
import { fakeClerk } from './clerk/fake.js';
import type { RealInstance } from './clerk/real.js';
import { compareRecordings, compareVisits, type Finding } from './findings.js';
import { PEOPLE } from './people.js';
import type { Recording } from './record.js';
import { askMigrated, runAfter, runBefore, type Means, type Outcome } from './sides.js';
import { Stages } from './stages.js';
import { makeFolder, removeFolder } from './workspace.js';

export interface Result {
  readonly app: string;
  /** What was answered with Auth.js. */
  readonly answers: Recording;
  /** What a browser saw; undefined where there was none. */
  readonly visits: { readonly before: Visit; readonly after: Visit } | undefined;
  readonly findings: readonly Finding[];
  /** What was found once the migrated copy was spoilt; undefined where it was not. */
  readonly spoilt: readonly Finding[] | undefined;
  readonly report: Report;
  /** What the app's own work took, in seconds, by stage. */
  readonly seconds: Readonly<Record<string, number>>;
}

export interface RunOptions {
  /** Says what is going on. */
  log(line: string): void;
  /** Visits both sides besides. */
  readonly browser?: Browser | undefined;
  /** Somebody's own instance in place of the fake. */
  readonly instance?: RealInstance | undefined;
  /** Leaves the temporary folder where it is, and says where. */
  readonly keep?: boolean;
  /** Plants mistakes in the migrated copy once it was seen, to see whether they are found when it is asked again. */
  readonly spoil?: (dir: string) => void;
  /** Does something with both built copies, `before` and `after` in this folder, before they go. */
  readonly built?: (folder: string) => Promise<void>;
}

/** Runs one example before and after, and says what differs. */
export async function runApp(
  app: ExampleApp,
  { log, browser, instance, keep, spoil, built }: RunOptions,
): Promise<Result> {
  const folder = makeFolder(app.name);
  const stages = new Stages(app.name, log);
  const clerkFor: Means['clerkFor'] = (claims) => (instance ? instance.forApp(claims, PEOPLE) : fakeClerk(claims));
  const means: Means = { browser, stages, clerkFor };
  try {
    const before = await runBefore(app, join(folder, 'before'), means);
    const after = await runAfter(app, join(folder, 'after'), means);
    await built?.(folder);
    spoil?.(join(folder, 'after', app.dir));
    // The requests tell; a browser would wait for what never comes.
    const spoilt =
      spoil && (await askMigrated(app, join(folder, 'after'), after.report, { ...means, browser: undefined }));
    return {
      app: app.name,
      visits: before.visit && after.visit && { before: before.visit, after: after.visit },
      answers: before.recording,
      report: after.report,
      seconds: stages.seconds,
      findings: [...before.findings, ...findingsOf(app, before, after)],
      spoilt: spoilt && findingsOf(app, before, spoilt),
    };
  } finally {
    if (keep) log(`${app.name}: the copies are in ${folder}`);
    else removeFolder(folder);
  }
}

const findingsOf = ({ name }: ExampleApp, before: Outcome, after: Outcome): Finding[] => [
  ...compareRecordings(name, before.recording, after.recording),
  ...stillStatic(before.staticRoutes, after.staticRoutes),
  ...(before.visit && after.visit ? compareVisits(name, before.visit, after.visit) : []),
  ...after.findings,
];
