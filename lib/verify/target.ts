import { spawn, type ChildProcess } from 'node:child_process';
import { createServer, type AddressInfo } from 'node:net';
import { BadInput } from '../project/index.js';

/** A side of the comparison that answers. */
export interface Target {
  readonly base: URL;
  stop(): Promise<void>;
}

/** How long a start command may take until the app answers, in milliseconds. */
const START = 120_000;

/**
 * @param given an address, or a command that starts the app: it gets a free port as `PORT`
 * @throws {BadInput} where nobody answers
 */
export async function reach(given: string, side: 'before' | 'after', cwd: string): Promise<Target> {
  if (/^https?:\/\//i.test(given)) {
    if (!URL.canParse(given)) throw new BadInput(`--${side} ${given} is no address`);
    const base = new URL(given);
    if (!(await answers(base)))
      throw new BadInput(`nobody answers at ${base.href} (--${side}): start the app there first`);
    return { base, stop: async () => undefined };
  }
  const port = await freePort();
  const base = new URL(`http://localhost:${port}`);
  const child = spawn(given, {
    cwd,
    shell: true,
    detached: process.platform !== 'win32', // a group of its own, so that what the shell starts ends with it
    stdio: 'ignore',
    env: { ...process.env, PORT: String(port) },
  });
  const end = () => kill(child);
  process.once('exit', end);
  const until = Date.now() + START;
  while (!(await answers(base))) {
    if (child.exitCode !== null || Date.now() > until) {
      end();
      throw new BadInput(
        `“${given}” (--${side}) ${child.exitCode === null ? `does not answer at ${base.href}` : `ended with ${child.exitCode}`}: it has to start the app on the port that PORT names`,
      );
    }
    await new Promise((later) => setTimeout(later, 300));
  }
  return {
    base,
    stop: async () => {
      process.off('exit', end);
      const gone = new Promise<void>((ended) =>
        child.exitCode === null ? child.once('exit', () => ended()) : ended(),
      );
      end();
      await gone;
    },
  };
}

function kill(child: ChildProcess): void {
  if (child.pid === undefined || child.exitCode !== null) return;
  try {
    if (process.platform === 'win32') child.kill();
    else process.kill(-child.pid, 'SIGTERM');
  } catch {
    // It has ended by itself.
  }
}

/** Whether somebody listens, whatever is answered. */
async function answers(base: URL): Promise<boolean> {
  try {
    const response = await fetch(base, { method: 'HEAD', redirect: 'manual', signal: AbortSignal.timeout(30_000) });
    await response.body?.cancel();
    return true;
  } catch {
    return false;
  }
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  await new Promise<void>((closed) => server.close(() => closed()));
  return port;
}
