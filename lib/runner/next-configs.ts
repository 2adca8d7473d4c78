import { dirname } from 'node:path';
import { isNextConfig } from '../project/locate.js';
import type { PlannedFile } from '../ledger.js';
import type { App, Project } from '../project/index.js';
import { isAuthRoute } from '../source/auth-module.js';
import { withoutAuthRoutes } from '../steps/next-config.js';
import { programOf } from './app-links.js';
import { mayChange } from './paths.js';

/**
 * The configs of apps from which Auth.js went, without what led to all of its routes. A config that the chain has edited
 * stays as that left it.
 * @param gone the files that the run removes
 * @param edited the files that the chain has edited
 */
export function nextConfigs(
  project: Project,
  textOf: (path: string) => string | undefined,
  gone: readonly string[],
  edited: ReadonlySet<string>,
): PlannedFile[] {
  const apps = new Set(gone.filter(isAuthRoute).flatMap((path) => project.appOf(path) ?? []));
  return [...apps].flatMap((app) => {
    if (hasOwnRoutes(app, project)) return [];
    return project.sourceFiles.flatMap((path): PlannedFile[] => {
      const name = path.slice(dirname(path).length + 1);
      if (dirname(path) !== app.dir || !isNextConfig(name) || edited.has(path) || !mayChange(project, path)) return [];
      const before = textOf(path);
      const program = before?.includes('/api/auth/') === true ? programOf(path, before) : undefined;
      return before !== undefined && program ? [{ path, before, after: withoutAuthRoutes(before, program) }] : [];
    });
  });
}

/** Whether routes of the app's own answer below the address, which a rewrite leads to as well. */
const hasOwnRoutes = (app: App, project: Project): boolean =>
  project.sourceFiles.some(
    (path) =>
      project.appOf(path) === app && !isAuthRoute(path) && (project.answersAt(path) ?? '').startsWith('/api/auth/'),
  );
