import { CLERK_PACKAGE } from './symbols.js';

/**
 * Which major of @clerk/nextjs an app's Next admits (clerk-api.md: v7 wants ^15.2.8, ^15.3.8, ^15.4.10, ^15.5.9 or ^16.0.10,
 * v6 wants 13.5.7 and up). The floors are those of the peer ranges of 7.9.17 and 6.39.8.
 */
interface Major {
  readonly major: number;
  readonly range: string;
  /** The lowest Next, by major and minor. */
  admits(next: readonly [number, number]): boolean;
}

const MAJORS: readonly Major[] = [
  { major: 7, range: '^7.9.17', admits: ([major, minor]) => major > 15 || (major === 15 && minor >= 2) },
  { major: 6, range: '^6.39.8', admits: () => true },
];

export interface ClerkVersion {
  readonly name: typeof CLERK_PACKAGE;
  readonly major: number;
  readonly range: string;
}

/** @param next Next's lowest version as installed or declared; undefined for a tag, which is taken for the newest */
export function clerkVersionFor(next: string | undefined): ClerkVersion {
  const [major = 99, minor = 0] = next === undefined ? [] : next.split('.').map(Number);
  const fit = MAJORS.find((each) => each.admits([major, minor])) ?? MAJORS[0]!;
  return { name: CLERK_PACKAGE, major: fit.major, range: fit.range };
}
