import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { must } from '../processes.js';
import { CACHE } from '../workspace.js';

/** What `<ClerkProvider>` loads in a browser, at versions that go with @clerk/nextjs 7. */
const BUNDLES: Readonly<Record<string, string>> = {
  '@clerk/clerk-js': '6.40.0',
  '@clerk/ui': '1.34.0',
};

/** Fetches the packages into the cache, without what they depend on: their bundles hold all of it. */
export async function fetchBundles(): Promise<void> {
  for (const [name, version] of Object.entries(BUNDLES)) {
    const folder = folderOf(name);
    if (existsSync(folder)) continue;
    mkdirSync(CACHE, { recursive: true });
    const making = mkdtempSync(join(CACHE, 'making-'));
    try {
      const said = await must('npm', ['pack', '--silent', `${name}@${version}`], { cwd: making, env: {} });
      await must('tar', ['-xzf', said.trim().split('\n').at(-1)!], {
        cwd: making,
        env: {},
      });
      renameSync(join(making, 'package'), folder);
    } finally {
      rmSync(making, { recursive: true, force: true });
    }
  }
}

const folderOf = (name: string): string => join(CACHE, `${name.replace('/', '+')}@${BUNDLES[name]}`);

/** The file at `/npm/@clerk/clerk-js@6/dist/…`, whatever version the address names; undefined where it is none of those. */
export function bundleAt(path: string): Buffer | undefined {
  const [, name = '', file = ''] = /^\/npm\/(@clerk\/[\w-]+)@[^/]+\/(dist\/[\w./-]+)$/.exec(path) ?? [];
  if (!Object.hasOwn(BUNDLES, name) || file.includes('..')) return undefined;
  const found = join(folderOf(name), file);
  return existsSync(found) ? readFileSync(found) : undefined;
}
