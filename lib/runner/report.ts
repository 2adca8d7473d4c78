import { clerkVersionFor, type ClerkVersion } from '../clerk/versions.js';
import {
  countOutcomes,
  SCHEMA_VERSION,
  type FollowUp,
  type PlannedFile,
  type Report,
  type ReportedFile,
  type ReportedProject,
  type ReportedRoute,
} from '../ledger.js';
import type { App, Project } from '../project/index.js';
import { TOOL } from '../tool.js';
import { displayPath } from './paths.js';

interface Parts {
  readonly project: Project;
  readonly files: readonly PlannedFile[];
  readonly reported: readonly ReportedFile[];
  readonly routes: ReportedRoute[];
  readonly followUps: readonly FollowUp[];
  readonly filesScanned: number;
  /** Counted by the scan, not by what became of the sites. */
  readonly sitesFound: number;
  readonly started: number;
  /** Which id an app's code sees; `check` goes by the manifests alone. */
  readonly userIds?: (app: App) => string;
  /** Which release of Clerk's an app gets. */
  readonly clerk?: (app: App) => ClerkVersion;
}

/** The ledger of a run. A file that is only created or changed without a site of its own is listed too. */
export function buildReport({
  project,
  files,
  reported,
  routes,
  followUps,
  filesScanned,
  sitesFound,
  started,
  userIds = byManifest,
  clerk = (app) => clerkVersionFor(app.next.range),
}: Parts): Report {
  const listed = new Map(reported.map((file) => [file.path, file]));
  for (const { path, before, after } of files) {
    const name = displayPath(project, path);
    const status = before === null ? 'created' : after === null ? 'deleted' : 'modified';
    const known = listed.get(name);
    if (known) known.status = status;
    else listed.set(name, { path: name, status, transforms: [], sites: [] });
  }
  const all = [...listed.values()]
    .filter(({ status, sites }) => status !== 'unchanged' || sites.length > 0)
    .toSorted((a, b) => (a.path < b.path ? -1 : 1));
  const counts = countOutcomes(all);
  const withStatus = (status: ReportedFile['status']) => all.filter((file) => file.status === status).length;
  // What is told of the apps is worked out for the formats that hold it.
  let known: ReportedProject[] | undefined;
  const projects = () => (known ??= project.apps.map((app) => describeApp(app, project, userIds(app), clerk(app))));
  return {
    schemaVersion: SCHEMA_VERSION,
    tool: { name: TOOL.name, version: TOOL.version },
    root: displayPath(project, project.root),
    get project() {
      return projects()[0] ?? null;
    },
    get projects() {
      return projects();
    },
    summary: {
      filesScanned,
      filesChanged: withStatus('modified'),
      filesCreated: withStatus('created'),
      filesDeleted: withStatus('deleted'),
      sitesFound,
      sitesRewritten: counts.rewritten,
      sitesRemoved: counts.removed,
      sitesBridged: counts.bridged,
      sitesManual: counts.manual,
      errors: withStatus('error'),
      durationMs: Math.round(performance.now() - started),
    },
    files: all,
    routes,
    followUps: unique(followUps).toSorted((a, b) => urgency(a) - urgency(b)),
  };
}

/** What is known of an app without its code. @param userIds which id its code will see; by the manifests unless given */
export function describeApp(
  app: App,
  project: Project,
  userIds = byManifest(app),
  clerk = clerkVersionFor(app.next.range),
): ReportedProject {
  return {
    app: displayPath(project, app.dir),
    authjs: app.authjs?.range ?? null,
    authjsStyle: app.authjsStyle ?? null,
    clerk: app.clerk?.range ?? (app.authjs ? clerk.range : null),
    next: app.next.range,
    routers: [...app.routers],
    language: app.language,
    adapter: app.adapter ?? null,
    userIds,
  };
}

const byManifest = ({ database, adapter }: App): string =>
  database === undefined && adapter === undefined ? 'clerk' : 'external';

/** Without these no request is answered, so they come first; the others keep the order of the files. */
const BLOCKERS: readonly string[] = ['next-version', 'middleware-compose', 'clerk-provider'];

const urgency = ({ rule }: FollowUp): number => (BLOCKERS.includes(rule) ? 0 : 1);

function unique(followUps: readonly FollowUp[]): FollowUp[] {
  const seen = new Set<string>();
  return followUps.filter(({ rule, title, detail }) => {
    const key = `${rule}\n${title}\n${detail}`;
    return !seen.has(key) && seen.add(key);
  });
}
