import { readFileSync } from 'node:fs';
import { dirname, sep } from 'node:path';
import { isReact } from '../authjs/session-calls.js';
import type { App, Project } from '../project/index.js';
import type { Scan } from '../scan/scan.js';
import { withoutSites, type ScannedFile, type Site } from '../scan/sites.js';

const TEST = /\.(?:test|spec|stories)\.[jt]sx?$|\/__(?:tests|mocks)__\//;
const isSessionProvider = isReact('SessionProvider');
const isProvider = (site: Site) => site.kind === 'use' && isSessionProvider(site.origin);

/**
 * The files that render the document, of the apps that use Auth.js without a `SessionProvider` and have none of Clerk's:
 * root layouts, and `_app`. Of several roots one may have it, and another lack it. Where one of them holds no reference to
 * Auth.js, it is read here.
 */
export function rootsWithoutProvider(project: Project, found: Scan): ScannedFile[] {
  const { files, othersWith } = found;
  const scanned = [...files.values()].filter(({ path }) => !TEST.test(path));
  const providers = [
    ...scanned.filter(({ sites, text }) => sites.some(isProvider) || text.includes('<ClerkProvider')),
    ...othersWith('<ClerkProvider'),
  ].map(({ path }) => path);
  // A shared package may hold the provider of every app.
  if (providers.some((path) => project.appOf(path) === undefined)) return [];
  return project.apps.flatMap((app) => {
    const users = scanned.filter(
      ({ path, sites }) => project.appOf(path) === app && sites.some(({ kind }) => kind === 'use'),
    );
    if (users.length === 0) return [];
    const roots = rootsOf(app, project)
      .map((path) => files.get(path) ?? withoutSites(path, readFileSync(path, 'utf8')))
      .filter(({ path, text }) => project.routeKindOf(path) === 'pages-app' || text.includes('<body'));
    const own = providers.filter((path) => project.appOf(path) === app);
    if (own.length === 0) return roots;
    return roots.length < 2 ? [] : withoutOwn(roots, own, users, found);
  });
}

/** The roots below which somebody asks for a session, and nothing holds a provider. */
function withoutOwn(
  roots: readonly ScannedFile[],
  providers: readonly string[],
  users: readonly ScannedFile[],
  found: Scan,
): ScannedFile[] {
  const index = found.importIndex();
  const loading = (paths: readonly string[]) => {
    const all = new Set(paths);
    for (const path of all) for (const importer of index.importersOf(path)) all.add(importer);
    return [...all];
  };
  const [provided, asking] = [loading(providers), loading(users.map(({ path }) => path))];
  return roots.filter(({ path }) => {
    const isBelow = (each: string) => each.startsWith(dirname(path) + sep);
    return !provided.some(isBelow) && asking.some(isBelow);
  });
}

function rootsOf(app: App, project: Project): string[] {
  return project.sourceFiles.filter(
    (path) =>
      project.isTargeted(path) &&
      project.appOf(path) === app &&
      /^(?:pages-app|app-layout)$/.test(project.routeKindOf(path)),
  );
}
