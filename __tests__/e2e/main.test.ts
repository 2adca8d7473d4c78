import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { finish } from '../../e2e/processes.js';

const ROOT = join(import.meta.dirname, '..', '..');

/** The harness as npm starts it. */
const e2e = (args: readonly string[], env: Readonly<Record<string, string>> = {}) =>
  finish(process.execPath, [join(ROOT, 'node_modules', 'tsx', 'dist', 'cli.mjs'), 'e2e/main.ts', ...args], {
    cwd: ROOT,
    env,
  });

const keys = (kind: 'test' | 'live') => ({
  CLERK_SECRET_KEY: `sk_${kind}_none`,
  NEXT_PUBLIC_CLERK_PUBLISHABLE_KEY: `pk_${kind}_${Buffer.from('clerk.example.com$').toString('base64')}`,
});

describe('npm run e2e', () => {
  it('names the apps where it is asked for another', async () => {
    const { code, output } = await e2e(['v5-rolls']);
    expect(code).toBe(2);
    expect(output).toMatch(/^There is no v5-rolls; the apps are v4-app-router, .*\n$/);
  });

  it('refuses the keys of a production instance', async () => {
    const { code, output } = await e2e(['v5-proxy'], keys('live'));
    expect(code).toBe(2);
    expect(output).toMatch(/^CLERK_SECRET_KEY is of a production instance, .* or say --live\.\n$/);
  });

  it('stops before it builds anything where Clerk refuses the keys', async () => {
    const asked: string[] = [];
    const clerk = createServer((request, response) => {
      asked.push(`${request.method} ${request.url?.replace(/\?.*/, '')} ${request.headers.authorization}`);
      response.writeHead(401, { 'content-type': 'application/json' });
      response.end(JSON.stringify({ errors: [{ code: 'secret_key_invalid', message: 'The secret key is invalid' }] }));
    });
    await new Promise<void>((listening) => clerk.listen(0, '127.0.0.1', listening));
    const url = `http://127.0.0.1:${(clerk.address() as AddressInfo).port}`;
    const { code, output } = await e2e(['v5-proxy'], { ...keys('test'), CLERK_API_URL: url });
    await new Promise((closed) => clerk.close(closed));
    expect(asked).toContain('GET /v1/users Bearer sk_test_none');
    expect(output).toMatch(/^With the keys that are set.*\nClerk refuses to .*: The secret key is invalid\n$/);
    expect(code).toBe(2);
  });
});
