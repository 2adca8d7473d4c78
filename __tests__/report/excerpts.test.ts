import { describe, expect, it } from 'vitest';
import { Excerpts, type CodeLine } from '../../lib/report/excerpts.js';
import { site } from './sample.js';

const numbered = (amount: number) => Array.from({ length: amount }, (_, index) => `line ${index + 1}`);
const text = (lines: readonly string[]) => `${lines.join('\n')}\n`;
const shown = (lines: readonly CodeLine[] | undefined) =>
  lines?.map(({ number, text, isChanged }) => `${isChanged ? '*' : ' '}${number} ${text}`);
const at = (line: number, outputLine?: number) =>
  site({ line, endLine: line, ...(outputLine !== undefined && { outputLine, outputEndLine: outputLine }) });

describe('the code of a site', () => {
  const before = numbered(12);

  it('is shown once where it stays as it is', () => {
    const { before: code, after } = new Excerpts({ before: text(before), after: text(before) }).of(at(5, 5));
    expect(shown(code)).toEqual([' 3 line 3', ' 4 line 4', ' 5 line 5', ' 6 line 6', ' 7 line 7']);
    expect(after).toBeUndefined();
  });

  it('is shown with the whole change that it is a part of, and with what stands there after a shift above', () => {
    const after = [...before.slice(1, 5), 'six', 'six and a half', 'seven', ...before.slice(7)];
    const { before: code, after: then } = new Excerpts({ before: text(before), after: text(after) }).of(at(7, 5));
    expect(shown(code)).toEqual([' 4 line 4', ' 5 line 5', '*6 line 6', '*7 line 7', ' 8 line 8', ' 9 line 9']);
    expect(shown(then)).toEqual([
      ' 3 line 4',
      ' 4 line 5',
      '*5 six',
      '*6 six and a half',
      '*7 seven',
      ' 8 line 8',
      ' 9 line 9',
    ]);
  });

  it('shows the comment that was put above it', () => {
    const after = [...before.slice(0, 4), '// TODO', ...before.slice(4)];
    const { after: then } = new Excerpts({ before: text(before), after: text(after) }).of(at(5, 6));
    expect(shown(then)).toEqual([' 3 line 3', ' 4 line 4', '*5 // TODO', ' 6 line 5', ' 7 line 6', ' 8 line 7']);
  });

  it('shows what follows where lines went, also at the end of the file', () => {
    const middle = new Excerpts({ before: text(before), after: text(before.toSpliced(4, 1)) }).of(at(5));
    expect(shown(middle.after)).toEqual([' 3 line 3', ' 4 line 4', ' 5 line 6', ' 6 line 7']);
    const end = new Excerpts({ before: text(before), after: text(before.slice(0, 11)) }).of(at(12));
    expect(shown(end.after)).toEqual([' 10 line 10', ' 11 line 11']);
  });

  it('is all marked in a file that goes', () => {
    const { before: code, after } = new Excerpts({ before: text(before), after: null }).of(at(1));
    expect(shown(code)).toEqual(['*1 line 1', '*2 line 2', '*3 line 3']);
    expect(after).toEqual([]);
  });

  it('is cut around the site where hundreds of lines change', () => {
    const long = numbered(300);
    const excerpts = new Excerpts({ before: text(long), after: text(long.map((line) => `${line}!`)) });
    const { before: code, after } = excerpts.of(at(150, 150));
    expect(code.map(({ number }) => number)).toEqual([148, 149, 150, 151, 152]);
    expect(after!.map(({ number }) => number)).toEqual([148, 149, 150, 151, 152]);
    expect(excerpts.of(at(150)).after!.length).toBeLessThan(40);
  });

  it('is cut around the site where nearly all of a long file changes', () => {
    const long = numbered(900);
    const after = long.map((line, index) => (index < 2 ? line : `${line}!`));
    const { before: code, after: then } = new Excerpts({ before: text(long), after: text(after) }).of(at(500, 500));
    expect(shown(code)![2]).toBe('*500 line 500');
    expect(shown(then)![2]).toBe('*500 line 500!');
  });

  it('counts lines as the report does: CRLF, a BOM, no final line break', () => {
    const { before: code } = new Excerpts({ before: '\uFEFFa\r\nb\r\nc', after: '\uFEFFa\r\nB\r\nc' }).of(at(2, 2));
    expect(shown(code)).toEqual([' 1 a', '*2 b', ' 3 c']);
  });

  it('is what is known: the text after alone, of a run that an earlier one left', () => {
    const { before: code, after } = new Excerpts({ before: undefined, after: text(before) }).of(at(9, 5));
    expect(shown(code)).toEqual([' 3 line 3', ' 4 line 4', ' 5 line 5', ' 6 line 6', ' 7 line 7']);
    expect(after).toBeUndefined();
  });
});
