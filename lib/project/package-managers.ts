import { join } from 'node:path';
import type { Manifests } from './manifests.js';
import { ancestors, exists } from './paths.js';
import type { Project } from './types.js';

type PackageManager = NonNullable<Project['packageManager']>;

/** Where several lie side by side, npm's is most often the one left over from a template. */
const FILES: readonly (readonly [file: string, manager: PackageManager])[] = [
  ['pnpm-lock.yaml', 'pnpm'],
  ['bun.lock', 'bun'],
  ['bun.lockb', 'bun'],
  ['yarn.lock', 'yarn'],
  ['package-lock.json', 'npm'],
  ['npm-shrinkwrap.json', 'npm'],
  ['pnpm-workspace.yaml', 'pnpm'],
];

/** The package manager that the nearest `packageManager` field or lockfile from `dir` up to `root` names. */
export function detectPackageManager(dir: string, root: string, manifests: Manifests): PackageManager | undefined {
  for (const folder of ancestors(dir, root)) {
    const field = manifests.in(folder)?.json?.['packageManager'];
    const named = typeof field === 'string' ? /^(npm|yarn|pnpm|bun)@/.exec(field)?.[1] : undefined;
    if (named !== undefined) return named as PackageManager;
    const found = FILES.find(([file]) => exists(join(folder, file)));
    if (found !== undefined) return found[1];
  }
  return undefined;
}
