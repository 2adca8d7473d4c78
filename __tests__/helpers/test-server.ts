import { spawnSync, type ChildProcess } from 'node:child_process';
import { existsSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';

/** A server of the tests' own, in a temporary folder and on a loopback port. */
export interface TestServer {
  /** Creates an empty database. @returns its address, with user and password */
  create(name: string): Promise<string>;
  stop(): Promise<void>;
}

/** What the servers' user needs to log in with; a test may look for it where it must not be. */
export const PASSWORD = 'p4ss:w/rd@1';

export const isRoot = process.getuid?.() === 0;

/** Says why tests are skipped: for `describe.skipIf`. */
export function isMissing(reason: string | undefined): boolean {
  if (reason !== undefined) process.stderr.write(`skipped: ${reason}\n`);
  return reason !== undefined;
}

/** Ends the process with the signal that has it stop at once, and in order. */
export async function stop(server: ChildProcess, signal: NodeJS.Signals, dir: string): Promise<void> {
  const ended = new Promise((resolve) => server.once('exit', resolve));
  server.kill(signal);
  await ended;
  rmSync(dir, { recursive: true, force: true });
}

/** @throws what the last attempt threw, where the server does not come up */
export async function untilUp(server: ChildProcess, attempt: () => Promise<unknown>): Promise<void> {
  for (let tries = 0; ; tries += 1) {
    try {
      await attempt();
      return;
    } catch (error) {
      if (tries === 150 || server.exitCode !== null) throw error;
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  }
}

/** Runs a command. @throws with all that it said, where it fails */
export function must(command: string, args: readonly string[]): void {
  const { status, stdout, stderr } = spawnSync(command, args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${command} ended with ${status}: ${stdout}${stderr}`);
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}

/** The folder of PATH that holds the command. */
export const folderOf = (command: string): string | undefined =>
  (process.env['PATH'] ?? '').split(':').find((folder) => existsSync(join(folder, command)));
