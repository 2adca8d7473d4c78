import type { Server } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cookiesOf, PEOPLE, serveKeys, type Person } from './people.js';
import { FEW, REQUESTS } from './requests.js';
import { differences, VARIANTS } from './variants.js';

/** Clerk's guide, word for word: it gates nothing. */
const PLAIN = `import { clerkMiddleware } from '@clerk/nextjs/server'; export default clerkMiddleware();`;

let server: Server;
const cookies = new Map<Person, string>();
beforeAll(async () => {
  server = await serveKeys();
  for (const person of PEOPLE) cookies.set(person, await cookiesOf(person));
});
afterAll(() => void server.close());

describe('a middleware answers as it did with Auth.js', () => {
  test.each(VARIANTS.map((variant) => [variant.name, variant] as const))('%s', async (_, variant) => {
    expect(await differences(variant, cookies, FEW(REQUESTS))).toEqual([]);
  });
});

test('Clerk’s plain middleware in the place of theirs answers most otherwise', async () => {
  let found = 0;
  for (const { before, config } of VARIANTS) {
    const different = await differences({ before, after: PLAIN, config }, cookies, FEW(REQUESTS));
    if (different.length > 0) found += 1;
  }
  expect(VARIANTS.length).toBeGreaterThan(25);
  expect(found).toBeGreaterThan(VARIANTS.length * 0.7);
});
