import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { BACKEND } from './backend.js';
import { FRONTEND } from './frontend.js';
import { Instance } from './instance.js';
import type { FakeUser } from './people.js';
import { failure, match, type Reply } from './route.js';
import { TESTING } from './testing.js';

export const ROUTES = [...BACKEND, ...TESTING, ...FRONTEND];

/** The header by which whoever stands between a browser and the fake says which browser it is. */
export const CLIENT_HEADER = 'x-fake-client';

export interface FakeClerk {
  readonly instance: Instance;
  /** `http://127.0.0.1:<port>`, for CLERK_API_URL. */
  readonly url: string;
  /** The calls since the last time, `backend GET /v1/users/:id`; those of the keys are none of the app's doing. */
  takeCalls(api: 'backend' | 'frontend'): string[];
  /** Requests that no endpoint answered: the fake has to learn them. */
  readonly unknown: readonly string[];
  close(): Promise<void>;
}

/**
 * Clerk's two APIs on one port of the loopback interface.
 * @param users who there is
 * @param claims the template of the session token, as in clerk.patch.json
 */
export async function startClerkFake(
  users: readonly FakeUser[],
  claims: Readonly<Record<string, unknown>> = {},
  frontendApi = 'clerk.example.com',
): Promise<FakeClerk> {
  const instance = new Instance(users, frontendApi, claims);
  const calls: { api: string; line: string }[] = [];
  const unknown: string[] = [];
  const server = createServer((request, response) => {
    void answer(request, instance).then(({ line, api, reply }) => {
      if (api === undefined) unknown.push(line);
      else if (!line.endsWith('/v1/jwks')) calls.push({ api, line });
      send(response, reply, request.headers.origin);
    });
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    instance,
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    unknown,
    takeCalls: (api) => {
      const taken = calls.filter((call) => call.api === api).map(({ line }) => line);
      calls.splice(0, calls.length, ...calls.filter((call) => call.api !== api));
      return taken;
    },
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}

interface Answered {
  readonly api: string | undefined;
  readonly line: string;
  readonly reply: Reply;
}

async function answer(request: IncomingMessage, instance: Instance): Promise<Answered> {
  const url = new URL(request.url ?? '/', 'http://fake');
  // clerk-js sends what a form can't (DELETE, PATCH) as POST with the method beside it.
  const method = (url.searchParams.get('_method') ?? request.method ?? 'GET').toUpperCase();
  const body = await bodyOf(request);
  if (request.method === 'OPTIONS') return { api: 'frontend', line: 'OPTIONS', reply: { status: 204 } };
  for (const { api, method: wanted, path, handle } of ROUTES) {
    const params = wanted === method ? match(path, url.pathname) : undefined;
    if (!params) continue;
    const client = instance.client(clientIdOf(request));
    const origin = request.headers.origin ?? 'http://localhost';
    try {
      return {
        api,
        line: `${method} ${path}`,
        reply: handle({ instance, params, query: url.searchParams, body, client, origin }),
      };
    } catch (error) {
      return { api, line: `${method} ${path}`, reply: failure(500, 'fake_bug', String(error)) };
    }
  }
  const line = `${method} ${url.pathname}`;
  return { api: undefined, line, reply: failure(404, 'fake_unknown', `the fake does not know ${line}`) };
}

function clientIdOf(request: IncomingMessage): string {
  const header = request.headers[CLIENT_HEADER];
  return (
    (typeof header === 'string' && header) ||
    /(?:^|; )__client=([^;]+)/.exec(request.headers.cookie ?? '')?.[1] ||
    'nobody'
  );
}

async function bodyOf(request: IncomingMessage): Promise<Record<string, string>> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const text = Buffer.concat(chunks).toString('utf8');
  if (text === '') return {};
  if (/json/.test(request.headers['content-type'] ?? '')) return JSON.parse(text) as Record<string, string>;
  return Object.fromEntries(new URLSearchParams(text));
}

function send(response: ServerResponse, reply: Reply, origin: string | undefined): void {
  response.writeHead(reply.status ?? 200, {
    'content-type': 'application/json',
    'access-control-allow-origin': origin ?? '*',
    'access-control-allow-credentials': 'true',
    'access-control-allow-headers': 'authorization,content-type',
    'access-control-allow-methods': 'GET,POST,PATCH,PUT,DELETE',
    ...(reply.location !== undefined && { location: reply.location }),
    'set-cookie': Object.entries(reply.appCookies ?? {}).map(([name, value]) => `${name}=${value}`),
  });
  response.end(reply.json === undefined ? '' : JSON.stringify(reply.json));
}
