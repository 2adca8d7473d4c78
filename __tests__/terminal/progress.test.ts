import { expect, it } from 'vitest';
import { progressLine } from '../../lib/terminal/progress.js';

/** What comes to the terminal of work that takes `pace` ms a file. */
function shown(total: number, pace: number): string[] {
  const written: string[] = [];
  let now = 0;
  const progress = progressLine(
    (text) => void written.push(text),
    () => now,
  );
  for (let done = 1; done <= total; done += 1) {
    progress('Reading', done, total);
    now += pace;
  }
  return written;
}

it('shows nothing of work that is soon done', () => {
  expect(shown(20, 10)).toEqual([]);
});

it('says how far long work is, not for every file, and takes the line away at the end', () => {
  const lines = shown(100, 20);
  expect(lines[0]).toMatch(/Reading 16 of 100 files$/);
  expect(lines.length).toBeLessThan(30);
  expect(lines.at(-1)).toBe('\r\x1b[2K');
});
