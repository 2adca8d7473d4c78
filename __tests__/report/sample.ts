import type { Report, ReportedFile, ReportedRoute, ReportedSite } from '../../lib/ledger.js';

export function site(parts: Partial<ReportedSite>): ReportedSite {
  return {
    rule: 'use-session',
    outcome: 'rewritten',
    symbol: 'useSession',
    line: 1,
    column: 1,
    endLine: 1,
    endColumn: 2,
    message: 'a message',
    help: 'https://example.com/use-session',
    ...parts,
  };
}

const FILES: ReportedFile[] = [
  {
    path: 'apps/web/app/(auth)/[id]/page.tsx',
    status: 'modified',
    transforms: ['use-session'],
    sites: [
      site({}),
      site({ line: 9 }),
      site({
        outcome: 'manual',
        rule: 'session-escape',
        line: 120,
        column: 15,
        outputLine: 118,
        outputEndLine: 119,
        message: 'The session is stored.',
      }),
      site({
        outcome: 'manual',
        rule: 'sign-in-options',
        line: 30,
        column: 3,
        outputLine: 29,
        message: 'signIn() gets options\nthat no table knows.',
      }),
    ],
  },
  { path: 'apps/web/lib/clerk-session.ts', status: 'created', transforms: ['bridge'], sites: [] },
  {
    path: 'apps/web/auth.ts',
    status: 'deleted',
    transforms: [],
    sites: [site({ outcome: 'removed' }), site({ outcome: 'bridged' })],
  },
  {
    path: 'apps/web/broken.ts',
    status: 'error',
    transforms: [],
    error: 'Unexpected token (3:4)\nat line 3',
    sites: [site({ outcome: 'manual', line: 3, column: 4, rule: 'file-error', message: 'not read' })],
  },
];

const ROUTES: ReportedRoute[] = [
  {
    path: 'apps/web/app/(auth)/[id]/page.tsx',
    kind: 'app-page',
    calls: 1,
    callsWithClaims: 1,
    queriesBefore: 1,
    places: [{ path: 'apps/web/app/(auth)/[id]/page.tsx', line: 9, call: 'currentUser()' }],
  },
  {
    path: 'apps/web/app/api/posts/route.ts',
    kind: 'app-route',
    calls: 2,
    callsWithClaims: 0,
    queriesBefore: 2,
    places: [
      { path: 'apps/web/app/api/posts/route.ts', line: 4, call: 'getUserId()' },
      { path: 'apps/web/lib/posts.ts', line: 12, call: 'getSession()' },
    ],
  },
  { path: 'apps/web/app/layout.tsx', kind: 'app-layout', calls: 0, callsWithClaims: 0, queriesBefore: 1, places: [] },
];

/** A report with something of everything; its numbers add up. */
export function sample(): Report {
  const project = {
    app: 'apps/web',
    authjs: '^4.24.11',
    authjsStyle: 'v4',
    clerk: '7.9.17',
    next: '15.1.3',
    routers: ['app'],
    language: 'ts',
    adapter: '@auth/prisma-adapter',
    userIds: 'external',
  };
  return {
    schemaVersion: 1,
    tool: { name: 'authjs-clerk-codemod', version: '0.1.0' },
    root: '.',
    project,
    projects: [project],
    summary: {
      filesScanned: 40,
      filesChanged: 1,
      filesCreated: 1,
      filesDeleted: 1,
      sitesFound: 7,
      sitesRewritten: 2,
      sitesRemoved: 1,
      sitesBridged: 1,
      sitesManual: 3,
      errors: 1,
      durationMs: 1234,
    },
    files: structuredClone(FILES),
    routes: structuredClone(ROUTES),
    followUps: [
      {
        rule: 'providers',
        title: 'Turn on GitHub in Clerk',
        detail: 'clerk config patch clerk.patch.json\n\nThen look at it.',
      },
    ],
  };
}

/** The report of an app that never had Auth.js. */
export function withoutAuthjs(): Report {
  const report = sample();
  const project = { ...report.projects[0]!, authjs: null, authjsStyle: null, adapter: null };
  const zero = Object.fromEntries(Object.keys(report.summary).map((key) => [key, 0])) as unknown as Report['summary'];
  return { ...report, project, projects: [project], summary: zero, files: [], routes: [], followUps: [] };
}
