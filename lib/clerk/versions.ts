import { intersects, validRange } from 'semver';
import { CLERK_PACKAGE } from './symbols.js';

/** A major of @clerk/nextjs and the releases of Next that it admits. */
interface Major {
  readonly major: number;
  readonly range: string;
  /** Its peer range for Next: of 7.9.17, and of 6.39.8. */
  readonly next: string;
}

const MAJORS: readonly Major[] = [
  { major: 7, range: '^7.9.17', next: '^15.2.8 || ^15.3.8 || ^15.4.10 || ^15.5.9 || ^16.0.10' },
  { major: 6, range: '^6.39.8', next: '^13.5.7 || ^14.2.25 || ^15.2.3 || ^16' },
];

/** To which release an app has to go first that no major admits, by its own major. */
const RAISES: Readonly<Record<number, string>> = { 13: '13.5.11', 14: '14.2.35', 15: '15.5.9' };

export interface ClerkVersion {
  readonly name: typeof CLERK_PACKAGE;
  readonly major: number;
  readonly range: string;
  /** The release of Next that the app needs before this one can be installed; undefined where its own will do. */
  readonly needsNext: string | undefined;
}

/**
 * The newest major of Clerk's that some release of the app's range of Next admits.
 * @param next Next's range as declared; what is no range (a tag, a catalog that is not known) is taken for the newest
 */
export function clerkVersionFor(next: string | undefined): ClerkVersion {
  const range = validRange(next ?? '*') ?? '*';
  const fit = MAJORS.find((each) => intersects(range, each.next, { includePrerelease: true }));
  if (fit) return { name: CLERK_PACKAGE, major: fit.major, range: fit.range, needsNext: undefined };
  const major = Number(/\d+/.exec(range)?.[0] ?? 15);
  const chosen = MAJORS[major >= 15 ? 0 : 1]!;
  return { name: CLERK_PACKAGE, major: chosen.major, range: chosen.range, needsNext: RAISES[major] ?? RAISES[14] };
}
