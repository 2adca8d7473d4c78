import { formatPatch, structuredPatch } from 'diff';
import type { Colors } from 'picocolors/types.js';
import type { PlannedFile } from '../ledger.js';
import { shownLine } from './secrets.js';

const NO_FILE = '/dev/null';

/**
 * The change of a file as git shows it; empty where there is none. `displayPath` is relative, with `/`.
 * In env files the values are masked, and in deployment files those that are named as secrets, since a diff ends up in
 * terminals and CI logs; every other file's diff can be applied.
 */
export function unifiedDiff(file: PlannedFile, displayPath: string): string {
  const { before, after } = file;
  if (before === after) return '';
  const from = `a/${displayPath}`;
  const to = `b/${displayPath}`;
  const patch = structuredPatch(
    before === null ? NO_FILE : from,
    after === null ? NO_FILE : to,
    before ?? '',
    after ?? '',
    undefined,
    undefined,
    { context: 3 },
  );
  for (const hunk of patch.hunks) hunk.lines = hunk.lines.map((line) => shownLine(displayPath, line));
  return formatPatch({ ...patch, isGit: true, isCreate: before === null, isDelete: after === null });
}

/** Colours a diff, or several behind each other. Lines are told apart by the hunks' counts: a removed `-- x` looks like a header. */
export function colorDiff(diff: string, colors: Colors): string {
  let left = { old: 0, new: 0 };
  return diff
    .split('\n')
    .map((line) => {
      const sign = line[0];
      if (left.old > 0 || left.new > 0 || sign === '\\') {
        if (sign === '+') left.new -= 1;
        else if (sign === '-') left.old -= 1;
        else if (sign !== '\\') left = { old: left.old - 1, new: left.new - 1 };
        return sign === '+' ? colors.green(line) : sign === '-' ? colors.red(line) : line;
      }
      const hunk = /^@@ -\d+(?:,(\d+))? \+\d+(?:,(\d+))? @@/.exec(line);
      if (hunk === null) return line === '' ? line : colors.bold(line);
      left = { old: Number(hunk[1] ?? 1), new: Number(hunk[2] ?? 1) };
      return colors.cyan(line);
    })
    .join('\n');
}
