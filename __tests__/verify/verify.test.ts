import { mkdirSync, writeFileSync } from 'node:fs';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { VerifyOptions } from '../../lib/verify/options.js';
import { verify } from '../../lib/verify/verify.js';
import { folder } from '../runner/folder.js';

const open: Server[] = [];
afterEach(async () => {
  for (const server of open.splice(0)) await new Promise((closed) => server.close(closed));
});

async function listen(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  open.push(server);
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

interface Planted {
  /** The cookie that signs somebody in. */
  readonly cookie: string;
  readonly signIn: string;
  /** Pages that anybody may see, by mistake. */
  readonly openPages?: readonly string[];
  readonly greeting?: string;
}

/** An app with a public page, two protected ones, and an API. */
const app = ({ cookie, signIn, openPages = [], greeting = 'Hello Ada' }: Planted) =>
  listen((request, response) => {
    const path = request.url!;
    const isIn = request.headers.cookie?.includes(cookie) === true;
    if (path === '/api/me') return response.writeHead(isIn ? 200 : 401).end();
    if (path === '/' || isIn || openPages.includes(path))
      return response.writeHead(200, { 'content-type': 'text/html' }).end(`<p>${isIn ? greeting : 'Hello'}</p>`);
    return response.writeHead(307, { location: signIn + encodeURIComponent(path) }).end();
  });

const BEFORE = { cookie: 'authjs.session-token=1', signIn: '/api/auth/signin?callbackUrl=' };
const AFTER = { cookie: '__session=1', signIn: '/sign-in?redirect_url=' };

/** The files of an app whose routes those are. */
function project(): string {
  const dir = folder();
  const files = {
    'package.json': JSON.stringify({ name: 'app', dependencies: { next: '^15.5.9', react: '^19.1.4' } }),
    'app/layout.tsx': 'export default ({ children }) => children;\n',
    'app/page.tsx': 'export default () => null;\n',
    'app/(private)/dash/page.tsx': 'export default () => null;\n',
    'app/notes/page.tsx': 'export default () => null;\n',
    'app/notes/[id]/page.tsx': 'export default () => null;\n',
    'app/api/me/route.ts': 'export const GET = () => new Response();\n',
    'app/api/auth/[...nextauth]/route.ts': 'export const GET = () => new Response();\n',
    'app/api/webhooks/clerk/route.ts': 'export const POST = () => new Response();\n',
  };
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(dir, path)), { recursive: true });
    writeFileSync(join(dir, path), text);
  }
  return dir;
}

async function run(own: Partial<VerifyOptions>): Promise<{ code: number; text: string }> {
  let text = '';
  const options: VerifyOptions = {
    cwd: process.cwd(),
    app: '.',
    before: undefined,
    after: undefined,
    paths: [],
    facts: [],
    signIn: [],
    allowWrites: false,
    format: 'pretty',
    ...own,
  };
  const code = await verify(options, { out: (part) => void (text += part), colors: false });
  return { code, text };
}

const SIGNED_IN = { cookieBefore: BEFORE.cookie, cookieAfter: AFTER.cookie };

describe('verify', () => {
  it('finds no difference where the apps mean the same', async () => {
    const { code, text } = await run({
      app: project(),
      before: await app(BEFORE),
      after: await app(AFTER),
      ...SIGNED_IN,
    });
    expect(text).toBe(
      'Not asked, for want of a parameter (--path /notes/1): /notes/[id]\n8 answers compared, no difference\n',
    );
    expect(code).toBe(0);
  });

  it('prints the one difference that is there, and nothing else', async () => {
    const after = await app({ ...AFTER, openPages: ['/dash'] });
    const { code, text } = await run({
      app: project(),
      before: await app(BEFORE),
      after,
      ...SIGNED_IN,
      format: 'json',
    });
    expect(code).toBe(1);
    expect(JSON.parse(text)).toMatchObject({
      schemaVersion: 1,
      compared: 8,
      differences: [
        {
          person: 'signed out',
          path: '/dash',
          kind: 'opened',
          before: 'sent to sign in, back to /dash',
          after: 'answered (200)',
        },
      ],
    });
  });

  it('holds facts against each other', async () => {
    const after = await app({ ...AFTER, greeting: 'Hello user_2x' });
    const sides = { before: await app(BEFORE), after, ...SIGNED_IN, paths: ['/', '/dash'] };
    expect((await run(sides)).code).toBe(0);
    const { text } = await run({ ...sides, facts: ['Ada'], format: 'markdown' });
    expect(text).toContain('**Says something else**');
    expect(text).toContain('| `GET /dash, signed in` | says “Ada” | does not say “Ada” |');
    expect(text).toContain('4 answers compared, 2 differences.');
  });

  it('starts both sides by their commands, and ends them', async () => {
    const server = (answer: string) =>
      `"${process.execPath}" -e "require('http').createServer((q,s)=>{s.statusCode=${answer};s.end()}).listen(process.env.PORT,'localhost')"`;
    const { code, text } = await run({
      before: server('401'),
      after: server('404'),
      paths: ['/api/me'],
      format: 'json',
    });
    expect(code).toBe(1);
    const said = JSON.parse(text) as { before: string; differences: unknown[] };
    expect(said.differences).toMatchObject([{ kind: 'denial', before: '401', after: '404' }]);
    await expect(fetch(said.before)).rejects.toThrow('fetch failed');
  });
});

describe('what verify refuses, in one line', () => {
  const sides = { before: 'http://127.0.0.1:9', after: 'http://127.0.0.1:9', paths: ['/'] };
  it.each([
    [{}, /give both sides: --before and --after/],
    [sides, /nobody answers at http:\/\/127\.0\.0\.1:9\/ \(--before\)/],
    [{ ...sides, before: 'exit 3' }, /“exit 3” \(--before\) ended with 3/],
    [{ ...sides, paths: ['dash'] }, /“dash” is no path/],
    [{ ...sides, paths: ['POST /api/me'] }, /POST \/api\/me may change something.*--allow-writes/],
    [{ ...sides, cookieBefore: 'a=1' }, /there is no --cookie-after and no --token-after/],
    [{ ...sides, cookieBefore: '@none', tokenAfter: 'x' }, /the file none can't be read/],
    [{ ...sides, format: 'sarif' }, /verify prints no “sarif”/],
  ] as const)('%j', async (options, message) => {
    await expect(run(options)).rejects.toMatchObject({ name: 'BadInput', message: expect.stringMatching(message) });
  });
});
