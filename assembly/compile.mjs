// Compiles this folder to WebAssembly.
//   npm run tokens     writes lib/ast/tokens/machine.ts anew
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { main } from 'assemblyscript/asc';

const root = fileURLToPath(new URL('..', import.meta.url));

/** @returns the text of lib/ast/tokens/machine.ts */
export async function machine() {
  let code;
  const { error, stderr } = await main(
    [
      'assembly/index.ts',
      '--outFile',
      'machine.wasm',
      '-Os',
      '--runtime',
      'stub',
      '--noAssert',
      '--initialMemory',
      '47',
    ],
    {
      readFile: (name, base) => {
        try {
          return readFileSync(`${root}${base === '.' ? '' : `${base}/`}${name}`, 'utf8');
        } catch {
          return null;
        }
      },
      writeFile: (_, contents) => void (code = contents),
    },
  );
  if (error) throw new Error(stderr.toString(), { cause: error });
  const lines = Buffer.from(code)
    .toString('base64')
    .match(/.{1,112}/g);
  return [
    '/** The tokenizer, compiled from assembly/ by `npm run tokens`: WebAssembly, in base64. */',
    'export const MACHINE =',
    ...lines.map((line, index) => `  '${line}'${index === lines.length - 1 ? ';' : ' +'}`),
    '',
  ].join('\n');
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  writeFileSync(`${root}lib/ast/tokens/machine.ts`, await machine());
