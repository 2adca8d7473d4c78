import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { isAuthjsModule } from '../authjs/modules.js';
import type { Project } from '../project/index.js';

/** A folder or file that a base URL or a `*` alias would make a module with a name of Auth.js's. Declarations are none. */
const NAMED_SO = /[\\/](?:next-auth|@auth|@next-auth)(?:[\\/]|\.(?!d\.))/;
const IN_CONFIG = /["'](?:next-auth|@auth\/|@next-auth\/)/;

/**
 * Whether module strings with names of Auth.js's may lead to files of the app's own: by a package of the workspace, an alias
 * or a base URL. Where they can't, nobody has to resolve them.
 */
export function ownNames(project: Project): (source: string) => boolean {
  let answer: boolean | undefined;
  return () => (answer ??= hasOwn(project));
}

function hasOwn({ packages, sourceFiles, root }: Project): boolean {
  if (packages.some(({ name }) => name !== undefined && isAuthjsModule(name))) return true;
  if (sourceFiles.some((path) => NAMED_SO.test(path))) return true;
  const seen = new Set<string>();
  return [root, ...packages.map(({ dir }) => dir)].some((dir) =>
    ['tsconfig.json', 'jsconfig.json'].some((name) => configNames(join(dir, name), seen)),
  );
}

/** Whether a tsconfig, or one that it extends by a path, names a module of Auth.js. */
function configNames(path: string, seen: Set<string>): boolean {
  if (seen.has(path) || !existsSync(path)) return false;
  seen.add(path);
  const text = readFileSync(path, 'utf8');
  if (IN_CONFIG.test(text)) return true;
  const [, bases = ''] = /"extends"\s*:\s*(\[[^\]]*\]|"[^"]*")/.exec(text) ?? [];
  return [...bases.matchAll(/"(\.[^"]*)"/g)].some(([, base]) => {
    const target = join(dirname(path), base!);
    return configNames(target, seen) || configNames(`${target}.json`, seen);
  });
}
