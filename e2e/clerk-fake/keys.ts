import { createHash, generateKeyPairSync, randomBytes, sign, type JsonWebKey, type KeyObject } from 'node:crypto';

/** What the fake instance signs its tokens with; new for each fake, so that no token of an earlier run is taken. */
export interface Keys {
  readonly kid: string;
  readonly privateKey: KeyObject;
  /** As `GET /v1/jwks` lists it. */
  readonly publicJwk: JsonWebKey & { kid: string; use: 'sig'; alg: 'RS256' };
}

export function makeKeys(): Keys {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const kid = `ins_${randomBytes(8).toString('hex')}`;
  return { kid, privateKey, publicJwk: { ...publicKey.export({ format: 'jwk' }), kid, use: 'sig', alg: 'RS256' } };
}

/** An RS256 token. `typ` and `kid` are what Clerk's SDK looks at in the header. */
export function signToken({ kid, privateKey }: Keys, payload: object): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const signed = `${part({ alg: 'RS256', typ: 'JWT', kid })}.${part(payload)}`;
  return `${signed}.${sign('RSA-SHA256', Buffer.from(signed), privateKey).toString('base64url')}`;
}

/** A production key: with one of a development instance every document takes a detour over the handshake first. */
export const publishableKeyOf = (frontendApi: string): string =>
  `pk_live_${Buffer.from(`${frontendApi}$`).toString('base64')}`;

/** The ending that Clerk's cookies bear besides their plain names, made from the publishable key. */
export const cookieSuffixOf = (publishableKey: string): string =>
  createHash('sha1').update(publishableKey).digest('base64').slice(0, 8).replaceAll('+', '-').replaceAll('/', '_');
