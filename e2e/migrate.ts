import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Report } from '../lib/ledger.js';
import { finish } from './processes.js';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
export const BIN = join(ROOT, 'dist', 'bin', 'authjs-clerk-codemod.js');

/**
 * Runs the built command on a copy, and says what it reported.
 * @throws where it does not end with 0
 */
export async function migrate(dir: string): Promise<Report> {
  if (!existsSync(BIN)) throw new Error('The command is not built: npm run build');
  const { code, output } = await finish(process.execPath, [BIN, '--yes', '--force', '--format', 'json', '.'], {
    cwd: dir,
    env: {},
  });
  if (code !== 0) throw new Error(`the codemod ended with ${code}:\n${output}`);
  return JSON.parse(output.slice(output.indexOf('{'))) as Report;
}

/** `session.claims` of the generated clerk.patch.json; none where there is no such file. */
export function claimsOf(dir: string): Record<string, unknown> {
  const path = join(dir, 'clerk.patch.json');
  if (!existsSync(path)) return {};
  const patch = JSON.parse(readFileSync(path, 'utf8')) as {
    session?: { claims?: Record<string, unknown> };
  };
  return patch.session?.claims ?? {};
}

export interface ClerkKeys {
  readonly publishableKey: string;
  readonly secretKey: string;
}

/** Where the keys stand, beside the app's package.json. */
export const ENV_FILE = '.env.local';

/**
 * Fills the keys as a person would: into a copy of what the run left in `.env.example`. All else that Clerk needs, the
 * address of the app's sign-in page among it, has to stand there already.
 */
export function fillKeys(dir: string, { publishableKey, secretKey }: ClerkKeys): void {
  const values: Readonly<Record<string, string>> = {
    NEXT_PUBLIC_CLERK_PUBLISHABLE_KEY: publishableKey,
    CLERK_SECRET_KEY: secretKey,
  };
  const lines = readFileSync(join(dir, '.env.example'), 'utf8')
    .split('\n')
    .filter((line) => /^\w*CLERK\w*=/.test(line))
    .map((line) => {
      const value = values[line.slice(0, line.indexOf('='))];
      return value === undefined ? line : `${line}${value}`;
    });
  writeFileSync(join(dir, ENV_FILE), `${lines.join('\n')}\n`);
}
