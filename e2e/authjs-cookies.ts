import type { ExampleApp } from './apps/app.js';
import { fullNameOf } from './clerk-fake/people.js';
import type { Person } from './people.js';
import { must } from './processes.js';

export const AUTHJS_SECRET = 'a-secret-of-the-harness-32-characters';

export const SESSION_COOKIE = {
  v4: 'next-auth.session-token',
  v5: 'authjs.session-token',
} as const;

/** Runs in the app's folder, with its own next-auth: seals each token of a list on stdin. */
const SCRIPT = `
import { readFileSync } from 'node:fs';
import { encode } from 'next-auth/jwt';
const sealed = JSON.parse(readFileSync(0, 'utf8')).map((each) => encode(each));
console.log(JSON.stringify(await Promise.all(sealed)));
`;

/**
 * The cookies that Auth.js would have set for each person: sealed by the app's own next-auth, or a row's token.
 * @returns by the person's name; '' where there is none
 */
export async function authjsCookies(
  { authjs, sessionCookies }: ExampleApp,
  dir: string,
  people: readonly Person[],
): Promise<ReadonlyMap<string, string>> {
  const name = SESSION_COOKIE[authjs];
  if (sessionCookies) return new Map(people.map((person) => [person.name, cookie(name, sessionCookies[person.name])]));
  const signedIn = people.filter(({ user }) => user);
  const input = signedIn.map(({ user, isStale }) => ({
    token: {
      sub: user!.externalId,
      name: fullNameOf(user!),
      email: user!.email,
      picture: null,
      id: user!.externalId,
      ...user!.publicMetadata,
    },
    secret: AUTHJS_SECRET,
    ...(authjs === 'v5' && { salt: name }),
    maxAge: isStale ? -60 : 3600,
  }));
  const output = await must(process.execPath, ['--input-type=module', '-e', SCRIPT], {
    cwd: dir,
    env: {},
    input: JSON.stringify(input),
  });
  const sealed = JSON.parse(output.trim().split('\n').at(-1)!) as string[];
  return new Map(people.map((person) => [person.name, cookie(name, sealed[signedIn.indexOf(person)])]));
}

const cookie = (name: string, value: string | undefined): string => (value === undefined ? '' : `${name}=${value}`);
