import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Stands between an app and Clerk's Backend API, and keeps count; it changes nothing on the way. */
export interface Counter {
  /** `http://127.0.0.1:<port>`, for `CLERK_API_URL`. */
  readonly url: string;
  /** The calls since the last time, `GET /v1/users/user_1`; those of the keys are none of the app's doing. */
  takeCalls(): string[];
  close(): Promise<void>;
}

/** What belongs to one connection, or is no longer true once fetch() has unpacked the body. */
const OWN_HEADERS = ['connection', 'content-encoding', 'content-length', 'host', 'keep-alive', 'transfer-encoding'];

/** @param apiUrl the address of the real API, without a path */
export async function startCounter(apiUrl: string): Promise<Counter> {
  const calls: string[] = [];
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', apiUrl);
    if (pathname !== '/v1/jwks') calls.push(`${request.method} ${pathname}`);
    hand(request, response, apiUrl).catch((error: unknown) => {
      response.writeHead(502, { 'content-type': 'text/plain' }).end(String(error));
    });
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    takeCalls: () => calls.splice(0),
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}

async function hand(request: IncomingMessage, response: ServerResponse, apiUrl: string): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const headers = Object.entries(request.headers).flatMap(([name, value]): [string, string][] =>
    value === undefined || OWN_HEADERS.includes(name) ? [] : [[name, String(value)]],
  );
  const answer = await fetch(new URL(request.url ?? '/', apiUrl), {
    method: request.method ?? 'GET',
    headers,
    ...(chunks.length > 0 && { body: Buffer.concat(chunks) }),
  });
  response.writeHead(
    answer.status,
    Object.fromEntries([...answer.headers].filter(([name]) => !OWN_HEADERS.includes(name))),
  );
  response.end(Buffer.from(await answer.arrayBuffer()));
}
