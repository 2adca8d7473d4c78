import { mapIds, type IdMapOptions } from '../../../lib/users/id-map/command.js';
import { collected } from '../../helpers/users-command.js';

/** `users id-map` within this process. */
export const runIdMap = (cwd: string, options: Partial<IdMapOptions> = {}) =>
  collected((output) =>
    mapIds({ cwd, path: 'id-map.ndjson', column: [], args: ['users', 'id-map', 'id-map.ndjson'], ...options }, output),
  );
