import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { exportUsers, type ExportOptions } from '../../../lib/users/export/command.js';
import { collected } from '../../helpers/users-command.js';

/** `users export` within this process. */
export const runExport = (cwd: string, options: Partial<ExportOptions> = {}) =>
  collected((output) => exportUsers({ app: '.', cwd, format: 'json', map: [], ...options }, output));

/** The records of a users.json. */
export const recordsOf = (dir: string, name = 'users.json'): { userId: string; [field: string]: unknown }[] =>
  JSON.parse(readFileSync(join(dir, name), 'utf8'));

export const modeOf = (path: string): number => statSync(path).mode & 0o777;
