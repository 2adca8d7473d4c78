import { isGetSession, isReact, isServerSessionCall } from '../authjs/session-calls.js';
import type { Outcome } from '../ledger.js';
import type { Project } from '../project/index.js';
import type { Reach } from '../scan/reach.js';
import type { ScannedFile } from '../scan/sites.js';
import type { CodeUnderTest, WhereMoved } from '../source/context.js';
import type { AppLinks } from './app-links.js';
import type { ChainFile } from './chain.js';

/** A place that read a session, and what became of it. */
interface Read {
  readonly at: number;
  readonly side: 'client' | 'server';
  readonly outcome: Outcome | undefined;
  readonly byRequest: boolean;
}

const isHook = isReact('useSession');

/** What became of the sessions that tests mock: known when all other files went through the chain. */
export class TestedCode {
  readonly #reads: ReadonlyMap<string, readonly Read[]>;
  readonly #reach: Reach<Read>;

  constructor(
    private readonly project: Project,
    links: AppLinks,
    files: readonly ChainFile[],
    /** Files that stay as they are. */
    outside: readonly ScannedFile[],
    tests: readonly string[],
  ) {
    const reads = [
      ...files.map((file) => [file.path, readsOf(file.scanned, file.outcomeAt, asksByRequest(file))] as const),
      ...outside.map((scanned) => [scanned.path, readsOf(scanned, () => undefined, false)] as const),
    ];
    this.#reads = new Map(reads.filter(([, list]) => list.length > 0));
    this.#reach = links.reach(this.#reads, { entries: tests });
  }

  /** Where the code moved to that a test may run; a file of set-up, which loads none of it, speaks for its package. */
  of(path: string): CodeUnderTest {
    const reached = this.#reach.from(path);
    const own = this.project.packageOf(path);
    const reads =
      reached.length > 0
        ? reached
        : [...this.#reads].flatMap(([from, list]) => (this.project.packageOf(from) === own ? list : []));
    const sideOf = (side: Read['side']) => whereMoved(reads.filter((read) => read.side === side));
    return {
      client: sideOf('client'),
      server: sideOf('server'),
      byRequest: reads.some(({ side, byRequest }) => side === 'server' && byRequest),
    };
  }
}

/** Whether a file asks Clerk, or the generated module, by the request that it is given. */
const asksByRequest = ({ opened, surroundings: { routeKind, needs } }: ChainFile): boolean =>
  routeKind.startsWith('pages-') ||
  needs.helpers.some(({ form }) => form === 'pages') ||
  (opened?.imports.wants('@clerk/nextjs/server', 'getAuth') ?? false);

function readsOf({ sites }: ScannedFile, outcomeAt: ChainFile['outcomeAt'], byRequest: boolean): Read[] {
  return sites.flatMap((site): Read[] => {
    if (site.kind !== 'use') return [];
    const isServer = isServerSessionCall(site.origin) || isGetSession(site.origin);
    if (!isServer && !isHook(site.origin)) return [];
    return [{ at: site.start, side: isServer ? 'server' : 'client', outcome: outcomeAt(site), byRequest }];
  });
}

function whereMoved(reads: readonly Read[]): WhereMoved {
  const outcomes = new Set(reads.map(({ outcome }) => outcome));
  if (outcomes.has('manual') || outcomes.has(undefined)) return 'nowhere';
  if (outcomes.size === 0) return 'none';
  if (outcomes.has('rewritten')) return outcomes.has('bridged') ? 'both' : 'clerk';
  return outcomes.has('bridged') ? 'module' : 'none';
}
