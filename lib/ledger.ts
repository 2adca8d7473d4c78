/** The words of the report, shared by everything that fills it and everything that shows it. docs/report.md explains each. */

export const SCHEMA_VERSION = 1;

export type Outcome = 'rewritten' | 'removed' | 'bridged' | 'manual';
export const OUTCOMES: readonly Outcome[] = ['rewritten', 'removed', 'bridged', 'manual'];

/** One reference to Auth.js and what became of it. Lines and columns are 1-based, columns in UTF-16 units, ends exclusive. */
export interface ReportedSite {
  rule: string;
  outcome: Outcome;
  /** What is referred to: a module, an export, an address, a variable. */
  symbol: string;
  line: number;
  column: number;
  endLine: number;
  endColumn: number;
  /** Where it stands in the file as written. */
  outputLine?: number;
  outputEndLine?: number;
  message: string;
  help: string;
}

export type FileStatus = 'modified' | 'created' | 'deleted' | 'unchanged' | 'error';

export interface ReportedFile {
  /** Relative to the working directory, with `/`. */
  path: string;
  status: FileStatus;
  transforms: string[];
  error?: string;
  sites: ReportedSite[];
}

/** What a person still has to do that no single site stands for. */
export interface FollowUp {
  rule: string;
  title: string;
  detail: string;
}

/** A place that asks Clerk's API. */
export interface ReportedCall {
  path: string;
  /** In the file as written. */
  line: number;
  /** As a person would name it: `currentUser()`. */
  call: string;
}

/** What a request to one route asks Clerk's API at most. */
export interface ReportedRoute {
  /** The route's file; one of Server Functions is called by requests of its own. */
  path: string;
  kind: string;
  calls: number;
  /** Once the session token carries the claims of clerk.patch.json. */
  callsWithClaims: number;
  /** The queries for a session that Auth.js made there, none for one in a token; null where the options can't be seen. */
  queriesBefore: number | null;
  places: ReportedCall[];
}

export interface Summary {
  filesScanned: number;
  filesChanged: number;
  filesCreated: number;
  filesDeleted: number;
  sitesFound: number;
  sitesRewritten: number;
  sitesRemoved: number;
  sitesBridged: number;
  sitesManual: number;
  errors: number;
  durationMs: number;
}

/** What was found out about the app, or about each app of a monorepo. */
export interface ReportedProject {
  app: string;
  authjs: string | null;
  authjsStyle: string | null;
  clerk: string | null;
  next: string | null;
  routers: string[];
  language: string;
  adapter: string | null;
  userIds: string;
}

export interface Report {
  schemaVersion: typeof SCHEMA_VERSION;
  tool: { name: string; version: string };
  root: string;
  project: ReportedProject | null;
  /** All apps of the run; `project` is the first. */
  projects: ReportedProject[];
  summary: Summary;
  files: ReportedFile[];
  /** The routes that ask Clerk's API now, or asked the database before. */
  routes: ReportedRoute[];
  followUps: FollowUp[];
}

/** One file as the run leaves it: `after` null for a file that goes, `before` null for one that is new. */
export interface PlannedFile {
  /** Absolute. */
  path: string;
  before: string | null;
  after: string | null;
}

/** Counts the sites by outcome. What was found is counted by the scan, apart from what the transforms settled. */
export function countOutcomes(files: readonly ReportedFile[]): Record<Outcome, number> {
  const counts: Record<Outcome, number> = { rewritten: 0, removed: 0, bridged: 0, manual: 0 };
  for (const file of files) for (const site of file.sites) counts[site.outcome] += 1;
  return counts;
}

/** What does not add up, in one line; undefined where everything does. */
export function imbalance(report: Report): string | undefined {
  const { summary } = report;
  const counts = countOutcomes(report.files);
  const listed = {
    rewritten: summary.sitesRewritten,
    removed: summary.sitesRemoved,
    bridged: summary.sitesBridged,
    manual: summary.sitesManual,
  };
  for (const outcome of OUTCOMES) {
    if (counts[outcome] !== listed[outcome])
      return `the summary counts ${listed[outcome]} ${outcome} sites, the files list ${counts[outcome]}`;
  }
  const sum = OUTCOMES.reduce((total, outcome) => total + counts[outcome], 0);
  return sum === summary.sitesFound ? undefined : `${summary.sitesFound} sites were found, ${sum} were accounted for`;
}
