import { basename } from 'node:path';
import type { FollowUp, PlannedFile } from '../ledger.js';
import type { App, Project } from '../project/index.js';
import type { ChainFile } from './chain.js';
import type { ClerkVariable } from '../clerk/variables.js';
import { importsClerk } from './dependencies.js';
import { displayPath } from './paths.js';
import type { FinalText } from './final-text.js';
import { INSTALL_TITLE, installCommand } from './install-command.js';

/** Clerk's components throw outside of its provider; v5 apps often have none, since `auth()` needs none. */
export function unprovided(project: Project, texts: readonly FinalText[]): FollowUp[] {
  // A shared package may hold the provider of every app.
  if (texts.some(({ text }) => text.includes('<ClerkProvider'))) return [];
  return project.apps
    .filter((app) => texts.some((file) => (file.app === app || file.app === undefined) && importsClerk(file.text)))
    .filter((app) => app.clerk === undefined)
    .map((app) => ({
      rule: 'clerk-provider',
      title: 'Put <ClerkProvider> around the app',
      detail: `Nothing in ${displayPath(project, app.dir) === '.' ? 'the app' : displayPath(project, app.dir)} renders a provider: wrap what ${app.routers.includes('app') ? 'the root layout' : 'pages/_app'} renders into <ClerkProvider>, since Clerk’s components and hooks throw without it.`,
    }));
}

/** A package whose every source file went is of no use to those that depend on it. */
export function emptied(project: Project, chain: readonly ChainFile[]): FollowUp[] {
  const gone = new Set(chain.filter(({ after }) => after === null).map(({ path }) => path));
  if (gone.size === 0) return [];
  const stays = new Set(project.sourceFiles.filter((path) => !gone.has(path)).map((path) => project.packageOf(path)));
  const empty = new Set([...gone].map((path) => project.packageOf(path)));
  return [...empty].flatMap((each) =>
    each === undefined || stays.has(each)
      ? []
      : {
          rule: 'dependency',
          title: `Remove the package ${each.name ?? displayPath(project, each.dir)}`,
          detail: `${displayPath(project, each.dir)} has no source file any more: remove the folder and what depends on it.`,
        },
  );
}

/** A catalog or an override that names Auth.js's packages is no dependency, and nothing breaks while it stays. */
export function catalogued(name: string, text: string, isLeft: boolean): FollowUp[] {
  const found = /^\s+['"]?(next-auth|@(?:next-)?auth\/[\w.-]+)['"]?\s*:/m.exec(text)?.[1];
  if (found === undefined || isLeft) return [];
  return [
    {
      rule: 'dependency',
      title: `Take ${found} out of the catalog`,
      detail: `${name} still lists it, and no package.json refers to it any more.`,
    },
  ];
}

/**
 * What to do once the files are written.
 * @param places where each app's keys of Clerk's go
 * @param set the variables that have a value by now: those that name the app's own pages
 */
export function closing(
  project: Project,
  files: readonly PlannedFile[],
  places: ReadonlyMap<App, string>,
  set: readonly ClerkVariable[],
): FollowUp[] {
  const changed = files.filter(({ before, after }) => before !== after);
  const manifests = changed.some(({ path }) => basename(path) === 'package.json');
  const named = [...new Set(places.values())].map((path) => displayPath(project, path));
  const workflows = changed.filter(
    ({ path, after }) => path.includes('/.github/') && after?.includes('CLERK_SECRET_KEY'),
  );
  return [
    ...(manifests ? [{ rule: 'dependency', title: INSTALL_TITLE, detail: `Run: ${installCommand(project)}` }] : []),
    {
      rule: 'env-variable',
      title: 'Set Clerk’s two keys',
      detail: [
        'CLERK_SECRET_KEY and NEXT_PUBLIC_CLERK_PUBLISHABLE_KEY: every request fails until both have a value.',
        named.length > 0 ? `${named.join(' and ')} ${named.length > 1 ? 'have' : 'has'} a place for them.` : '',
        'npx clerk@latest env pull writes them. Set both where the app is built and deployed, too.',
        set.length > 0
          ? `So set there ${set.map(({ name, value }) => `${name}=${value}`).join(' and ')}, ${set.length > 1 ? 'which name the pages' : 'which names the page'} of the app that Clerk’s redirects lead to.`
          : '',
        workflows.length > 0
          ? `${workflows.map(({ path }) => displayPath(project, path)).join(', ')} takes them from GitHub: CLERK_SECRET_KEY as a secret, the other as a variable.`
          : '',
      ]
        .filter((part) => part !== '')
        .join(' '),
    },
  ];
}
