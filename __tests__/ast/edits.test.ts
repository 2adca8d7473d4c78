import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Edits, OverlappingEdits, type Piece } from '../../lib/ast/edits.js';
import type { Span } from '../../lib/ast/tree.js';

interface Change extends Span {
  readonly pieces: readonly (string | Span)[];
}

/** One character of the output, and where it stood in the original. */
interface Unit {
  readonly char: string;
  readonly from: number | undefined;
}

const isInsertion = ({ start, end }: Span): boolean => start === end;
const holds = (outer: Span, inner: Span): boolean => outer.start <= inner.start && inner.end <= outer.end;
const keptOf = ({ pieces }: Change): Span[] => pieces.filter((piece): piece is Span => typeof piece === 'object');

/** Whether two changes claim the same text, said pair by pair. */
function clash(a: Change, b: Change): boolean {
  if (isInsertion(a) && isInsertion(b)) return false;
  if (a.end <= b.start || b.end <= a.start) return false;
  return !keptOf(a).some((span) => holds(span, b)) && !keptOf(b).some((span) => holds(span, a));
}

/** The same text made the slow way: character by character, looking through all changes at each. */
function naive(source: string, changes: readonly Change[], eol: string): Unit[] {
  const made = (text: string): Unit[] =>
    text
      .replaceAll(/\r?\n/g, eol)
      .split('')
      .map((char) => ({ char, from: undefined }));
  const write = ({ pieces }: Change, rest: readonly Change[]): Unit[] => {
    const claimed = new Set<Change>();
    return pieces.flatMap((piece) => {
      if (typeof piece === 'string') return made(piece);
      const inside = rest.filter((each) => holds(piece, each) && !claimed.has(each));
      for (const each of inside) if (isInsertion(each)) claimed.add(each);
      return render(piece, inside);
    });
  };
  const render = (span: Span, all: readonly Change[]): Unit[] => {
    const units: Unit[] = [];
    for (let at = span.start; at <= span.end;) {
      for (const each of all) if (isInsertion(each) && each.start === at) units.push(...write(each, []));
      const starting = all.filter((each) => !isInsertion(each) && each.start === at);
      const longest = Math.max(...starting.map(({ end }) => end));
      const candidates = starting.filter(({ end }) => end === longest);
      const outer = candidates.find((each) => keptOf(each).some((kept) => holds(kept, each))) ?? candidates[0];
      if (outer) {
        const rest = all.filter(
          (each) =>
            each !== outer &&
            holds(outer, each) &&
            !(isInsertion(each) && (each.start === outer.start || each.start === outer.end)),
        );
        units.push(...write(outer, rest));
        at = outer.end;
        if (at === span.end) {
          for (const each of all) if (isInsertion(each) && each.start === at) units.push(...write(each, []));
          break;
        }
      } else {
        if (at < span.end) units.push({ char: source[at]!, from: at });
        at += 1;
      }
    }
    return units;
  };
  return render({ start: 0, end: source.length }, changes);
}

const units = fc.constantFrom('a', 'b', '(', ' ', '\t', '😀', 'é');
const textWith = (eol: string) =>
  fc
    .array(fc.oneof({ weight: 5, arbitrary: units }, { weight: 1, arbitrary: fc.constant(eol) }), {
      minLength: 1,
      maxLength: 14,
    })
    .map((parts) => parts.join(''));
const inserted = fc
  .array(fc.constantFrom('X', 'Y', '\n', '\r\n', '😀'), { maxLength: 3 })
  .map((parts) => parts.join(''));

/** A change with random pieces; what it keeps lies in its span, in order, and apart. */
const changeIn = (length: number): fc.Arbitrary<Change> =>
  fc
    .tuple(fc.array(fc.nat(length), { minLength: 6, maxLength: 6 }), inserted, inserted, fc.nat(4))
    .map(([points, before, after, shape]) => {
      const [start, a, b, c, d, end] = points.toSorted((x, y) => x - y) as [
        number,
        number,
        number,
        number,
        number,
        number,
      ];
      const first = { start: a, end: b };
      const second = { start: c, end: d };
      const kept = [first, second].filter((span) => !isInsertion(span));
      if (shape === 0) return { start, end: start, pieces: [before] };
      if (shape === 1) return { start, end, pieces: [] };
      if (shape === 2) return { start, end, pieces: [before] };
      if (shape === 3) return { start, end, pieces: start === end ? [after] : [before, { start, end }, after] };
      return { start, end, pieces: [before, ...kept, after] };
    });

const cases = fc
  .constantFrom('\n', '\r\n')
  .chain((eol) => textWith(eol))
  .chain((source) => fc.tuple(fc.constant(source), fc.array(changeIn(source.length), { maxLength: 5 })));

function record(source: string, changes: readonly Change[]): Edits {
  const edits = new Edits(source);
  for (const { start, end, pieces } of changes)
    edits.replace(
      { start, end },
      ...pieces.map((piece): Piece => (typeof piece === 'string' && piece.length % 2 ? () => piece : piece)),
    );
  return edits;
}

/** The text, or the class of what is thrown in its place. */
function resultOf(source: string, changes: readonly Change[]): unknown {
  try {
    return record(source, changes).toString();
  } catch (error) {
    return (error as Error).constructor;
  }
}

const eolOf = (source: string): string => (source.includes('\r\n') ? '\r\n' : '\n');
const isFree = (changes: readonly Change[]): boolean =>
  changes.every((a, index) => changes.slice(index + 1).every((b) => !clash(a, b)));
const RUNS = { numRuns: 3000 };

describe('edits, against a naive model', () => {
  it('give the same text, or throw where two claim the same text and nowhere else', () => {
    fc.assert(
      fc.property(cases, ([source, changes]) => {
        const expected = isFree(changes)
          ? naive(source, changes, eolOf(source))
              .map(({ char }) => char)
              .join('')
          : OverlappingEdits;
        expect(resultOf(source, changes)).toBe(expected);
      }),
      RUNS,
    );
  });

  it('know where each character went', () => {
    fc.assert(
      fc.property(cases, ([source, changes]) => {
        fc.pre(isFree(changes));
        const expected = naive(source, changes, eolOf(source));
        const edited = record(source, changes).apply();
        for (let offset = 0; offset < source.length; offset++) {
          const at = expected.findIndex(({ from }) => from === offset);
          expect(edited.offsetOf(offset)).toBe(at < 0 ? undefined : at);
          let standing = offset;
          while (standing >= 0 && !expected.some(({ from }) => from === standing)) standing -= 1;
          const near = expected.findIndex(({ from }) => from === standing);
          expect(edited.nearestOffset(offset)).toBe(standing < 0 ? 0 : near + Number(standing !== offset));
        }
      }),
      RUNS,
    );
  });

  it('come out the same in any order of recording, insertions at one place apart', () => {
    const shuffled = cases.chain(([source, changes]) =>
      fc.tuple(
        fc.constant(source),
        fc.constant(changes),
        fc.shuffledSubarray([...changes], { minLength: changes.length }),
      ),
    );
    fc.assert(
      fc.property(shuffled, ([source, changes, other]) => {
        const places = changes.map(({ start, end }) => `${start}-${end}`);
        fc.pre(isFree(changes) && new Set(places).size === places.length);
        expect(record(source, other).toString()).toBe(record(source, changes).toString());
      }),
      RUNS,
    );
  });

  it('leave what is outside of all spans byte for byte', () => {
    fc.assert(
      fc.property(cases, ([source, changes]) => {
        fc.pre(isFree(changes) && changes.length > 0);
        const text = record(source, changes).toString();
        expect(text.startsWith(source.slice(0, Math.min(...changes.map(({ start }) => start))))).toBe(true);
        expect(text.endsWith(source.slice(Math.max(...changes.map(({ end }) => end))))).toBe(true);
      }),
      RUNS,
    );
  });

  it('take in removals and overlaps as removes() and touches() say', () => {
    fc.assert(
      fc.property(cases, fc.nat(14), fc.nat(14), ([source, changes], a, b) => {
        const [start, end] = [Math.min(a, b, source.length), Math.min(Math.max(a, b), source.length)];
        const edits = record(source, changes);
        expect(edits.changed).toBe(changes.length > 0);
        expect(edits.removes({ start, end })).toBe(
          changes.some(
            (each) =>
              each.start < each.end &&
              holds(each, { start, end }) &&
              !each.pieces.some((piece) => typeof piece === 'object' && holds(piece, { start, end })),
          ),
        );
        const positions = Array.from({ length: end - start }, (_, index) => start + index);
        fc.pre(start < end);
        expect(edits.touches({ start, end })).toBe(
          changes.some((each) => positions.some((at) => each.start <= at && at < each.end)),
        );
      }),
      RUNS,
    );
  });
});

describe('edits', () => {
  it('give the very text where there are none', () => {
    const source = 'a\r\n\tb\n😀\uFEFF';
    const edits = new Edits(source);
    expect(edits.changed).toBe(false);
    expect(edits.toString()).toBe(source);
  });

  it('keep the order of insertions at one place, and put them before what is replaced there', () => {
    const edits = new Edits('abc');
    edits.replace({ start: 1, end: 2 }, 'B');
    edits.insert(1, '1');
    edits.insert(1, '2');
    edits.insert(2, '3');
    expect(edits.toString()).toBe('a12B3c');
  });

  it('make an outer edit from the edited text of what it keeps, however deep', () => {
    const edits = new Edits('f(g(x), y)');
    edits.replace({ start: 4, end: 5 }, 'z');
    edits.replace({ start: 2, end: 6 }, 'h(', { start: 4, end: 5 }, ')');
    edits.replace({ start: 0, end: 10 }, { start: 8, end: 9 }, '.k(', { start: 2, end: 6 }, ')');
    expect(edits.toString()).toBe('y.k(h(z))');
  });

  it('writes an insertion between two kept spans that meet only once', () => {
    const edits = new Edits('abcd');
    edits.replace({ start: 0, end: 4 }, '<', { start: 0, end: 2 }, { start: 2, end: 4 }, '>');
    edits.insert(2, '|');
    expect(edits.toString()).toBe('<ab|cd>');
  });

  it.each(['wrapped first', 'wrapped last'])('wraps what another edit replaces whole, %s', (order) => {
    const edits = new Edits('(a)');
    const span = { start: 1, end: 2 };
    const wrap = () => edits.replace(span, 'await ', span);
    if (order === 'wrapped first') wrap();
    edits.replace(span, 'b()');
    if (order === 'wrapped last') wrap();
    expect(edits.toString()).toBe('(await b())');
  });

  it('name the edits that overlap', () => {
    const edits = new Edits('abcdef');
    edits.remove({ start: 0, end: 3 });
    edits.remove({ start: 2, end: 5 });
    expect(() => edits.apply()).toThrow(new OverlappingEdits({ start: 2, end: 5 }, { start: 0, end: 3 }));
  });

  it('take the line ends of most lines where a file mixes them', () => {
    const edits = new Edits('a\nb\nc\r\n');
    edits.insert(0, 'x\r\ny\n');
    expect(edits.toString()).toBe('x\ny\na\nb\nc\r\n');
  });

  it.each([
    [-1, 2],
    [2, 1],
    [0, 4],
  ])('refuse the span %i-%i, which the text has not', (start, end) => {
    expect(() => new Edits('abc').remove({ start, end })).toThrow(RangeError);
  });

  it('ask for late text at each apply, when it is known', () => {
    let name = 'auth';
    const edits = new Edits('x');
    edits.replace({ start: 0, end: 1 }, () => name);
    name = 'clerkAuth';
    expect(edits.toString()).toBe('clerkAuth');
  });
});
