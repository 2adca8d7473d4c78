import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { failure, type Answer, type Instance } from './answers.js';
import { endpointOf } from './endpoints.js';
import { environment, type Attributes } from './environment.js';
import type { Fault } from './faults.js';
import { SlidingWindow } from './limit.js';
import { Store } from './store.js';

export interface FakeOptions {
  /** The key that it takes. */
  key?: string;
  instance?: Instance;
  /** Requests in ten seconds; none where there is no limit. */
  limit?: number;
  /** Time runs so many times faster for the limiter: ten seconds are one at 10. */
  speed?: number;
  /** Whether a refusal says for how long. */
  retryAfter?: boolean;
  /** Milliseconds that every answer takes. */
  latency?: number;
  /** What to do to a request instead of answering it, or after its effect. */
  fault?: (request: { method: string; path: string; number: number }) => Fault | undefined;
  /** What the instance asks of its users; see environment.ts. */
  attributes?: Attributes;
}

/**
 * A stand-in for Clerk's Backend API, with its limits and with every way in which a network can fail. What it knows of the
 * real one is said at each endpoint (endpoints.ts); answers have the shape of @clerk/backend's types.
 */
export interface ClerkFake {
  /** For CLERK_API_URL, and for NEXT_PUBLIC_CLERK_PROXY_URL. */
  url: string;
  key: string;
  store: Store;
  /** `POST /users 200`, in the order of the answers. */
  log: string[];
  options: FakeOptions;
  /** Stops taking connections, and cuts those that are open. */
  close(): Promise<void>;
}

export async function startClerkFake(options: FakeOptions = {}): Promise<ClerkFake> {
  const key = options.key ?? 'sk_live_fake';
  const store = new Store(options.attributes ?? {});
  const fake: Omit<ClerkFake, 'url' | 'close'> = { key, store, log: [], options };
  const windows = windowsOf(options);
  let number = 0;
  const server = createServer((request, response) => {
    number += 1;
    void answer(fake, windows, number, request, response);
  });
  const sockets = new Set<Socket>();
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  const url = await listen(server);
  const close = (): Promise<void> =>
    new Promise((done) => {
      server.close(() => done());
      for (const socket of sockets) socket.destroy();
    });
  return { ...fake, url, close };
}

/** Clerk's limit, and that a burst is refused although the ten seconds would hold it: seen, its exact rule is not known. */
function windowsOf({ limit, speed = 1 }: FakeOptions): SlidingWindow[] {
  if (limit === undefined) return [];
  return [new SlidingWindow(limit, 10_000 / speed), new SlidingWindow(Math.ceil(limit / 5), 1000 / speed)];
}

async function answer(
  { key, store, log, options }: Omit<ClerkFake, 'url' | 'close'>,
  windows: readonly SlidingWindow[],
  number: number,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://fake');
  const method = request.method ?? 'GET';
  const path = url.pathname.replace(/^\/v1/, '');
  const text = await bodyOf(request);
  const send = ({ status, body, headers = {} }: Answer): void => {
    log.push(`${method} ${path} ${status}`);
    response.writeHead(status, { 'content-type': 'application/json', ...headers });
    response.end(typeof body === 'string' ? body : JSON.stringify(body));
  };
  if (path === '/environment') return send({ status: 200, body: environment(options.attributes ?? {}) });
  if (request.headers.authorization !== `Bearer ${key}`) {
    return send(failure(401, 'authentication_invalid', 'The secret key is invalid.'));
  }
  const wait = Math.max(0, ...windows.map((window) => window.take(performance.now())));
  if (wait > 0) {
    const seconds = (wait / 1000).toFixed(3);
    const headers = options.retryAfter === false ? {} : { 'retry-after': seconds };
    return send({ ...failure(429, 'too_many_requests', 'Too many requests. Please try again later.'), headers });
  }
  const fault = options.fault?.({ method, path, number });
  if (options.latency !== undefined) await sleep(options.latency);
  if (fault?.kind === 'slow') await sleep(fault.milliseconds);
  if (fault === undefined || fault.kind === 'slow')
    return send(endpointOf(store, options.instance)(method, path, url.searchParams, text));
  if (fault.afterEffect === true) endpointOf(store, options.instance)(method, path, url.searchParams, text);
  switch (fault.kind) {
    case 'status':
      return send({ status: fault.status, body: fault.body ?? '', headers: fault.headers ?? {} });
    case 'cut':
      request.socket.destroy();
      return;
    case 'silence':
      // The client gives up; the socket goes with it.
      if (fault.effectAfterMs === undefined) return;
      await sleep(fault.effectAfterMs);
      endpointOf(store, options.instance)(method, path, url.searchParams, text);
      return;
  }
}

const sleep = (milliseconds: number): Promise<void> => new Promise((done) => void setTimeout(done, milliseconds));

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  try {
    for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
  } catch {
    // The client went away in the middle.
  }
  return Buffer.concat(chunks).toString('utf8');
}

function listen(server: Server): Promise<string> {
  return new Promise((done) => {
    server.listen(0, '127.0.0.1', () => done(`http://127.0.0.1:${(server.address() as AddressInfo).port}`));
  });
}
