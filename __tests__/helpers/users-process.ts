import { spawn, type ChildProcess, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const BIN = join(import.meta.dirname, '..', '..', 'dist', 'bin', 'authjs-clerk-codemod.js');

export interface Running {
  child: ChildProcess;
  /** Exit code, or null where it was killed. */
  ended: Promise<{ code: number | null; out: string; err: string; peakMiB: number }>;
}

/** The built command as a process of its own, while the fake of Clerk's API answers in this one. */
export function startUsers(cwd: string, args: readonly string[], env: NodeJS.ProcessEnv): Running {
  return running(spawn(process.execPath, [BIN, 'users', ...args], { cwd, env: { PATH: process.env['PATH'], ...env } }));
}

/** The same in a shell that lets no file grow beyond so many kilobytes: a write beyond fails. */
export function startUsersWithin(
  kilobytes: number,
  cwd: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv,
): Running {
  // The unit is 512 bytes, as POSIX has it; bash takes kilobytes unless it is called sh.
  const script = `ulimit -f ${kilobytes * 2}; exec "$@"`;
  const command = ['-c', script, 'sh', process.execPath, BIN, 'users', ...args];
  return running(spawn('sh', command, { cwd, env: { PATH: process.env['PATH'], ...env } }));
}

function running(child: ChildProcessWithoutNullStreams): Running {
  let out = '';
  let err = '';
  let peakMiB = 0;
  child.stdout.setEncoding('utf8').on('data', (text: string) => void (out += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => void (err += text));
  const timer = setInterval(() => void (peakMiB = Math.max(peakMiB, peakOf(child.pid))), 200);
  const ended = new Promise<{ code: number | null; out: string; err: string; peakMiB: number }>((done) => {
    child.on('close', (code) => {
      clearInterval(timer);
      done({ code, out, err, peakMiB });
    });
  });
  return { child, ended };
}

/** The most memory that the process has had, where Linux tells; it never falls, so a late look is enough. */
function peakOf(pid: number | undefined): number {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    return Number(/^VmHWM:\s+(\d+) kB/m.exec(status)?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}
