import { bundle, type App } from './bundle.js';
import { answer, load, type Loaded, type Matcher } from './harness.js';
import { cookiesOf, PEOPLE, type Person } from './people.js';
import type { Asked } from './requests.js';

/** A middleware before and after its rewrite. */
export interface Variant {
  readonly name: string;
  readonly before: App;
  readonly after: App;
  /** What the run left to a person in the middleware's own file. */
  readonly manual: readonly string[];
}

/** Both sides of a variant, ready to be asked. */
export interface Pair {
  /** Whether the old one asks for a cookie and not for what is in it. */
  readonly trustsCookies?: boolean;
  readonly before: Loaded;
  readonly after: Loaded;
}

/** Clerk's guide, word for word: it gates nothing. */
const PLAIN = `import { clerkMiddleware } from '@clerk/nextjs/server'; export default clerkMiddleware();`;

/** Bundles variants, and Clerk's plain middleware once. Clerk's keys have to be set before one is loaded. */
export async function pairsOf(variants: readonly Variant[]): Promise<{ pairs: Map<string, Pair>; plain: Loaded }> {
  const plain: App = { files: { 'middleware.ts': PLAIN }, entry: 'middleware.ts', authjs: 'v4' };
  const sides = variants.flatMap(({ name, before, after }): [string, App][] => [
    [`${name}/before`, before],
    [`${name}/after`, after],
  ]);
  const loaders = await bundle(new Map([...sides, ['plain', plain]]));
  const loaded = (name: string): Loaded => load(loaders.get(name)!());
  return {
    pairs: new Map(
      variants.map(({ name }) => [
        name,
        {
          before: loaded(`${name}/before`),
          after: loaded(`${name}/after`),
          trustsCookies: /\bcookie\b/.test(name),
        },
      ]),
    ),
    plain: loaded('plain'),
  };
}

export async function everybody(): Promise<Map<Person, string>> {
  const cookies = new Map<Person, string>();
  for (const person of PEOPLE) cookies.set(person, await cookiesOf(person));
  return cookies;
}

/** Clerk's own pages stay open; in the old app a sign-in page behind its own gate could not be reached at all. */
const SIGN_IN = /^\/(?:sign-in|sign-up|login)\b/;
const isSignInPage = (path: string, old: string): boolean => SIGN_IN.test(path) && old.endsWith(`back to ${path}`);

/** Paths at which the old matcher takes something: the head of each pattern, and what lies below. */
function ownPaths(matcher: Matcher = []): Asked[] {
  const heads = [matcher].flat().map((each) => (typeof each === 'string' ? each : each.source));
  return heads
    .map((head) => head.replace(/\/?[:(].*$/, ''))
    .filter((head) => head !== '' && !head.endsWith('/'))
    .flatMap((head) => ['', '/', '/x', '/x/y.csv', 'x'].map((end) => ({ path: head + end })));
}

/** The requests that a variant is sent, by each person. */
export const asked = ({ before }: Pair, requests: readonly Asked[]): Asked[] => [
  ...requests,
  ...ownPaths(before.config.matcher),
];

/** Somebody who is signed in and may not pass is sent elsewhere than to sign in, which Clerk would answer with a way back. */
const isElsewhere = (person: Person, old: string, now: string): boolean =>
  /^(?:user|admin)$/.test(person) && old.startsWith('307 to sign in') && /^(?:403 $|307 \/$)/.test(now);

/**
 * Next takes this header off before a middleware runs, so that a matcher alone can let prefetches past a gate. Anybody could
 * send it; Clerk's gate has to run on them too, and asks them like all others.
 */
const isPrefetch = ({ before }: Pair, { headers }: Asked, old: string, now: string): boolean =>
  headers?.['next-router-prefetch'] !== undefined &&
  JSON.stringify(before.config.matcher ?? []).includes('next-router-prefetch') &&
  old === 'passes' &&
  now.startsWith('307 to sign in');

/**
 * Requests that are answered otherwise than before, with both answers.
 * @param most how many of them are enough
 */
export async function differences(
  pair: Pair,
  cookies: ReadonlyMap<Person, string>,
  requests: readonly Asked[],
  most = Infinity,
): Promise<string[]> {
  const found: string[] = [];
  const asBefore = (person: Person): Person => (pair.trustsCookies && person === 'forger' ? 'nobody' : person);
  for (const [person, cookie] of cookies)
    for (const request of asked(pair, requests)) {
      if (found.length >= most) return found;
      // A made-up cookie passed a test of its mere presence, and does not any more.
      const old = await answer(pair.before, request, cookies.get(asBefore(person)) ?? cookie);
      const now = await answer(pair.after, request, cookie);
      const isDecided =
        isSignInPage(request.path, old) || isElsewhere(person, old, now) || isPrefetch(pair, request, old, now);
      if (old !== now && !isDecided)
        found.push(`${person} ${request.method ?? 'GET'} ${request.path}: ${old} → ${now}`);
    }
  return found;
}
