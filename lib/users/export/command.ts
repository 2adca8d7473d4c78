import { BadInput } from '../../project/types.js';
import type { Output } from '../../runner/options.js';
import { formatNamed, readMappings, type ExportFlags } from './options.js';

export interface ExportOptions extends ExportFlags {
  readonly app: string;
  readonly cwd: string;
}

/**
 * `users export`.
 * @returns the exit code
 * @throws {BadInput} where nothing can be read or written
 */
export async function exportUsers(options: ExportOptions, _output: Output): Promise<number> {
  formatNamed(options.format);
  readMappings(options.map);
  throw new BadInput('users export: no database can be read yet');
}
