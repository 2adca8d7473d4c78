import { contains, type Span } from './tree.js';

/** A piece of an edit's text: new text, text known only when all edits are made, or a span of the original with what was edited in it. */
export type Piece = string | (() => string) | Span;

interface Edit extends Span {
  readonly pieces: readonly Piece[];
  /** Insertions at one place keep the order in which they were made. */
  readonly order: number;
}

/** Two edits that change the same text disagree about who owns it: that is a bug, and never merged. */
export class OverlappingEdits extends Error {
  constructor(edit: Span, other: Span) {
    super(`the edit at ${edit.start}-${edit.end} overlaps the one at ${other.start}-${other.end}`);
  }
}

/** A stretch of the original that stands unchanged in the output. */
interface Stretch {
  start: number;
  end: number;
  outputStart: number;
}

/**
 * Changes to one file, made on spans of its original text. What no edit covers stays byte for byte.
 *
 * An edit inside another one's span is fine where the outer edit keeps the text around it (a `Span` among its pieces);
 * the kept text then comes out edited. Any other overlap throws.
 */
export class Edits {
  readonly #edits: Edit[] = [];
  readonly #eol: string;

  constructor(readonly source: string) {
    const windows = source.split('\r\n').length - 1;
    this.#eol = windows * 2 > source.split('\n').length - 1 ? '\r\n' : '\n';
  }

  get changed(): boolean {
    return this.#edits.length > 0;
  }

  /** Puts `pieces` in the place of `span`. Line breaks of new text become the file's own. */
  replace(span: Span, ...pieces: Piece[]): void {
    this.#add(span, pieces);
  }

  remove(span: Span): void {
    this.#add(span, []);
  }

  /** Puts `pieces` at an offset; a second insertion there comes behind the first. */
  insert(offset: number, ...pieces: Piece[]): void {
    this.#add({ start: offset, end: offset }, pieces);
  }

  /** Whether the text of the span goes: with a larger one that is taken out, or written anew without it. */
  removes(span: Span): boolean {
    const isKept = (piece: Piece) => typeof piece === 'object' && contains(piece, span);
    return this.#edits.some((edit) => edit.start !== edit.end && contains(edit, span) && !edit.pieces.some(isKept));
  }

  /** Whether new text stands in the place of just this span. */
  replaces(span: Span): boolean {
    return this.#edits.some((edit) => isSameSpan(edit, span) && edit.pieces.length > 0);
  }

  /** Whether an edit changes text inside the span, or takes in all of it. */
  touches(span: Span): boolean {
    return this.#edits.some((edit) => edit.start < span.end && span.start < edit.end && edit.start !== edit.end);
  }

  /** @throws {OverlappingEdits} */
  apply(): EditedText {
    // An insertion at a span's start comes before it, so it sorts ahead of the edit that begins there; of two edits of
    // one span the one that keeps it is around the other.
    const isReplacement = (edit: Edit) => Number(edit.start !== edit.end);
    const edits = this.#edits.toSorted(
      (a, b) =>
        a.start - b.start ||
        isReplacement(a) - isReplacement(b) ||
        b.end - a.end ||
        Number(keepsItself(b)) - Number(keepsItself(a)) ||
        a.order - b.order,
    );
    const stretches: Stretch[] = [];
    const text = new Renderer(this.source, this.#eol, stretches).render({ start: 0, end: this.source.length }, edits);
    return new EditedText(text, stretches);
  }

  toString(): string {
    return this.apply().text;
  }

  #add(span: Span, pieces: readonly Piece[]): void {
    if (span.start < 0 || span.end > this.source.length || span.start > span.end) {
      throw new RangeError(`no such span: ${span.start}-${span.end}`);
    }
    this.#edits.push({ start: span.start, end: span.end, pieces, order: this.#edits.length });
  }
}

/** The text after all edits, and where in it the original's offsets went. */
export class EditedText {
  readonly #stretches: Stretch[];

  constructor(
    readonly text: string,
    stretches: Stretch[],
  ) {
    this.#stretches = stretches.toSorted((a, b) => a.start - b.start);
  }

  /** Where the character at `offset` of the original stands now; undefined where it went. */
  offsetOf(offset: number): number | undefined {
    let low = 0;
    let high = this.#stretches.length - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const stretch = this.#stretches[middle]!;
      if (offset < stretch.start) high = middle - 1;
      else if (offset >= stretch.end) low = middle + 1;
      else return stretch.outputStart + offset - stretch.start;
    }
    return undefined;
  }

  /** The nearest place at or before `offset` that still stands, for sites whose own text was replaced. */
  nearestOffset(offset: number): number {
    const before = this.#stretches.findLast((stretch) => stretch.start <= offset);
    if (!before) return 0;
    return before.outputStart + Math.min(offset, before.end) - before.start;
  }
}

class Renderer {
  #length = 0;

  constructor(
    private readonly source: string,
    private readonly eol: string,
    private readonly stretches: Stretch[],
  ) {}

  /** The text of `span` after the edits that lie in it. */
  render(span: Span, edits: readonly Edit[]): string {
    let text = '';
    let at = span.start;
    let last: Span = span;
    for (let index = 0; index < edits.length; index++) {
      const edit = edits[index]!;
      if (edit.start < at) throw new OverlappingEdits(edit, last);
      text += this.#original(at, edit.start);
      const inner: Edit[] = [];
      while (index + 1 < edits.length && isInside(edits[index + 1]!, edit)) inner.push(edits[++index]!);
      text += this.#replacement(edit, inner);
      at = edit.end;
      last = edit;
    }
    return text + this.#original(at, span.end);
  }

  #replacement(edit: Edit, inner: Edit[]): string {
    const kept = edit.pieces.filter((piece): piece is Span => typeof piece === 'object');
    // Where two kept spans meet, an insertion goes with one of them alone.
    const homes = new Map(inner.map((other) => [other, kept.find((span) => contains(span, other))]));
    for (const [other, home] of homes) if (!home) throw new OverlappingEdits(other, edit);
    const comesOutIn = (piece: Span, other: Edit) =>
      contains(piece, other) && (!isAtEdge(other, piece) || isSameSpan(homes.get(other)!, piece));
    const written = edit.pieces.map((piece) => {
      if (typeof piece === 'object')
        return this.render(
          piece,
          inner.filter((other) => comesOutIn(piece, other)),
        );
      const text = (typeof piece === 'string' ? piece : piece()).replace(/\r?\n/g, this.eol);
      this.#length += text.length;
      return text;
    });
    return written.join('');
  }

  #original(start: number, end: number): string {
    if (start >= end) return '';
    this.stretches.push({ start, end, outputStart: this.#length });
    this.#length += end - start;
    return this.source.slice(start, end);
  }
}

const isSameSpan = (a: Span, b: Span): boolean => a.start === b.start && a.end === b.end;

const isAtEdge = (edit: Edit, span: Span): boolean =>
  edit.start === edit.end && (edit.start === span.start || edit.start === span.end);

const keepsItself = (edit: Edit): boolean =>
  edit.pieces.some((piece) => typeof piece === 'object' && isSameSpan(piece, edit));

/** Whether an edit lies in another one's span. An insertion at the span's very start or end lies beside it, unless both are the same place. */
function isInside(edit: Edit, outer: Edit): boolean {
  if (outer.start === outer.end) return false;
  if (edit.start === edit.end) return outer.start < edit.start && edit.start < outer.end;
  return edit.start < outer.end && edit.start >= outer.start && edit.end <= outer.end;
}
