import { createSign, generateKeyPairSync } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';

const require = createRequire(import.meta.url);
const { encode } = require('next-auth/jwt') as { encode(input: object): Promise<string> };
const JWT5: string = 'next-auth-5/jwt';
type Encode5 = (input: { token: object; secret: string; salt: string }) => Promise<string>;

/** Who asks. */
export const PEOPLE = ['nobody', 'user', 'admin', 'forger'] as const;
export type Person = (typeof PEOPLE)[number];

export const SECRET = 'a secret of this test';
const ISSUER = 'clerk.example.com';
const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });

/** Claims of a person, as Auth.js's token and Clerk's hold them. */
const CLAIMS = {
  user: { sub: 'user_1', name: 'Pat', email: 'pat@example.com', role: 'member' },
  admin: { sub: 'user_2', name: 'Ada', email: 'ada@example.com', role: 'admin' },
} as const;

const base64 = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/** A session token as Clerk signs it. */
function clerkToken(claims: object): string {
  const now = Math.floor(Date.now() / 1000);
  const times = { iat: now - 5, nbf: now - 10, exp: now + 3600 };
  const body = {
    iss: `https://${ISSUER}`,
    sid: 'sess_1',
    v: 2,
    sts: 'active',
    azp: 'http://localhost:3000',
    ...times,
    ...claims,
  };
  const text = `${base64({ alg: 'RS256', typ: 'JWT', kid: 'key' })}.${base64(body)}`;
  return `${text}.${createSign('RSA-SHA256').update(text).sign(privateKey, 'base64url')}`;
}

/** The cookies of a person: Auth.js's and Clerk's, so that one request serves both sides. */
export async function cookiesOf(person: Person): Promise<string> {
  if (person === 'nobody') return '';
  if (person === 'forger')
    return 'next-auth.session-token=made-up; authjs.session-token=made-up; __session=made.up.token; __client_uat=1700000000';
  const { sub, ...claims } = CLAIMS[person];
  const token = await encode({ token: CLAIMS[person], secret: SECRET });
  const clerk = clerkToken({ sub, userId: sub, ...claims });
  // By a name of type string: its types bring those of a browser along, in which the other tests do not hold.
  const { encode: encode5 } = (await import(JWT5)) as { encode: Encode5 };
  const salt = 'authjs.session-token';
  const token5 = await encode5({ token: CLAIMS[person], secret: SECRET, salt });
  const authjs = `next-auth.session-token=${token}; __Secure-next-auth.session-token=${token}; ${salt}=${token5}`;
  return `${authjs}; __session=${clerk}; __client_uat=${Math.floor(Date.now() / 1000) - 60}`;
}

/** Clerk's API, as far as a middleware asks it: the key that its tokens are signed with. */
export async function serveKeys(): Promise<Server> {
  const key = { ...publicKey.export({ format: 'jwk' }), kid: 'key', use: 'sig', alg: 'RS256' };
  const server = createServer((_, response) => {
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify({ keys: [key] }));
  });
  // What an app's code tells others of is told nobody here.
  const { fetch } = globalThis;
  globalThis.fetch = (input, init) =>
    String(input instanceof Request ? input.url : input).startsWith('http://127.0.0.1')
      ? fetch(input, init)
      : Promise.resolve(new Response());
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  process.env['CLERK_API_URL'] = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  process.env['CLERK_SECRET_KEY'] = 'sk_live_of_this_test';
  process.env['NEXT_PUBLIC_CLERK_PUBLISHABLE_KEY'] = `pk_live_${Buffer.from(`${ISSUER}$`).toString('base64')}`;
  process.env['NEXT_PUBLIC_CLERK_SIGN_IN_URL'] = '/sign-in';
  process.env['NEXT_PUBLIC_CLERK_TELEMETRY_DISABLED'] = '1';
  process.env['NEXTAUTH_SECRET'] = SECRET;
  process.env['AUTH_SECRET'] = SECRET;
  process.env['AUTH_TRUST_HOST'] = '1';
  process.env['NEXTAUTH_URL'] = 'http://localhost:3000';
  return server;
}
