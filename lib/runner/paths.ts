import { relative, sep } from 'node:path';
import type { Project } from '../project/index.js';

/** A path as the report writes it: relative to the working directory, with `/`. */
export const displayPath = (project: Project, path: string): string =>
  relative(project.cwd, path).split(sep).join('/') || '.';
