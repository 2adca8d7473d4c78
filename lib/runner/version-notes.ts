import { raised } from '../clerk/versions.js';
import type { FollowUp } from '../ledger.js';
import type { App, Project } from '../project/index.js';
import { displayPath } from './paths.js';
import { isPatch, type Raise, type Versions } from './versions.js';

/** How each package manager takes a dependency in. */
const ADD = { npm: 'npm install', yarn: 'yarn add', pnpm: 'pnpm add', bun: 'bun add' } as const;

/** What a run raises of the apps that ask Clerk now. */
export function raisesFor(apps: readonly App[], versions: Versions, bumpNext: boolean): Raise[] {
  const next = bumpNext ? apps.flatMap((app) => versions.nextFor(app) ?? []).filter(isPatch) : [];
  return [...next, ...apps.flatMap((app) => versions.reactFor(app))];
}

/** What is said of the apps' releases: what keeps Clerk out first, then what was raised. */
export function versionNotes(
  project: Project,
  apps: readonly App[],
  versions: Versions,
  done: readonly Raise[],
): FollowUp[] {
  const missing = apps
    .flatMap((app) => versions.nextFor(app) ?? [])
    .filter(({ app, name }) => !isDone(app, name, done));
  return [
    ...missing.map((raise) => blocker(project, raise, versions)),
    ...done.map(({ name, from, to, app }) => ({
      rule: 'dependency',
      title: `${name} goes from ${from} to ${raised(from, to)}`,
      detail: `${nameOf(app, project)}: @clerk/nextjs ${versions.of(app).range} admits no older release of it.`,
    })),
  ];
}

/** Which major of Clerk's an app gets where that is not the newest. */
export const chosenNotes = (project: Project, apps: readonly App[], versions: Versions): FollowUp[] =>
  apps
    .filter((app) => versions.of(app).major === 6)
    .map((app) => ({
      rule: 'dependency',
      title: 'Clerk 6 was chosen, not 7',
      detail: `${nameOf(app, project)} asks for next ${app.next.range}, and Clerk 7 needs Next 15.2.8 or newer. Once Next is raised, Clerk’s upgrade guide leads from 6 to 7.`,
    }));

/** Below the floor of every major of Clerk's nothing installs, and older releases let a request skip the middleware. */
function blocker(project: Project, raise: Raise, versions: Versions): FollowUp {
  const { app, to, holder } = raise;
  const { range } = versions.of(app);
  const where = displayPath(project, holder?.dir ?? app.dir);
  const add = `${ADD[project.packageManager ?? 'npm']} next@${to}`;
  const declared = holder?.dependencies.get('next') ?? app.next.range;
  const command = declared.startsWith('catalog:')
    ? `Set next to ${to} in the catalog and run ${project.packageManager ?? 'pnpm'} install`
    : `Run: ${where === '.' ? add : `cd ${where} && ${add}`}`;
  return {
    rule: 'next-version',
    title: `Raise Next.js to ${to} first`,
    detail: `${command}${isPatch(raise) ? ', or this command again with --bump-next' : ''}. ${nameOf(app, project)} asks for next ${app.next.range}, which @clerk/nextjs ${range} does not admit as it is installed or locked; releases before 13.5.9, 14.2.25 and 15.2.3 also let a request skip the middleware (CVE-2025-29927).`,
  };
}

const isDone = (app: App, name: string, done: readonly Raise[]): boolean =>
  done.some((raise) => raise.app === app && raise.name === name);

const nameOf = ({ dir }: App, project: Project): string =>
  displayPath(project, dir) === '.' ? 'The app' : displayPath(project, dir);
