import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { finish, freePort, lastLines, must, start, stop } from './processes.js';

/** A Next.js app on this disk. */
export interface NextApp {
  readonly dir: string;
  readonly env: Readonly<Record<string, string>>;
}

export interface Server {
  /** `http://localhost:<port>`; with 127.0.0.1 Clerk's rewrite to the same address leads out of the app. */
  readonly base: URL;
  /** What it has printed so far. */
  output(): string;
  stop(): Promise<void>;
}

/** How long a server may take until it answers, in milliseconds. */
const START = 120_000;
/** How often another port is tried where somebody took it meanwhile. */
const PORTS = 3;

/** Runs a command of one of the app's packages. */
export const runTool = (app: NextApp, [tool = '', ...args]: readonly string[]): Promise<string> =>
  must(toolPath(app, tool), args, { cwd: app.dir, env: app.env });

/** In a workspace the tools stand at its root. */
function toolPath({ dir }: NextApp, tool: string): string {
  const path = join(dir, 'node_modules', '.bin', tool);
  if (existsSync(path) || dirname(dir) === dir) return path;
  return toolPath({ dir: dirname(dir), env: {} }, tool);
}

/** Builds, and says which routes are static. @throws with what `next build` said */
export async function build(app: NextApp): Promise<{
  readonly staticRoutes: readonly string[];
  readonly output: string;
}> {
  const output = await runTool(app, ['next', 'build']);
  return { staticRoutes: staticRoutesIn(output), output };
}

/** Builds where that may fail. */
export const tryBuild = (app: NextApp) => finish(toolPath(app, 'next'), ['build'], { cwd: app.dir, env: app.env });

/** The routes that `next build` marks as static or prerendered in its table. */
export function staticRoutesIn(output: string): string[] {
  return [...output.matchAll(/^[┌├└] [○●] (\/\S*)/gm)].map(([, path]) => path!).toSorted();
}

/**
 * Starts a built app on a free port of the loopback interface.
 * @param env what is known only once the port is
 */
export async function serve(app: NextApp, env: (base: URL) => Readonly<Record<string, string>>): Promise<Server> {
  for (let left = PORTS; ; left--) {
    try {
      return await serveOnce(app, env);
    } catch (error) {
      if (left === 0 || !String(error).includes('EADDRINUSE')) throw error;
    }
  }
}

async function serveOnce(app: NextApp, env: (base: URL) => Readonly<Record<string, string>>): Promise<Server> {
  const port = await freePort();
  const base = new URL(`http://localhost:${port}`);
  let output = '';
  const child = start(toolPath(app, 'next'), ['start', '-H', 'localhost', '-p', String(port)], {
    cwd: app.dir,
    env: {
      ...app.env,
      NODE_OPTIONS: '--dns-result-order=ipv4first',
      ...env(base),
    },
  });
  child.stdout?.on('data', (chunk: Buffer) => void (output += chunk.toString('utf8')));
  child.stderr?.on('data', (chunk: Buffer) => void (output += chunk.toString('utf8')));
  const server = { base, output: () => output, stop: () => stop(child) };
  const until = Date.now() + START;
  // Whoever answers once it has ended is somebody else, on a port that was taken.
  while (!(await answers(base)) || child.exitCode !== null) {
    if (child.exitCode !== null || Date.now() > until) {
      await server.stop();
      throw new Error(`next start does not answer in ${app.dir}:\n${lastLines(output)}`);
    }
    await new Promise((later) => setTimeout(later, 150));
  }
  return server;
}

/** Whether somebody listens; a file that is none of the app's runs none of its code. */
async function answers(base: URL): Promise<boolean> {
  try {
    await (
      await fetch(new URL('/_next/static/none.txt', base), {
        signal: AbortSignal.timeout(2000),
      })
    ).text();
    return true;
  } catch {
    return false;
  }
}
