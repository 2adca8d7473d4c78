import { diffArrays } from 'diff';
import type { ReportedSite } from '../ledger.js';

/** A file as it was read and as the run leaves it: null where there is none, undefined where that is not known. */
export interface FileTexts {
  readonly before: string | null | undefined;
  readonly after: string | null | undefined;
}

export interface CodeLine {
  /** 1-based. */
  readonly number: number;
  readonly text: string;
  /** It is not the same in the other text. */
  readonly isChanged: boolean;
}

/** The code around a site; `after` is undefined where nothing of it changes, empty where it goes. */
export interface Excerpt {
  readonly before: readonly CodeLine[];
  readonly after: readonly CodeLine[] | undefined;
}

/** Lines shown above and below. */
const AROUND = 2;
/** A change of more lines than this is cut around the site. */
const MOST = 24;

/** Texts that differ by more lines than this are one change. */
const MOST_EDITS = 200;

/** Lines [start, end) of the one text that stand in the place of lines of the other. 1-based. */
interface Hunk {
  readonly before: readonly [start: number, end: number];
  readonly after: readonly [start: number, end: number];
}

/** Cuts the code of a file's sites out of its texts. */
export class Excerpts {
  readonly #before: readonly string[] | undefined;
  readonly #after: readonly string[] | undefined;
  readonly #hunks: readonly Hunk[];
  readonly #goes: boolean;

  constructor({ before, after }: FileTexts) {
    this.#before = typeof before === 'string' ? linesIn(before) : undefined;
    this.#after = typeof after === 'string' ? linesIn(after) : undefined;
    this.#goes = after === null;
    this.#hunks = this.#before && this.#after && before !== after ? hunksOf(this.#before, this.#after) : [];
  }

  /** The code of one site, before and after. */
  of({ line, endLine, outputLine, outputEndLine = outputLine }: ReportedSite): Excerpt {
    const touched = this.#hunks.filter(
      ({ before: [start, end], after }) =>
        (start === end ? start >= line && start <= endLine + 1 : start <= endLine && end > line) ||
        (outputLine !== undefined && after[0] <= outputEndLine! && after[1] > outputLine),
    );
    const from = Math.min(line, ...touched.map(({ before }) => before[0]));
    const to = Math.max(endLine + 1, ...touched.map(({ before }) => before[1]));
    const isWide = to - from > MOST;
    const before = isWide ? this.#cut('before', line, endLine + 1) : this.#cut('before', from, to);
    if (this.#goes) return { before, after: [] };
    if (touched.length === 0)
      return { before: before.length > 0 ? before : this.#placeOf(outputLine), after: undefined };
    const first = from + this.#shiftAbove(from);
    const last = to + this.#shiftAbove(to, true);
    const isFar = last - first > MOST;
    const after =
      isFar && outputLine !== undefined
        ? this.#cut('after', outputLine, outputEndLine! + 1)
        : this.#cut('after', first, Math.min(last, first + MOST));
    return { before, after };
  }

  /** The whole of a file that the run makes. */
  whole(): readonly CodeLine[] {
    return (this.#after ?? []).map((text, index) => ({ number: index + 1, text, isChanged: false }));
  }

  /** Lines of the file as written, around those from `line` to `endLine`; of many, the first. */
  asWritten(line: number, endLine: number, around: number): readonly CodeLine[] {
    const last = Math.min(endLine, line + MOST) + around;
    const first = Math.max(1, line - around);
    return (this.#after ?? [])
      .slice(first - 1, last)
      .map((text, index) => ({ number: first + index, text, isChanged: false }));
  }

  #placeOf(outputLine: number | undefined): readonly CodeLine[] {
    return outputLine === undefined ? [] : this.#cut('after', outputLine, outputLine + 1);
  }

  /** By how many lines the text below is shifted: what all hunks above a line add. */
  #shiftAbove(line: number, isEnd = false): number {
    return this.#hunks
      .filter(({ before: [start, end] }) => end < line || (end === line && (isEnd || start !== end)))
      .reduce((sum, { before, after }) => sum + (after[1] - after[0]) - (before[1] - before[0]), 0);
  }

  #cut(side: 'before' | 'after', from: number, to: number): CodeLine[] {
    const lines = (side === 'before' ? this.#before : this.#after) ?? [];
    const first = Math.max(1, from - AROUND);
    const end = Math.min(lines.length + 1, Math.min(to, from + MOST) + AROUND);
    return lines.slice(first - 1, Math.max(first, end) - 1).map((text, index) => {
      const number = first + index;
      const isChanged = this.#goes || this.#hunks.some((hunk) => hunk[side][0] <= number && number < hunk[side][1]);
      return { number, text, isChanged };
    });
  }
}

/** The lines as the report counts them: without a byte order mark, and without an empty one at the end. */
function linesIn(text: string): string[] {
  const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/);
  if (lines.at(-1) === '') lines.pop();
  return lines;
}

function hunksOf(before: readonly string[], after: readonly string[]): Hunk[] {
  const hunks: Hunk[] = [];
  let [old, now] = [1, 1];
  let open: { old: number; now: number } | undefined;
  const close = () => {
    if (open) hunks.push({ before: [open.old, old], after: [open.now, now] });
    open = undefined;
  };
  // Two texts that have little in common are not compared line by line, which would take long and say nothing.
  const parts = diffArrays([...before], [...after], { maxEditLength: MOST_EDITS }) ?? [
    { removed: true, added: false, value: before },
    { removed: false, added: true, value: after },
  ];
  for (const { added, removed, value } of parts) {
    if (added || removed) open ??= { old, now };
    else close();
    if (!added) old += value.length;
    if (!removed) now += value.length;
  }
  close();
  return hunks;
}
