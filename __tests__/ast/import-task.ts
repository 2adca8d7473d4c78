import { parseSync } from 'oxc-parser';
import { expect } from 'vitest';
import { Bindings } from '../../lib/ast/bindings.js';
import { Edits } from '../../lib/ast/edits.js';
import { Imports } from '../../lib/ast/imports.js';
import { styleOf } from '../../lib/ast/style.js';
import { babelProgram } from './dialects.js';

interface Task {
  /** `module#name`, or `type module#name`. */
  readonly add?: readonly string[];
  /** Local names of specifiers to let go. */
  readonly drop?: readonly string[];
  readonly path?: string;
}

/** What becomes of a file, and the names to write in it. */
export function edit(text: string, { add = [], drop = [], path = 'a.tsx' }: Task): { text: string; names: string[] } {
  const program = babelProgram(text, path);
  const bindings = new Bindings(program);
  const edits = new Edits(text);
  const imports = new Imports(program, text, bindings, styleOf(program, text));
  const names = add.map((each) => {
    const [module = '', name = ''] = each.replace('type ', '').split('#');
    return imports.add(module, name, { typeOnly: each.startsWith('type ') });
  });
  for (const name of drop) imports.drop(bindings.program.names.get(name)!.declaration);
  imports.finish(edits);
  const output = edits.toString();
  expect(parseSync(path, output).errors).toEqual([]);
  return { text: output, names: names.map((name) => name()) };
}

export const AUTH = '@clerk/nextjs/server#auth';
