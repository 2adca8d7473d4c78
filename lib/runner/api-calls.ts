import { Lines } from '../ast/lines.js';
import { isGetSession, isServerSessionCall } from '../authjs/session-calls.js';
import { apiCallsIn, MAY_ASK, type Generated } from '../clerk/api-calls.js';
import { CLERK_PACKAGE } from '../clerk/symbols.js';
import type { PlannedFile, ReportedRoute } from '../ledger.js';
import type { App, Project } from '../project/index.js';
import type { Mark } from '../scan/reach.js';
import type { Scan } from '../scan/scan.js';
import { isClientPart } from './client-files.js';
import { withoutMark, type AppLinks } from './app-links.js';
import type { ChainFile } from './chain.js';
import type { OwnAuth } from './own-auth.js';
import { displayPath } from './paths.js';

interface Input {
  readonly project: Project;
  readonly found: Scan;
  readonly chain: readonly ChainFile[];
  readonly helpers: readonly PlannedFile[];
  readonly links: AppLinks;
  readonly ownAuth: OwnAuth;
}

/**
 * The calls to Clerk's API that a request to each route can make at most, in the files that this run has moved, and where
 * others call an `auth` of the app's own that asks Clerk now, next to the queries for a session that Auth.js made there.
 */
export function routeCalls(input: Input): ReportedRoute[] {
  const { project, found, chain, links } = input;
  const kept = chain.filter(({ after }) => after !== null);
  const moved = kept.filter(({ after, scanned }) => after !== scanned.text);
  const after = new Map(moved.map((file) => [file.path, file.after!]));
  const calls = new Map(
    kept.flatMap((file) => {
      const list = callsOf(file, input, after);
      return list.length > 0 ? [[file.path, list] as const] : [];
    }),
  );
  if (calls.size === 0) return [];
  const now = links.reach(calls, { texts: after });
  const strategies = new Map(project.apps.map((app) => [app, strategyOf(app, project, found)]));
  const before = links.reach(
    [...strategies.values()].includes('database') ? readsOf(found) : new Map<string, Mark[]>(),
  );
  return [...new Set([...now.files, ...before.files])]
    .flatMap((path): ReportedRoute[] => {
      const kind = links.isActions(path) ? 'server-actions' : project.routeKindOf(path);
      if (kind === 'module') return [];
      const places = now.from(path);
      const app = project.appOf(path);
      const strategy = app && strategies.get(app);
      const queriesBefore = strategy === undefined ? null : strategy === 'database' ? before.from(path).length : 0;
      if (places.length === 0 && !queriesBefore) return [];
      return [
        {
          path: displayPath(project, path),
          kind,
          calls: places.length,
          callsWithClaims: places.filter(({ always }) => always).length,
          queriesBefore,
          places: places.map(({ path: file, line, call }) => ({ path: file, line, call })),
        },
      ];
    })
    .toSorted((a, b) => (a.path < b.path ? -1 : 1));
}

/** The places of a file that ask Clerk's API, as it is written. */
function callsOf(file: ChainFile, input: Input, moved: ReadonlyMap<string, string>) {
  const { path } = file;
  const text = file.after!;
  const { project, helpers, links, ownAuth } = input;
  const onServer = helpers.filter((helper) => !isClientPart(helper.path));
  const generated = new Map(
    moved.has(path) ? onServer.map((helper) => [project.specifierFor(helper.path, path), helper] as const) : [],
  );
  // A cheap test before anything is parsed.
  const isMoved =
    MAY_ASK.test(text) && [`${CLERK_PACKAGE}/server`, ...generated.keys()].some((source) => text.includes(source));
  if (!(moved.has(path) && isMoved) && !file.surroundings.waitsForAuth) return [];
  const tree = links.treeOf(path, text);
  if (!tree) return [];
  const lines = new Lines(withoutMark(text));
  const asks = (helper: PlannedFile | undefined): boolean => helper?.after?.includes('function accountOf(') ?? false;
  const generatedOf = (source: string, name: string): Generated | undefined => {
    const helper = generated.get(source);
    if (helper) return { name, asks: asks(helper) };
    const makers = ownAuth.yieldedBy(path, source, name);
    return makers.length === 0
      ? undefined
      : { name: 'getSession', asks: makers.some((maker) => asks(helperOf(maker))) };
  };
  const helperOf = (maker: string) =>
    helpers.find((helper) => moved.get(maker)?.includes(project.specifierFor(helper.path, maker)));
  return apiCallsIn(tree.program, tree.bindings, generatedOf).map(({ at, call, always }) => ({
    at,
    call,
    always,
    path: displayPath(project, path),
    line: lines.at(at).line,
  }));
}

/** Where files asked Auth.js for a session on the server. */
function readsOf({ files }: Scan): Map<string, { at: number }[]> {
  const reads = [...files].map(([path, { sites }]) => {
    const places = sites.flatMap((site) =>
      site.kind === 'use' && (isServerSessionCall(site.origin) || isGetSession(site.origin)) ? { at: site.start } : [],
    );
    return [path, places] as const;
  });
  return new Map(reads.filter(([, places]) => places.length > 0));
}

/** Where an app's sessions lived: as its options say, else by whether there is an adapter; undefined where none can be seen. */
function strategyOf(app: App, project: Project, { files }: Scan): 'jwt' | 'database' | undefined {
  const own = [...files.values()].filter(({ path }) => [undefined, app].includes(project.appOf(path)));
  const options = own.flatMap(({ text, configs }) =>
    configs.map(({ session, adapter }) => ({
      set:
        session && /strategy\s*:\s*['"`](jwt|database)/.exec(withoutMark(text).slice(session.start, session.end))?.[1],
      adapter,
    })),
  );
  if (options.length === 0) return undefined;
  const set = options.map((each) => each.set).find((each) => each !== undefined);
  if (set !== undefined) return set as 'jwt' | 'database';
  return options.some(({ adapter }) => adapter !== undefined) ? 'database' : 'jwt';
}
