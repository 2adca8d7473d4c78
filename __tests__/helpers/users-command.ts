import type { Output } from '../../lib/runner/options.js';

/** What a `users` command printed within this process, and how it ended. Bad input ends it with 2, as in the bin. */
export async function collected(
  run: (output: Output) => Promise<number>,
): Promise<{ code: number; out: string; err: string }> {
  let out = '';
  let err = '';
  const code = await run({
    out: (text) => void (out += text),
    err: (text) => void (err += text),
    note: (text) => void (err += text),
    colors: false,
    columns: undefined,
    confirm: undefined,
  }).catch((error: unknown) => {
    if (!(error instanceof Error) || error.name !== 'BadInput') throw error;
    err += `${error.message}\n`;
    return 2;
  });
  return { code, out, err };
}
