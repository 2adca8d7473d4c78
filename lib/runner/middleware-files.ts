import { existsSync, readFileSync } from 'node:fs';
import { dirname, extname, join } from 'node:path';
import type { FollowUp, PlannedFile } from '../ledger.js';
import type { App, Project } from '../project/index.js';
import { composed } from '../flow/middleware-compose.js';
import { houseStyle, inStyle } from '../steps/house-style.js';
import { fileLikeHeads } from '../project/file-like.js';
import { middlewareFile, type Asking } from '../steps/middleware-file.js';
import { CLERK_PACKAGE } from '../clerk/symbols.js';
import { displayPath, mayChange } from './paths.js';
import type { FinalText } from './final-text.js';

/**
 * `auth()` throws where Clerk's middleware did not run, so an app without one gets one that gates nothing, and one of
 * the app's own that knows nothing of Auth.js runs inside Clerk's.
 * @param routeMatcher whether paths are tested by Clerk's helper
 * @param isImported whether other code imports a file: it would find Clerk's middleware there
 */
export function middlewareFiles(
  project: Project,
  texts: readonly FinalText[],
  isImported: (path: string) => boolean,
  routeMatcher: boolean,
  followUps: FollowUp[],
): PlannedFile[] {
  return project.apps.flatMap((app): PlannedFile[] => {
    const own = texts.filter((file) => file.app === app);
    if (!own.some(({ text }) => text.includes(`${CLERK_PACKAGE}/server`))) return [];
    if (app.middlewarePath !== undefined) {
      const path = app.middlewarePath;
      const touched = own.find((file) => file.path === path)?.text;
      const text = touched ?? textOn(path);
      if (runsClerk(text)) return [];
      const isOwn = touched === undefined && mayChange(project, path) && !isImported(path);
      const hasFileLikePages = fileLikeHeads(project, app).length > 0;
      const after = isOwn ? composedOrNot(path, text, { routeMatcher, hasFileLikePages }) : undefined;
      if (after !== undefined) return [{ path, before: text, after }];
      followUps.push({
        rule: 'middleware-compose',
        title: 'Run Clerk in the middleware',
        detail: `${displayPath(project, path)} does not call clerkMiddleware() yet, and auth() throws where it did not run.`,
      });
      return [];
    }
    const path = pathFor(app);
    if (existsSync(path) || !mayChange(project, path)) return [];
    return [
      {
        path,
        before: null,
        after: inStyle(middlewareFile(askingOf(project, app, own)), houseStyle(own.map(({ text }) => text))),
      },
    ];
  });
}

/** Where the app's code asks Clerk on the server. In the App Router, a layout or a component may be part of the page for what is not found. */
function askingOf(project: Project, app: App, own: readonly FinalText[]): Asking {
  const asking = own.filter(({ text }) => text.includes(`${CLERK_PACKAGE}/server`));
  const isAnywhere = ({ path }: FinalText) => /^(?:app-layout|module)$/.test(project.routeKindOf(path));
  return { fileLike: fileLikeHeads(project, app), everywhere: app.routers.includes('app') && asking.some(isAnywhere) };
}

/** A file that no parser takes stays as it is. */
function composedOrNot(path: string, text: string, app: Parameters<typeof composed>[2]): string | undefined {
  try {
    return composed(path, text, app);
  } catch {
    return undefined;
  }
}

/** A comment that names the function is no call of it. */
const runsClerk = (text: string): boolean =>
  text.includes(`${CLERK_PACKAGE}/server`) &&
  /\bclerkMiddleware\b/.test(text.replaceAll(/\/\/[^\n]*|\/\*[\s\S]*?\*\//g, ''));

function textOn(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

/** Next 16 calls it proxy; it stands beside `app/` and `pages/`. */
function pathFor(app: App): string {
  const name = (app.next.major ?? 16) >= 16 ? 'proxy' : 'middleware';
  return join(app.sourceDir, `${name}.${app.language}`);
}

/** The files that tell how the authors of the package around `path` write: the nearest ones there are. */
export function styleSamples(
  project: Project,
  texts: readonly { path: string; text: string }[],
  path: string,
): string[] {
  const owner = project.packageOf(dirname(path));
  const own = texts.filter((each) => project.packageOf(each.path) === owner && extname(each.path) !== '.json');
  return (own.length > 0 ? own : texts).map(({ text }) => text);
}
