import { closeSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { hostname } from 'node:os';
import { BadInput } from '../../project/types.js';
import { hasCode } from '../../runner/write.js';

/**
 * Two imports over one journal would each create what the other does not know of yet. The lock names its process: one that
 * was killed leaves it behind, and it counts no more.
 * @returns what releases it
 * @throws {BadInput} while another import runs
 */
export function lock(journal: string): () => void {
  const path = `${journal}.lock`;
  for (let attempt = 1; ; attempt += 1) {
    try {
      const file = openSync(path, 'wx', 0o600);
      const release = (): void => rmSync(path, { force: true });
      try {
        writeSync(file, `${process.pid} ${hostname()}\n`);
      } catch (error) {
        release();
        throw error;
      } finally {
        closeSync(file);
      }
      return release;
    } catch (error) {
      if (!hasCode(error, 'EEXIST')) throw new BadInput(`${path} can’t be written: ${(error as Error).message}`);
      const holder = holderOf(path);
      if (holder !== undefined || attempt > 3) {
        throw new BadInput(
          `another import is at work here (process ${holder ?? 'unknown'}); if it is not, remove ${path}`,
        );
      }
      rmSync(path, { force: true });
    }
  }
}

/** The process that holds the lock, if it is alive; on another machine it may be. */
function holderOf(path: string): string | undefined {
  const [pid = '', host = ''] = contentOf(path).split(/\s+/);
  if (!/^\d+$/.test(pid)) return undefined;
  if (host !== '' && host !== hostname()) return `${pid} on ${host}`;
  // A container gives the same number again and again.
  if (Number(pid) === process.pid) return undefined;
  try {
    process.kill(Number(pid), 0);
    return pid;
  } catch (error) {
    return hasCode(error, 'EPERM') ? pid : undefined;
  }
}

function contentOf(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
