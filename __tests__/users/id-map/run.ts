import { mapIds, type IdMapOptions } from '../../../lib/users/id-map/command.js';

/** The command within this process. Bad input ends it with 2, as in the bin. */
export async function runIdMap(
  cwd: string,
  options: Partial<IdMapOptions> = {},
): Promise<{ code: number; out: string; err: string }> {
  let out = '';
  let err = '';
  const code = await mapIds(
    { cwd, path: 'id-map.ndjson', column: [], args: ['users', 'id-map', 'id-map.ndjson'], ...options },
    {
      out: (text) => void (out += text),
      err: (text) => void (err += text),
      note: (text) => void (err += text),
      colors: false,
      columns: undefined,
      confirm: undefined,
    },
  ).catch((error: unknown) => {
    if (!(error instanceof Error) || error.name !== 'BadInput') throw error;
    err += `${error.message}\n`;
    return 2;
  });
  return { code, out, err };
}
