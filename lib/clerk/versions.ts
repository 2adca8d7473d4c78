import { intersects, lt, satisfies, valid, validRange } from 'semver';
import { CLERK_PACKAGE } from './symbols.js';

/** The majors of @clerk/nextjs that a run can aim at. */
export type ClerkMajor = 6 | 7;

/** A major of @clerk/nextjs and what it admits. */
interface Major {
  readonly major: ClerkMajor;
  readonly range: string;
  /** Its peer ranges, of 7.9.17 and of 6.39.8. */
  readonly next: string;
}

const MAJORS: readonly Major[] = [
  { major: 7, range: '^7.9.17', next: '^15.2.8 || ^15.3.8 || ^15.4.10 || ^15.5.9 || ^16.0.10' },
  { major: 6, range: '^6.39.8', next: '^13.5.7 || ^14.2.25 || ^15.2.3 || ^16' },
];

/** The peer range for React and react-dom, the same in both. */
const REACT = '^18.0.0 || ~19.0.3 || ~19.1.4 || ~19.2.3 || ~19.3.0-0';

/** The lowest release of each minor of React that Clerk admits. */
const REACT_FLOORS: Readonly<Record<string, string>> = { '19.0': '19.0.3', '19.1': '19.1.4', '19.2': '19.2.3' };

/** To which release an app has to go first that no major admits, by its own major. */
const RAISES: Readonly<Record<number, string>> = { 13: '13.5.11', 14: '14.2.35', 15: '15.5.9', 16: '16.0.10' };

/** Releases of Next below these let a request skip the middleware (CVE-2025-29927), by their major. */
const BYPASS: Readonly<Record<number, string>> = { 12: '12.3.5', 13: '13.5.9', 14: '14.2.25', 15: '15.2.3' };

export interface ClerkVersion {
  readonly name: typeof CLERK_PACKAGE;
  readonly major: ClerkMajor;
  readonly range: string;
  /** The release of Next that the app needs before this one can be installed, or is safe; undefined where its own will do. */
  readonly needsNext: string | undefined;
}

/**
 * The newest major of Clerk's that the app's Next admits, or the one that is asked for.
 * @param next Next's range as declared; what is no range (a tag, a catalog that is not known) is taken for the newest
 * @param locked the release that is installed, or stands in the lock file, where that is known: an install may keep it
 * @param wanted the major that is asked for
 */
export function clerkVersionFor(next: string | undefined, locked?: string, wanted?: ClerkMajor): ClerkVersion {
  const range = validRange(next ?? '*') ?? '*';
  const exact = valid(locked) ?? valid(next);
  const own = Number(/\d+/.exec(exact ?? range)?.[0] ?? 15);
  const fit = MAJORS.find(
    (each) =>
      (wanted === undefined || each.major === wanted) && intersects(range, each.next, { includePrerelease: true }),
  );
  const chosen = fit ?? MAJORS.find(({ major }) => major === (wanted ?? (own >= 15 ? 7 : 6)))!;
  const isOpen = exact !== null && BYPASS[own] !== undefined && lt(exact, BYPASS[own]);
  const isBehind = exact !== null && !satisfies(exact, chosen.next, { includePrerelease: true });
  const needsNext = fit && !isOpen && !isBehind ? undefined : raiseFor(own, chosen);
  return { name: CLERK_PACKAGE, major: chosen.major, range: chosen.range, needsNext };
}

/** The patched release of the app's own major where Clerk's admits that, else the one that it admits of the nearest major. */
function raiseFor(own: number, { major, next }: Major): string {
  const release = RAISES[own];
  return release !== undefined && satisfies(release, next) ? release : RAISES[major === 7 ? 15 : 14]!;
}

/**
 * The lowest release of React that Clerk admits, where the app's own is below it by a patch.
 * @param locked the release that is installed or in the lock file, where that is known
 * @returns undefined where it is admitted, or belongs to a major that Clerk does not know
 */
export function reactFor(range: string | undefined, locked?: string): string | undefined {
  const exact = valid(locked) ?? valid(range);
  if (exact === null || satisfies(exact, REACT, { includePrerelease: true })) return undefined;
  return REACT_FLOORS[exact.split('.').slice(0, 2).join('.')];
}

/** A release with the operator of the range that it takes the place of: `^14.0.4` becomes `^14.2.35`. */
export const raised = (range: string, release: string): string => `${/^[\^~]|^>=/.exec(range)?.[0] ?? ''}${release}`;
