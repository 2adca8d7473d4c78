import { readFileSync } from 'node:fs';
import { isReact } from '../authjs/session-calls.js';
import type { App, Project } from '../project/index.js';
import type { Scan } from '../scan/scan.js';
import { withoutSites, type ScannedFile, type Site } from '../scan/sites.js';

const TEST = /\.(?:test|spec|stories)\.[jt]sx?$|\/__(?:tests|mocks)__\//;
const isSessionProvider = isReact('SessionProvider');
const isProvider = (site: Site) => site.kind === 'use' && isSessionProvider(site.origin);

/**
 * The files that render the document, of the apps that use Auth.js without a `SessionProvider` and have none of Clerk's:
 * root layouts, and `_app`. Where one of them holds no reference to Auth.js, it is read here.
 */
export function rootsWithoutProvider(project: Project, { files, othersWith }: Scan): ScannedFile[] {
  const scanned = [...files.values()].filter(({ path }) => !TEST.test(path));
  const provided = [
    ...scanned.filter(({ sites, text }) => sites.some(isProvider) || text.includes('<ClerkProvider')),
    ...othersWith('<ClerkProvider'),
  ].map(({ path }) => project.appOf(path));
  // A shared package may hold the provider of every app.
  if (provided.includes(undefined)) return [];
  const bare = project.apps.filter(
    (app) =>
      !provided.includes(app) &&
      scanned.some(({ path, sites }) => project.appOf(path) === app && sites.some(({ kind }) => kind === 'use')),
  );
  return bare.flatMap((app) =>
    rootsOf(app, project)
      .map((path) => files.get(path) ?? withoutSites(path, readFileSync(path, 'utf8')))
      .filter(({ path, text }) => project.routeKindOf(path) === 'pages-app' || text.includes('<body')),
  );
}

function rootsOf(app: App, project: Project): string[] {
  return project.sourceFiles.filter(
    (path) =>
      project.isTargeted(path) &&
      project.appOf(path) === app &&
      /^(?:pages-app|app-layout)$/.test(project.routeKindOf(path)),
  );
}
