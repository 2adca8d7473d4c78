import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { expect } from 'vitest';
import { imbalance } from '../../lib/ledger.js';
import { readProject } from '../../lib/project/index.js';
import { planRun } from '../../lib/runner/plan.js';
import { TRANSFORMS } from '../../transforms/index.js';
import { fill, folder } from './folder.js';

const ROOT = join(import.meta.dirname, '..', '..');
const OPTIONS = {
  strict: true,
  noEmit: true,
  skipLibCheck: true,
  jsx: ts.JsxEmit.Preserve,
  target: ts.ScriptTarget.ES2022,
  lib: ['lib.es2023.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  types: ['node', 'react'],
} satisfies ts.CompilerOptions;

/**
 * Runs the command twice on an app of these files, and type-checks what it leaves.
 * @returns the files by their paths, null for those that went; what the second run would change; the errors of types
 */
export async function runOn(files: Record<string, string>, bridge = true) {
  const dir = folder(files);
  const plan = async () => {
    const result = planRun(await readProject('.', { cwd: dir }), {
      transforms: TRANSFORMS,
      isPartial: false,
      todo: true,
      bridge,
    });
    expect(imbalance(result.report)).toBeUndefined();
    return result;
  };
  const { files: planned, report } = await plan();
  const after: Record<string, string | null> = Object.fromEntries(
    planned.map(({ path, after: text }) => [path.slice(dir.length + 1), text]),
  );
  const isText = (entry: [string, string | null]): entry is [string, string] => entry[1] !== null;
  fill(dir, Object.fromEntries(Object.entries(after).filter(isText)));
  const gone = new Set(Object.keys(after).filter((path) => after[path] === null));
  const { files: again } = await plan();
  symlinkSync(join(ROOT, 'node_modules'), join(dir, 'node_modules'));
  const sources = [...new Set([...Object.keys(files), ...Object.keys(after)])]
    .filter((path) => /\.tsx?$/.test(path) && !gone.has(path))
    .map((path) => join(dir, path));
  const program = ts.createProgram(sources, OPTIONS);
  const errors = ts
    .getPreEmitDiagnostics(program)
    .map(
      ({ file, messageText }) =>
        `${file?.fileName.slice(dir.length + 1)} ${ts.flattenDiagnosticMessageText(messageText, ' ')}`,
    );
  return { after, report, again: again.filter(({ path }) => !gone.has(path.slice(dir.length + 1))), errors };
}
