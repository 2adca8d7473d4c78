import { existsSync, readFileSync } from 'node:fs';
import { dirname, extname, join } from 'node:path';
import type { FollowUp, PlannedFile } from '../ledger.js';
import type { App, Project } from '../project/index.js';
import { composed } from '../flow/middleware-compose.js';
import { houseStyle, inStyle } from '../steps/house-style.js';
import { MIDDLEWARE_FILE } from '../steps/middleware-file.js';
import { CLERK_PACKAGE } from '../clerk/symbols.js';
import { displayPath, mayChange } from './paths.js';
import type { FinalText } from './final-text.js';

/**
 * `auth()` throws where Clerk's middleware did not run, so an app without one gets one that gates nothing, and one of
 * the app's own that knows nothing of Auth.js runs inside Clerk's.
 * @param isImported whether other code imports a file: it would find Clerk's middleware there
 */
export function middlewareFiles(
  project: Project,
  texts: readonly FinalText[],
  isImported: (path: string) => boolean,
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
      const after = isOwn ? composedOrNot(path, text) : undefined;
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
    return [{ path, before: null, after: inStyle(MIDDLEWARE_FILE, houseStyle(own.map(({ text }) => text))) }];
  });
}

/** A file that no parser takes stays as it is. */
function composedOrNot(path: string, text: string): string | undefined {
  try {
    return composed(path, text);
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
