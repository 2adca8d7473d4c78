import { dirname, resolve } from 'node:path';
import type { Report } from '../lib/ledger.js';
import type { Project } from '../lib/project/index.js';
import { isWithin } from '../lib/project/paths.js';
import { compare, sentence } from '../lib/verify/compare.js';
import { ask } from '../lib/verify/ask.js';
import type { ExampleApp } from './apps/app.js';
import { handshakeOf } from './clerk/clerk.js';
import type { FakeClerk } from './clerk-fake/server.js';
import type { Finding } from './findings.js';
import { LONG, type Person } from './people.js';
import type { Recording, Side } from './record.js';

const failed = (where: string, what: string): Finding => ({
  where,
  what,
  accepted: undefined,
});

/** The size that a cookie may have, name and value together: browsers drop a longer one, and sign-in loops. */
const COOKIE = 4096;
/** More hops than any app of ours needs. */
const HOPS = 10;

/** Routes that were static in `next build`'s table and are not any more. */
export const stillStatic = (before: readonly string[], after: readonly string[]): Finding[] =>
  before.filter((route) => !after.includes(route)).map((route) => failed(route, 'was static, and is not any more'));

/** Follows each page to its end, for each person. */
export async function noLoops(app: ExampleApp, side: Side, people: readonly Person[]): Promise<Finding[]> {
  const findings: Finding[] = [];
  const pages = [
    ...new Set(app.requests.filter(({ as, method }) => as === 'document' && !method).map(({ path }) => path)),
  ];
  for (const person of people) {
    for (const page of pages) {
      let path = page;
      let hops = 0;
      for (; hops < HOPS; hops++) {
        const headers = { cookie: await side.cookieOf(person) };
        const { location } = await ask(
          side.base,
          { method: 'GET', path, as: 'document', headers },
          handshakeOf(side.clerk),
        );
        const to = location === undefined ? undefined : new URL(location, side.base);
        if (!to || to.port !== side.base.port) break;
        path = to.pathname + to.search;
      }
      if (hops === HOPS)
        findings.push(failed(`${person.name} · ${page}`, `is redirected without end, last to ${path}`));
    }
  }
  return findings;
}

/** How many calls to Clerk's Backend API the report announced for a request. */
export class Announced {
  constructor(
    private readonly report: Report,
    private readonly project: Project,
    /** Whether the claims are configured. */
    private readonly hasClaims: boolean,
  ) {}

  /** For an address: what the middleware, the layouts above it and what answers there may ask. */
  at(path: string, isAction: boolean): number {
    const address = path.replace(/[?#].*/s, '');
    const answering = this.project.sourceFiles.find((file) => this.project.answersAt(file) === address);
    return this.report.routes
      .filter((route) => {
        const file = resolve(this.project.cwd, route.path);
        if (route.kind === 'middleware') return true;
        if (route.kind === 'app-layout') return answering === undefined || isWithin(answering, dirname(file));
        return route.kind === 'server-actions' ? isAction : file === answering;
      })
      .reduce((sum, { calls, callsWithClaims }) => sum + (this.hasClaims ? callsWithClaims : calls), 0);
  }
}

/** Requests for which the app called Clerk's Backend API more often than its report announced. */
export const noMoreCallsThan = (announced: Announced, recording: Recording): Finding[] =>
  [...recording].flatMap(([key, { calls, wanted }]) => {
    const most = announced.at(wanted.path, wanted.action !== undefined);
    return calls.length > most ? [failed(key, `${calls.length} calls to Clerk’s API, ${most} were announced`)] : [];
  });

/** Requests that are answered without the claims of clerk.patch.json, and were refused with them. */
export const openedBy = (withClaims: Recording, without: Recording): Finding[] =>
  [...withClaims].flatMap(([key, { answer }]) => {
    const bare = without.get(key)?.answer;
    const isOpen = bare !== undefined && compare(answer, bare, [])?.kind === 'opened';
    return isOpen
      ? [failed(key, `is open until the claims are configured: ${sentence(answer)} → ${sentence(bare)}`)]
      : [];
  });

/** The session cookie of somebody whose every field is long. */
export function cookieFits({ instance }: FakeClerk): Finding[] {
  const size = `__session=${instance.token({ id: `sess_${'3'.repeat(27)}`, user: LONG })}`.length;
  return size < COOKIE ? [] : [failed(`__session of somebody with long fields`, `takes ${size} bytes of ${COOKIE}`)];
}
