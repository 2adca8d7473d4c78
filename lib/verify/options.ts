import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { BadInput } from '../project/index.js';

export const FORMATS = ['pretty', 'json', 'markdown'] as const;
export type VerifyFormat = (typeof FORMATS)[number];

export interface VerifyOptions {
  readonly cwd: string;
  /** The app whose routes are asked where no path is given. */
  readonly app: string;
  /** An address, or the command that starts the app. */
  readonly before: string | undefined;
  readonly after: string | undefined;
  /** `/dash`, or `POST /api/notes`; empty for the app's own routes. */
  readonly paths: readonly string[];
  /** `Cookie` headers of a signed-in person, or `@file`. */
  readonly cookieBefore?: string;
  readonly cookieAfter?: string;
  /** Tokens for `Authorization: Bearer`, or `@file`. */
  readonly tokenBefore?: string;
  readonly tokenAfter?: string;
  /** Texts that both sides have to say, or neither. */
  readonly facts: readonly string[];
  readonly signIn: readonly string[];
  readonly allowWrites: boolean;
  readonly format: string;
}

export function formatNamed(name: string): VerifyFormat {
  const found = FORMATS.find((format) => format === name);
  if (!found)
    throw new BadInput(`verify prints no “${name}”: use ${FORMATS.slice(0, -1).join(', ')} or ${FORMATS.at(-1)}`);
  return found;
}

/** Who asks: somebody signed out, and, where something shows who they are, somebody signed in. */
export interface Visitor {
  readonly name: string;
  readonly before: Readonly<Record<string, string>>;
  readonly after: Readonly<Record<string, string>>;
}

/** @throws {BadInput} where a person is known to one side alone, or a file can't be read */
export function visitorsOf(options: VerifyOptions): Visitor[] {
  const before = credentials(options.cookieBefore, options.tokenBefore, options.cwd);
  const after = credentials(options.cookieAfter, options.tokenAfter, options.cwd);
  const signedOut = { name: 'signed out', before: {}, after: {} };
  if (!before && !after) return [signedOut];
  if (!before || !after)
    throw new BadInput(
      `say who is signed in on both sides: there is no --cookie-${before ? 'after' : 'before'} and no --token-${before ? 'after' : 'before'}`,
    );
  return [signedOut, { name: 'signed in', before, after }];
}

function credentials(
  cookie: string | undefined,
  token: string | undefined,
  cwd: string,
): Record<string, string> | undefined {
  if (cookie === undefined && token === undefined) return undefined;
  return {
    ...(cookie !== undefined && { cookie: secret(cookie, cwd) }),
    ...(token !== undefined && { authorization: `Bearer ${secret(token, cwd)}` }),
  };
}

/** A secret as given, or from a file, so that it stands in no list of processes. */
function secret(given: string, cwd: string): string {
  if (!given.startsWith('@')) return given;
  try {
    return readFileSync(resolve(cwd, given.slice(1)), 'utf8').trim();
  } catch {
    throw new BadInput(`the file ${given.slice(1)} can't be read`);
  }
}
