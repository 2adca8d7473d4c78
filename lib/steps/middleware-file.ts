import { WHOLE_MATCHER, WIDE_MATCHER } from '../clerk/matchers.js';

/** Where code of an app asks for a session, as far as a matcher has to know. */
export interface Asking {
  /** The heads of addresses below which a path that looks like a file's leads to the app's code; `''` is all of them. */
  readonly fileLike: readonly string[];
  /** Whether code that is part of any page asks: Next shows such a page for every path that it does not find, too. */
  readonly everywhere: boolean;
}

/**
 * A middleware that runs Clerk wherever a session may be asked for, and gates nothing: `auth()` throws where it did not run.
 * The matcher is the one of Clerk's guide (2026-08), which leaves out paths that look like files, where that is enough.
 */
export function middlewareFile({ fileLike, everywhere }: Asking): string {
  const isWhole = everywhere || fileLike.includes('');
  const matchers = isWhole ? WHOLE_MATCHER : [...WIDE_MATCHER, ...fileLike.flatMap(below)];
  const list = isWhole
    ? `[${matchers.map((each) => JSON.stringify(each)).join(', ')}]`
    : `[\n${matchers.map((each) => `    ${JSON.stringify(each)},\n`).join('')}  ]`;
  return `import { clerkMiddleware } from "@clerk/nextjs/server";

export default clerkMiddleware();

export const config = {
  matcher: ${list},
};
`;
}

/** A head as a matcher; one that is none of a few plain segments takes all that begins as it does. */
function below(head: string): string[] {
  return /\.\w+$/.test(head) ? [head] : [`${head}/:path*`];
}
