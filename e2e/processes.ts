import { spawn, type ChildProcess } from 'node:child_process';
import { createServer, type AddressInfo } from 'node:net';

/** Programs that run now; each leads a group of its own, so that what they start ends with them. */
const running = new Set<ChildProcess>();

export interface Finished {
  readonly code: number;
  /** Both streams, in the order in which they came. */
  readonly output: string;
}

interface Place {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
  readonly input?: string;
}

/** Nothing of the caller's own environment that would change what an app does. */
const environment = (own: Readonly<Record<string, string>>): NodeJS.ProcessEnv => ({
  PATH: process.env['PATH'],
  HOME: process.env['HOME'],
  NEXT_TELEMETRY_DISABLED: '1',
  NEXT_PUBLIC_CLERK_TELEMETRY_DISABLED: '1',
  CI: '1',
  ...own,
});

/** Starts a program in a group of its own. */
export function start(command: string, args: readonly string[], { cwd, env }: Place): ChildProcess {
  const child = spawn(command, [...args], {
    cwd,
    env: environment(env),
    detached: true,
    stdio: 'pipe',
  });
  running.add(child);
  child.once('exit', () => running.delete(child));
  child.once('error', () => running.delete(child));
  return child;
}

/** Runs a program to its end. @throws where it cannot be started */
export async function finish(command: string, args: readonly string[], place: Place): Promise<Finished> {
  const child = start(command, args, place);
  let output = '';
  child.stdout?.on('data', (chunk: Buffer) => void (output += chunk.toString('utf8')));
  child.stderr?.on('data', (chunk: Buffer) => void (output += chunk.toString('utf8')));
  child.stdin?.end(place.input ?? '');
  const code = await new Promise<number>((ended, failed) => {
    child.once('close', (status) => ended(status ?? 1));
    child.once('error', failed);
  });
  return { code, output };
}

/** @throws with the last lines of what it said, where it does not end with 0 */
export async function must(command: string, args: readonly string[], place: Place): Promise<string> {
  const { code, output } = await finish(command, args, place);
  if (code !== 0) throw new Error(`${command} ${args.join(' ')} failed (${code}):\n${lastLines(output)}`);
  return output;
}

export const lastLines = (text: string): string => text.trimEnd().split('\n').slice(-40).join('\n');

/** Ends a program and all that it started. */
export async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return;
  const gone = new Promise<void>((ended) => child.once('exit', () => ended()));
  signal(child, 'SIGTERM');
  const late = setTimeout(() => signal(child, 'SIGKILL'), 5000);
  await gone;
  clearTimeout(late);
}

/** Ends whatever still runs, at once. @returns once it has ended */
export async function stopAll(): Promise<void> {
  const ends = [...running].map((child) => new Promise((ended) => child.once('exit', ended)));
  for (const child of running) signal(child, 'SIGKILL');
  await Promise.all(ends);
}

function signal({ pid }: ChildProcess, name: NodeJS.Signals): void {
  try {
    if (pid !== undefined) process.kill(-pid, name);
  } catch {
    // It has ended by itself.
  }
}

/** A port of the loopback interface that nobody listens on. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  await new Promise<void>((closed) => server.close(() => closed()));
  return port;
}
