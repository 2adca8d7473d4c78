import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { ask, type Ask } from '../../lib/verify/ask.js';

const open: Server[] = [];
afterEach(async () => {
  for (const server of open.splice(0)) await new Promise((closed) => server.close(closed));
});

async function listen(handler: (request: IncomingMessage, response: ServerResponse) => void): Promise<URL> {
  const server = createServer(handler);
  open.push(server);
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
}

const GET: Ask = { method: 'GET', path: '/dash', as: 'document', headers: {} };

describe('asking', () => {
  it('does not follow redirects', async () => {
    const base = await listen((_, response) => response.writeHead(307, { location: '/sign-in' }).end());
    expect(await ask(base, GET)).toMatchObject({ status: 307, location: '/sign-in' });
  });

  it('asks as a browser, or as a script', async () => {
    const base = await listen((request, response) => response.end(request.headers['accept']));
    expect((await ask(base, GET)).body).toContain('text/html');
    expect((await ask(base, { ...GET, as: 'script' })).body).toBe('application/json');
  });

  it('goes through the handshake of Clerk with its cookies, as a browser does', async () => {
    const clerk = await listen((request, response) => {
      const to = new URL(request.url!, 'http://clerk').searchParams.get('redirect_url')!;
      response.writeHead(307, { location: to, 'set-cookie': '__clerk_handshake=signed; Path=/' }).end();
    });
    const seen: (string | undefined)[] = [];
    const base = await listen((request, response) => {
      seen.push(request.headers.cookie);
      if (seen.length > 1) return response.end('in');
      const back = encodeURIComponent(`http://${request.headers.host}${request.url}`);
      response.writeHead(307, {
        location: `https://clerk.example.com/v1/client/handshake?redirect_url=${back}`,
        'set-cookie': '__session=; Max-Age=0',
      });
      return response.end();
    });
    const answered = await ask(
      base,
      { ...GET, headers: { cookie: '__session=old; theme=dark' } },
      ({ pathname, search }) => new URL(pathname + search, clerk),
    );
    expect(answered).toMatchObject({ status: 200, body: 'in' });
    expect(seen).toEqual(['__session=old; theme=dark', 'theme=dark; __clerk_handshake=signed']);
  });

  it('gives up a handshake that does not end', async () => {
    let asked = 0;
    const base = await listen((_, response) => {
      asked++;
      response.writeHead(307, { location: '/v1/client/handshake' }).end();
    });
    expect((await ask(base, GET)).status).toBe(307);
    expect(asked).toBeLessThan(10);
  });
});
