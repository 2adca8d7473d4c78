import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runChain, type FixtureOptions } from '../helpers/chain.js';
import { answer, evaluate, load } from './harness.js';
import type { Person } from './people.js';
import type { Asked } from './requests.js';
import { NextAuth } from './stand-in.js';

const FOLDER = join(import.meta.dirname, '..', '..', '__testfixtures__', 'middleware');

/** A middleware before and after its rewrite. */
export interface Variant {
  readonly name: string;
  readonly before: string;
  readonly after: string;
  /** The config of v5 that decides who passes. */
  readonly config?: string | undefined;
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
  return text !== null && isWhole ? [{ name, before, after: text, config: options.authorizedIn }] : [];
});

/** What the fixtures import besides packages. */
export const MODULES: Readonly<Record<string, object>> = {
  '@/auth': NextAuth(),
  '@/auth.config': { authConfig: {} },
  '@/lib/pages': { guestPages: ['/login', '/join'], openPages: ['/', '/about', '/pricing'] },
  '@/lib/open': { isOpen: async (path: string) => path === '/about' },
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

function modulesFor(config: string | undefined): Readonly<Record<string, object>> {
  if (config === undefined) return MODULES;
  const own = evaluate(config, MODULES) as { auth?: unknown; authConfig?: object };
  return { ...MODULES, './auth.config': own, '@/auth': own.auth === undefined ? NextAuth(own.authConfig) : own };
}

/** Somebody who is signed in and may not pass is sent elsewhere than to sign in, which Clerk would answer with a way back. */
const isElsewhere = (person: Person, old: string, now: string): boolean =>
  /^(?:user|admin)$/.test(person) && old.startsWith('307 to sign in') && /^(?:403 $|307 \/$)/.test(now);

/** Requests that are answered otherwise than before, with both answers. */
export async function differences(
  texts: Pick<Variant, 'before' | 'after' | 'config'>,
  cookies: ReadonlyMap<Person, string>,
  requests: readonly Asked[],
): Promise<string[]> {
  const modules = modulesFor(texts.config);
  const [before, after] = [load(texts.before, modules), load(texts.after, modules)];
  const found: string[] = [];
  for (const [person, cookie] of cookies)
    for (const request of [...requests, ...ownPaths(before.config.matcher)]) {
      const [old, now] = [await answer(before, request, cookie), await answer(after, request, cookie)];
      if (old !== now && !isSignInPage(request.path, old) && !isElsewhere(person, old, now))
        found.push(`${person} ${request.method ?? 'GET'} ${request.path}: ${old} → ${now}`);
    }
  return found;
}
