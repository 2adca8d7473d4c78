import { OWN, type Origin } from '../authjs/modules.js';
import { isGetSession, isGetToken, isInstance, isReact, isServerSessionCall } from '../authjs/session-calls.js';
import type { Project } from '../project/index.js';
import type { Site } from '../scan/sites.js';
import type { Preferences } from './preferences.js';
import type { AppScan } from './plan.js';
import { describeApp } from './report.js';
import type { Survey } from './talk.js';

const isServerRead = (origin: Origin): boolean =>
  isServerSessionCall(origin) || isGetSession(origin) || isGetToken(origin);
const isSignInOut = (origin: Origin): boolean =>
  isReact('signIn', 'signOut')(origin) || isInstance('signIn', 'signOut')(origin) || origin.module === OWN.action;

/** What a use is called when a person is told of it; the first that fits. */
const USES: readonly { kind: string; is(origin: Origin): boolean }[] = [
  { kind: 'session on the server', is: isServerRead },
  { kind: 'session in components', is: isReact('useSession') },
  { kind: 'sign-in and sign-out', is: isSignInOut },
  { kind: 'provider', is: isReact('SessionProvider', 'SessionContext') },
  { kind: 'middleware', is: ({ module }) => module === 'next-auth/middleware' },
];

const OTHERS: Readonly<Record<Exclude<Site['kind'], 'use'>, string>> = {
  module: 'import',
  address: 'address',
  cookie: 'cookie',
  variable: 'variable',
  dependency: 'package',
};

/** Of what is counted; the other kinds are no nouns that have a plural. */
const PLURALS: Readonly<Record<string, string>> = {
  import: 'imports',
  address: 'addresses',
  cookie: 'cookies',
  variable: 'variables',
  package: 'packages',
  'test mock': 'test mocks',
  'type augmentation': 'type augmentations',
};

/** What the scan found, as a person is told. @param given what is chosen already */
export function surveyOf(project: Project, { found }: AppScan, given: Partial<Preferences>): Survey {
  const files = [...found.files.values()];
  const sites = files.flatMap((file) => file.sites);
  const counts = new Map<string, number>();
  for (const kind of sites.map(kindOf)) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return {
    projects: project.apps.map((app) => describeApp(app, project)),
    filesScanned: found.count,
    filesWithSites: files.filter((file) => file.sites.length > 0).length,
    sites: [...counts]
      .map(([kind, count]) => ({ kind: count === 1 ? kind : (PLURALS[kind] ?? kind), count }))
      .toSorted((a, b) => b.count - a.count),
    database: project.apps.map(({ adapter, database }) => adapter ?? database).find((name) => name !== undefined),
    readsOnServer: sites.some((site) => site.kind === 'use' && isServerRead(site.origin)),
    hasOwnFields: files.some(({ configs }) =>
      configs.some(({ shape }) => shape !== undefined && ('unknown' in shape || shape.extra.length > 0)),
    ),
    signsIn: sites.some((site) => site.kind === 'use' && isSignInOut(site.origin)),
    hasSignInPage: files.some(({ configs }) => configs.some(({ pages }) => pages.has('signIn'))),
    given,
  };
}

function kindOf(site: Site): string {
  if (site.kind === 'module')
    return site.form === 'mock' ? 'test mock' : site.form === 'augmentation' ? 'type augmentation' : OTHERS.module;
  if (site.kind !== 'use') return OTHERS[site.kind];
  return USES.find(({ is }) => is(site.origin))?.kind ?? 'set-up and types';
}
