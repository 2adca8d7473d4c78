import type { Server } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { FIXTURES } from './fixtures.js';
import { middlewareFile } from '../../lib/steps/middleware-file.js';
import { bundle, type App } from './bundle.js';
import { answer, load, type Loaded } from './harness.js';
import { serveKeys, type Person } from './people.js';
import { FEW, REQUESTS } from './requests.js';
import { silence } from './silence.js';
import { differences, everybody, pairsOf, type Pair } from './variants.js';

silence();

let server: Server;
let cookies: Map<Person, string>;
let pairs: Map<string, Pair>;
let plain: Loaded;
beforeAll(async () => {
  server = await serveKeys();
  cookies = await everybody();
  ({ pairs, plain } = await pairsOf(FIXTURES));
});
afterAll(() => void server.close());

describe('a middleware answers as it did with Auth.js', () => {
  test.each(FIXTURES.map(({ name }) => name))('%s', async (name) => {
    expect(await differences(pairs.get(name)!, cookies, FEW(REQUESTS))).toEqual([]);
  });
});

test('an app without a middleware gets one that lets everybody pass, hooks of other services too', async () => {
  const hooks = ['/api/webhooks/pay', '/api/stripe/webhook', '/hooks/pay'].map((path) => ({ path, method: 'POST' }));
  const written = middlewareFile({ fileLike: [''], everywhere: true });
  const app: App = { files: { 'middleware.ts': written }, entry: 'middleware.ts', authjs: 'v4' };
  const own = load((await bundle(new Map([['own', app]]))).get('own')!());
  for (const cookie of cookies.values())
    for (const request of [...FEW(REQUESTS), ...hooks])
      expect([request.path, await answer(own, request, cookie)]).toEqual([request.path, 'passes']);
});

test('Clerk’s plain middleware in the place of theirs answers most otherwise', async () => {
  let found = 0;
  for (const { before } of pairs.values()) {
    const different = await differences({ before, after: plain }, cookies, FEW(REQUESTS), 1);
    if (different.length > 0) found += 1;
  }
  expect(FIXTURES.length).toBeGreaterThan(25);
  expect(found).toBeGreaterThan(FIXTURES.length * 0.7);
});
