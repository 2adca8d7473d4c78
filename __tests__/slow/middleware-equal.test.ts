import type { Server } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { NAMES, variantNamed } from '../middleware-equal/apps.js';
import type { Loaded } from '../middleware-equal/harness.js';
import { serveKeys, type Person } from '../middleware-equal/people.js';
import { REQUESTS } from '../middleware-equal/requests.js';
import { silence } from '../middleware-equal/silence.js';
import { asked, differences, everybody, pairsOf, type Pair, type Variant } from '../middleware-equal/variants.js';

silence();

let server: Server;
let cookies: Map<Person, string>;
let variants: Variant[];
let pairs: Map<string, Pair>;
let plain: Loaded;
let withHelper: Map<string, Pair>;
beforeAll(async () => {
  server = await serveKeys();
  cookies = await everybody();
  variants = [];
  for (const name of NAMES) variants.push(await variantNamed(name));
  const others: Variant[] = [];
  for (const name of HELPED) others.push(await variantNamed(name, { routeMatcher: true }));
  ({ pairs: withHelper } = await pairsOf(others));
  ({ pairs, plain } = await pairsOf(variants.filter(({ manual }) => manual.length === 0)));
});
afterAll(() => void server.close());

/** One of each place in which a path test is written. */
const HELPED = ['v4-not-prefetches', 'v4-pages', 'v4-src-reexport', 'v4-token-401', 'v5-authorized', 'v5-intl-inside'];

/** Forms of which no faithful translation is certain: they stay, with the reason. */
const LEFT: readonly string[] = ['v4-chain'];

test('at least 40 apps, at least 40 requests to each by everybody, and no more than three left to a person', () => {
  expect(NAMES.length).toBeGreaterThanOrEqual(40);
  expect(variants.filter(({ manual }) => manual.length > 0).map(({ name }) => name)).toEqual(LEFT);
  expect(LEFT.length).toBeLessThanOrEqual(3);
  expect([...cookies.keys()]).toEqual(['nobody', 'user', 'admin', 'forger']);
  for (const pair of pairs.values()) expect(asked(pair, REQUESTS).length).toBeGreaterThanOrEqual(40);
});

describe('a middleware answers every request as it did with Auth.js', () => {
  test.each(NAMES.filter((name) => !LEFT.includes(name)))('%s', async (name) => {
    expect(await differences(pairs.get(name)!, cookies, REQUESTS)).toEqual([]);
  });
});

describe('--route-matcher tests the same paths by Clerk’s helper', () => {
  test.each(HELPED)('%s', async (name) => {
    expect(await differences(withHelper.get(name)!, cookies, REQUESTS)).toEqual([]);
  });
});

test('Clerk’s plain middleware does so only where the old one let everybody pass', async () => {
  const same: string[] = [];
  for (const [name, { before }] of pairs)
    if ((await differences({ before, after: plain }, cookies, REQUESTS, 1)).length === 0) same.push(name);
  expect(same).toEqual(NAMES.filter((name) => name.includes('-open-')));
});
