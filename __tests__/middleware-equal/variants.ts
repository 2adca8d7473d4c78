import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runChain, type FixtureOptions } from '../helpers/chain.js';
import { answer, load } from './harness.js';
import type { Person } from './people.js';
import type { Asked } from './requests.js';
import { NextAuth } from './stand-in.js';

const FOLDER = join(import.meta.dirname, '..', '..', '__testfixtures__', 'middleware');

/** A middleware before and after its rewrite. */
export interface Variant {
  readonly name: string;
  readonly before: string;
  readonly after: string;
}

/** The fixtures that are rewritten whole. */
export const VARIANTS: readonly Variant[] = readdirSync(FOLDER).flatMap((file): Variant[] => {
  const [name, extension] = file.split('.input.');
  if (name === undefined || extension === undefined) return [];
  const before = readFileSync(join(FOLDER, file), 'utf8');
  const options = JSON.parse(readFileSync(join(FOLDER, `${name}.options.json`), 'utf8')) as FixtureOptions;
  const { text, sites } = runChain(`${name}.${extension}`, before, options);
  const isWhole =
    sites.every(({ outcome }) => outcome !== 'manual') && sites.some(({ rule }) => rule.startsWith('middleware'));
  return text !== null && isWhole ? [{ name, before, after: text }] : [];
});

/** What the fixtures import besides packages. */
export const MODULES: Readonly<Record<string, object>> = {
  '@/auth': NextAuth(),
  '@/auth.config': { authConfig: {} },
  '@/lib/pages': { guestPages: ['/login', '/join'], openPages: ['/', '/about', '/pricing'] },
  'next-auth': { __esModule: true, default: NextAuth },
};

/** Clerk's own pages stay open; in the old app a sign-in page behind its own gate could not be reached at all. */
const SIGN_IN = /^\/(?:sign-in|sign-up|login)\b/;
const isSignInPage = (path: string, old: string): boolean => SIGN_IN.test(path) && old.endsWith(`back to ${path}`);

/** Paths at which the old matcher takes something: the head of each pattern, and what lies below. */
function ownPaths(matcher: string | readonly string[] = []): Asked[] {
  const heads = [matcher].flat().map((each) => each.replace(/\/?[:(].*$/, ''));
  return heads
    .filter((head) => head !== '' && !head.endsWith('/'))
    .flatMap((head) => ['', '/', '/x', '/x/y.csv', 'x'].map((end) => ({ path: head + end })));
}

/** Requests that are answered otherwise than before, with both answers. */
export async function differences(
  texts: Pick<Variant, 'before' | 'after'>,
  cookies: ReadonlyMap<Person, string>,
  requests: readonly Asked[],
): Promise<string[]> {
  const [before, after] = [load(texts.before, MODULES), load(texts.after, MODULES)];
  const found: string[] = [];
  for (const [person, cookie] of cookies)
    for (const request of [...requests, ...ownPaths(before.config.matcher)]) {
      const [old, now] = [await answer(before, request, cookie), await answer(after, request, cookie)];
      if (old !== now && !isSignInPage(request.path, old))
        found.push(`${person} ${request.method ?? 'GET'} ${request.path}: ${old} → ${now}`);
    }
  return found;
}
