import { join, relative, sep } from 'node:path';
import type { Project } from '../project/index.js';

/**
 * Whether the run may change a file that is no source code, or add one: where the path given is the monorepo's root, an
 * app, or its `src`, which stands for the app.
 */
export function mayChange(project: Project, path: string): boolean {
  if (!project.isWhole) return false;
  if (project.isTargeted(path)) return true;
  const app = project.appOf(path);
  return app !== undefined && project.target === join(app.dir, 'src') && !path.startsWith(project.target + sep);
}

/** A path as the report writes it: relative to the working directory, with `/`. */
export const displayPath = (project: Project, path: string): string =>
  relative(project.cwd, path).split(sep).join('/') || '.';
