import { basename, join } from 'node:path';
import { programOf } from '../ast/parse.js';
import type { ClerkMajor } from '../clerk/versions.js';
import { withClerkIds } from '../clerk/generated/ids.js';
import { CLERK_KEYS, pageVariables, WEBHOOK_SECRET } from '../clerk/variables.js';
import type { PlannedFile, Report, ReportedFile } from '../ledger.js';
import type { Project } from '../project/index.js';
import type { Scan } from '../scan/scan.js';
import type { ScannedFile } from '../scan/sites.js';
import { wrappersOf, type WrapperSetting } from '../scan/wrappers.js';
import { transform as PROVIDER } from '../../transforms/clerk-provider.js';
import { transform as CALLBACKS } from '../../transforms/session-callbacks.js';
import { routeCalls } from './api-calls.js';
import { AppLinks } from './app-links.js';
import { ChainFile } from './chain.js';
import { Contexts, type Needs } from './context.js';
import { importsClerk } from './dependencies.js';
import { planHelpers } from './helpers.js';
import { leftAsTheyWere } from './left.js';
import { displayPath, whyOutside } from './paths.js';
import { plainFile } from './plain-file.js';
import { buildReport } from './report.js';
import { rootsWithoutProvider } from './root-files.js';
import { refuseOld, scanProject } from './scan-project.js';
import { SignInPages } from './sign-in-pages.js';
import { SignInParts } from './sign-in-parts.js';
import { secretNotes } from './secret-notes.js';
import { planSteps } from './steps.js';
import { testNotes } from './set-up-tests.js';
import { moveToPortal } from './portal.js';
import type { Progress } from './progress.js';
import { UserRows } from './user-sync.js';
import { Versions } from './versions.js';
import { runChain, type PlanOptions } from './waves.js';

export interface RunPlan {
  readonly report: Report;
  /** What changes on the disk. */
  readonly files: readonly PlannedFile[];
  /** What it all came from. */
  readonly found: Scan;
}

/** The app as the scan sees it. */
export interface AppScan {
  readonly found: Scan;
  /** Files that can't be read, with the reason. */
  readonly unreadable: ReadonlyMap<string, string>;
}

/** @throws {BadInput} where the app is on a version that has to be upgraded first */
export function scanApp(project: Project, progress?: Progress, wrappers: readonly WrapperSetting[] = []): AppScan {
  const fileOf = (from: string) => project.resolve(from, join(project.root, 'package.json'));
  const unreadable = new Map<string, string>();
  const found = scanProject(project, unreadable, {
    parseOther: programOf,
    progress,
    wrappers: wrappersOf(wrappers, fileOf),
    keepsTexts: true,
  });
  refuseOld(project, found);
  return { found, unreadable };
}

/**
 * Works out the whole run in memory: what every file becomes, and what is said of each site. Writes nothing.
 * @param started when the run began, for the report
 */
export function planRun(
  project: Project,
  options: PlanOptions,
  started = performance.now(),
  { found, unreadable }: AppScan = scanApp(project),
): RunPlan {
  const roots = options.transforms.includes(PROVIDER) ? rootsWithoutProvider(project, found) : [];
  const wanted = options.preferences?.clerkVersion ?? 'auto';
  const versions = new Versions(project, wanted === 'auto' ? undefined : (Number(wanted) as ClerkMajor));
  const rows = new UserRows({
    project,
    found,
    sync: options.isPartial ? 'none' : (options.preferences?.sync ?? 'auto'),
    userIds: (app) => contexts.sessions.userIds(app),
  });
  const parts = new SignInParts(project, found);
  const pages = new SignInPages({ project, found, ui: options.preferences?.ui ?? 'auto', parts });
  const contexts: Contexts = new Contexts(
    project,
    found.files,
    parts,
    options.bridge,
    options.transforms.includes(CALLBACKS),
    new Set(roots.map(({ path }) => path)),
    options.preferences,
    (app) => rows.addressOf(app),
    versions,
    options.fields,
    pages,
  );
  const links = new AppLinks(project, found);
  const rewritten = runChain(project, found, contexts, links, options);
  const chain = moveToPortal(rewritten, { project, found, pages, parts, contexts }, options);
  chain.push(...wrapRoots(roots, chain, contexts, options));
  const outside = [...found.files.values()].filter(({ path }) => !project.isTargeted(path));
  const settled = new Map(chain.map((file) => [file.path, file.report()]));
  const reported: ReportedFile[] = [
    ...settled.values(),
    ...outside.map((scanned): ReportedFile => ({
      path: displayPath(project, scanned.path),
      status: 'unchanged',
      transforms: [],
      sites: leftAsTheyWere(scanned, 'outside-path', whyOutside(project, scanned.path)),
    })),
    ...[...unreadable].map(([path, error]): ReportedFile => ({
      path: displayPath(project, path),
      status: 'error',
      transforms: [],
      error,
      sites: [],
    })),
  ];
  const needs: Needs[] = chain.map(({ surroundings }) => surroundings.needs);
  const edited: PlannedFile[] = chain.map((file) => ({
    path: file.path,
    before: file.scanned.text,
    after: file.after,
  }));
  const asked = needs.flatMap((each) => each.helpers);
  const users = rows.plan(chain);
  const helpers = [
    ...planHelpers(project, found.files, asked, (path) => ({
      callbacks: contexts.sessions.callbacksFor(path),
      own: contexts.sessions.ownFieldsFor(path),
      secrets: contexts.sessions.serverSecrets(path),
      users: users.moduleFor(path),
    })),
    ...contexts.sessions.callbackModules(needs, contexts.ownAuth.makers),
    ...needs.flatMap(({ left }) => left),
  ];
  const steps = planSteps({
    project,
    found,
    chain,
    settled,
    helpers,
    needs: asked,
    isPartial: options.isPartial,
    versions,
    bumpNext: options.preferences?.bumpNext ?? false,
    pages,
    variablesOf: (app) => [
      ...CLERK_KEYS,
      ...(users.called.has(app) ? [WEBHOOK_SECRET] : []),
      ...pageVariables(pages.of(app)),
    ],
    routeMatcher: options.preferences?.routeMatcher ?? false,
  });
  const made = [...helpers, ...steps.files, ...users.files].map((file) =>
    options.preferences?.userIds === 'clerk' && isGenerated(file, helpers) ? withOwnIds(file) : file,
  );
  const files = [...edited, ...made].filter(({ before, after }) => before !== after);
  const sitesFound = [...found.files.values()].reduce((count, { sites }) => count + sites.length, 0) + steps.sitesFound;
  const report = buildReport({
    project,
    files,
    reported: [...reported, ...steps.reported],
    routes: routeCalls({ project, found, chain, helpers, links, ownAuth: contexts.ownAuth }),
    followUps: [
      ...needs.flatMap(({ notes }) => notes.filter((note) => !users.replaced.has(note))),
      ...testNotes(project, chain),
      ...users.followUps,
      ...steps.followUps,
      ...secretNotes(project, found, helpers, contexts),
    ],
    filesScanned: found.count,
    sitesFound,
    started,
    userIds: (app) => contexts.sessions.userIds(app),
    clerk: (app) => versions.of(app),
  });
  return { report, files, found };
}

/** What a run writes by itself from beginning to end, or the claims of. */
const isGenerated = (file: PlannedFile, helpers: readonly PlannedFile[]): boolean =>
  helpers.includes(file) || basename(file.path) === 'clerk.patch.json';

const withOwnIds = (file: PlannedFile): PlannedFile => ({
  ...file,
  after: file.after === null ? null : withClerkIds(file.after),
});

/** Roots that say nothing of Auth.js get the provider all the same, once something in their app needs it. */
function wrapRoots(
  roots: readonly ScannedFile[],
  chain: readonly ChainFile[],
  contexts: Contexts,
  { todo, isPartial }: PlanOptions,
): ChainFile[] {
  const known = new Set(chain.map(({ path }) => path));
  const usesClerk = ({ after, surroundings }: ChainFile) =>
    surroundings.needs.helpers.length > 0 || (after !== null && importsClerk(after));
  if (!chain.some(usesClerk)) return [];
  return roots
    .filter(({ path }) => !known.has(path))
    .map((scanned) => {
      const file = new ChainFile(plainFile(scanned.path, scanned.text), contexts.of(scanned.path));
      file.apply([PROVIDER]);
      file.finish({ todo, onlyOne: isPartial });
      return file;
    })
    .filter(({ after, scanned }) => after !== scanned.text);
}
