import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { importUsers, type ImportFlags } from '../../../lib/users/import/command.js';
import type { Output } from '../../../lib/runner/options.js';
import { startClerkFake, type ClerkFake, type FakeOptions } from '../../helpers/clerk-fake/index.js';

/** How a command ended. A refusal before anything was done is `BadInput`, which the bin turns into exit code 2. */
export interface Ended {
  code: number;
  out: string;
  err: string;
  notes: string;
}

/** A folder with the key of a fake of Clerk's in its env file. */
export interface Sandbox {
  folder: string;
  fake: ClerkFake;
  path(name: string): string;
  write(name: string, content: unknown): string;
  has(name: string): boolean;
  /** The lines of an NDJSON file. */
  lines(name: string): Record<string, unknown>[];
  import(path: string, flags?: Partial<ImportFlags>, confirm?: Output['confirm']): Promise<Ended>;
  /** Runs a command that is given its output. */
  run(command: (output: Output) => Promise<number>, confirm?: Output['confirm']): Promise<Ended>;
}

export async function sandbox(options: FakeOptions = {}): Promise<Sandbox> {
  const fake = await startClerkFake(options);
  const folder = mkdtempSync(join(tmpdir(), 'users-'));
  onTestFinished(async () => {
    await fake.close();
    rmSync(folder, { recursive: true, force: true });
  });
  const path = (name: string): string => join(folder, name);
  writeFileSync(
    path('.env.local'),
    `CLERK_SECRET_KEY=${fake.key}\nCLERK_API_URL=${fake.url}\nNEXT_PUBLIC_CLERK_PROXY_URL=${fake.url}\n`,
  );
  const run: Sandbox['run'] = async (command, confirm) => {
    const ended: Ended = { code: -1, out: '', err: '', notes: '' };
    const output: Output = {
      out: (text) => void (ended.out += text),
      err: (text) => void (ended.err += text),
      note: (text) => void (ended.notes += text),
      colors: false,
      columns: undefined,
      confirm,
    };
    try {
      ended.code = await command(output);
    } catch (error) {
      if (!(error instanceof Error) || error.name !== 'BadInput') throw error;
      ended.err += `${error.message}\n`;
      ended.code = 2;
    }
    return ended;
  };
  return {
    folder,
    fake,
    path,
    run,
    write(name, content) {
      writeFileSync(
        path(name),
        typeof content === 'string' || Buffer.isBuffer(content) ? content : JSON.stringify(content),
      );
      return name;
    },
    has: (name) => existsSync(path(name)),
    lines: (name) =>
      readFileSync(path(name), 'utf8')
        .split('\n')
        .filter(Boolean)
        .map((line) => JSON.parse(line) as Record<string, unknown>),
    import: (file, flags = {}, confirm) =>
      run(
        (output) =>
          importUsers(
            {
              outDir: '.',
              format: 'text',
              yes: true,
              rate: 10_000,
              timeout: 5,
              patience: 4,
              ...flags,
              path: file,
              cwd: folder,
              args: ['users', 'import', file],
              isAttended: false,
            },
            output,
          ),
        confirm,
      ),
  };
}

/** Made-up people. */
export const people = (count: number, from = 1): { userId: string; email: string; name: string }[] =>
  Array.from({ length: count }, (_, at) => ({
    userId: `old-${from + at}`,
    email: `person${from + at}@example.com`,
    name: `Person ${from + at}`,
  }));

export const lastLine = (text: string): string => text.trimEnd().split('\n').at(-1) ?? '';
