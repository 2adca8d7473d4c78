import { join, relative, sep } from 'node:path';
import type { Project } from '../project/index.js';

/**
 * Whether the run may change a file that is no source code, or add one: where the path given is the monorepo's root, an
 * app, or its `src`, which stands for the app.
 */
export function mayChange(project: Project, path: string): boolean {
  if (!project.isWhole || project.isIgnored(path)) return false;
  if (project.isTargeted(path)) return true;
  const app = project.appOf(path);
  return app !== undefined && project.target === join(app.dir, 'src') && !path.startsWith(project.target + sep);
}

/** Why a run leaves a file alone that it would edit otherwise. */
export const whyOutside = (project: Project, path: string): string =>
  project.isIgnored(path) ? 'the file was left out of this run' : 'outside of the path that this run may edit';

/** The same app, of which these files stay as they are, as with --ignore. */
export const leavingOut = (project: Project, paths: ReadonlySet<string>): Project =>
  paths.size === 0
    ? project
    : {
        ...project,
        isIgnored: (path) => paths.has(path) || project.isIgnored(path),
        isTargeted: (path) => !paths.has(path) && project.isTargeted(path),
      };

/** A path as the report writes it: relative to the working directory, with `/`. */
export const displayPath = (project: Project, path: string): string =>
  relative(project.cwd, path).split(sep).join('/') || '.';
