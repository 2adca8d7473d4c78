import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { must } from './processes.js';

/** Installed packages, one folder for each set of manifests; `E2E_CACHE` puts it elsewhere. */
export const CACHE =
  process.env['E2E_CACHE'] ??
  join(process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'), 'authjs-clerk-codemod', 'e2e');

const folders = new Set<string>();

/** A temporary folder for one app: `before` and `after` stand in it side by side. */
export function makeFolder(name: string): string {
  const folder = mkdtempSync(join(tmpdir(), `authjs-clerk-e2e-${name}-`));
  folders.add(folder);
  return folder;
}

export function removeFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true, maxRetries: 10 }); // what was killed may be writing still
  folders.delete(folder);
}

/** Removes whatever was made and is still there; for the way out, once nothing writes there any more. */
export const removeFolders = (): void => folders.forEach(removeFolder);

/** Copies an example, without what an earlier build left there. */
export function layOut(example: string, to: string): void {
  cpSync(example, to, {
    recursive: true,
    filter: (source) => !/[\\/](?:node_modules|\.next|[^\\/]+\.db)$/.test(source),
  });
}

/**
 * Puts the packages in that the manifests ask for: installed once into the cache, and linked from there, which takes a second.
 * Install scripts don't run: none of the examples needs one, and some fetch from elsewhere.
 */
export async function install(dir: string): Promise<void> {
  const manifests = manifestsIn(dir);
  const hash = createHash('sha256').update(process.version);
  for (const path of manifests) hash.update(path).update(readFileSync(join(dir, path)));
  const cached = join(CACHE, hash.digest('hex').slice(0, 16));
  if (!existsSync(cached)) {
    mkdirSync(CACHE, { recursive: true });
    const making = mkdtempSync(join(CACHE, 'making-'));
    try {
      for (const path of manifests) {
        mkdirSync(dirname(join(making, path)), { recursive: true });
        cpSync(join(dir, path), join(making, path));
      }
      await must('npm', ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--prefer-offline'], {
        cwd: making,
        env: {},
      });
      renameSync(making, cached);
    } finally {
      rmSync(making, { recursive: true, force: true });
    }
  }
  for (const path of manifests) {
    const modules = join(dirname(path), 'node_modules');
    if (!existsSync(join(cached, modules))) continue;
    rmSync(join(dir, modules), { recursive: true, force: true });
    await must('cp', ['-al', join(cached, modules), join(dir, modules)], {
      cwd: dir,
      env: {},
    }).catch(() =>
      // Another file system has no links into this one.
      must('cp', ['-a', join(cached, modules), join(dir, modules)], {
        cwd: dir,
        env: {},
      }),
    );
  }
}

/** package.json of the app, and of the packages of its workspace. */
function manifestsIn(dir: string): string[] {
  const { workspaces = [] } = JSON.parse(readFileSync(join(dir, 'package.json'), 'utf8')) as { workspaces?: string[] };
  const folders = workspaces.flatMap((pattern) => {
    const parent = pattern.replace(/\/\*$/, '');
    if (parent === pattern) return [pattern];
    return readdirSync(join(dir, parent)).map((name) => `${parent}/${name}`);
  });
  return ['package.json', ...folders.map((folder) => `${folder}/package.json`)].filter((path) =>
    existsSync(join(dir, path)),
  );
}
