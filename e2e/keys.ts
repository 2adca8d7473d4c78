import { renameSync } from 'node:fs';
import { join } from 'node:path';
import { ask } from '../lib/verify/ask.js';
import type { Finding } from './findings.js';
import { ENV_FILE } from './migrate.js';
import { serve, type NextApp } from './next.js';

/**
 * Starts a built app without its keys. `next build` passes without them, but nobody may be let in, and whoever looks
 * into the output has to read which command fills them.
 */
export async function failsWithoutKeys(next: NextApp): Promise<Finding[]> {
  const file = join(next.dir, ENV_FILE);
  renameSync(file, `${file}.aside`);
  try {
    const server = await serve(next, () => ({}));
    try {
      const { status } = await ask(server.base, { method: 'GET', path: '/', as: 'document', headers: {} });
      const what =
        status < 500
          ? `answers ${status}`
          : server.output().includes('npx clerk@latest env pull')
            ? undefined
            : 'does not say which command fills them';
      return what === undefined ? [] : [{ where: 'without the keys', what, accepted: undefined }];
    } finally {
      await server.stop();
    }
  } finally {
    renameSync(`${file}.aside`, file);
  }
}
