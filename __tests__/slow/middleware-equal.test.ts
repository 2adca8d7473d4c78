import type { Server } from 'node:http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { cookiesOf, PEOPLE, serveKeys, type Person } from '../middleware-equal/people.js';
import { REQUESTS } from '../middleware-equal/requests.js';
import { differences, VARIANTS } from '../middleware-equal/variants.js';

let server: Server;
const cookies = new Map<Person, string>();
beforeAll(async () => {
  server = await serveKeys();
  for (const person of PEOPLE) cookies.set(person, await cookiesOf(person));
});
afterAll(() => void server.close());

test.each(VARIANTS.map((variant) => [variant.name, variant] as const))(
  '%s answers every request as it did with Auth.js',
  async (_, variant) => {
    expect(await differences(variant, cookies, REQUESTS)).toEqual([]);
  },
);

test('Clerk’s plain middleware does so only where the old one let everybody pass', async () => {
  const after = `import { clerkMiddleware } from '@clerk/nextjs/server'; export default clerkMiddleware();`;
  const same: string[] = [];
  for (const { name, before, config } of VARIANTS)
    if ((await differences({ before, after, config }, cookies, REQUESTS)).length === 0) same.push(name);
  expect(same).toEqual(['open-no-handler', 'v5-default', 'v5-open', 'v5-proxy']);
});
