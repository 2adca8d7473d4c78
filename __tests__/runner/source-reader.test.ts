import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SourceReader } from '../../lib/runner/source-reader.js';

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'reader-'));
});
afterEach(() => rmSync(dir, { recursive: true }));

const written = (content: string | Buffer): string => {
  const path = join(dir, 'a.ts');
  writeFileSync(path, content);
  return path;
};

describe('reading a source file', () => {
  it.each([
    ['nothing', ''],
    ['a byte order mark and other letters', '\uFEFFconst größe = "日本 🎉";\r\n'],
    ['more than a mebibyte', `${'// größe\n'.repeat(150_000)}end`],
  ])('gives the text: %s', (_, text) => {
    const unreadable = new Map<string, string>();
    const reader = new SourceReader(unreadable);
    const path = written(text);
    expect(reader.text(path)).toBe(text);
    expect(Buffer.from(reader.bytes(path)!, 'latin1').toString('utf8')).toBe(text);
    expect(unreadable.size).toBe(0);
  });

  it('a text stays what it was when the next file is read', () => {
    const reader = new SourceReader(new Map());
    const first = reader.text(written('the first of them'));
    reader.text(written('a second'));
    expect(first).toBe('the first of them');
  });

  it.each([
    ["import 'next-auth'; // gr\xF6\xDFe", 1],
    ['// gr\xF6\xDFe', 0],
  ])('what is not UTF-8 is noted where it mentions Auth.js: %j', (bytes, noted) => {
    const unreadable = new Map<string, string>();
    expect(new SourceReader(unreadable).text(written(Buffer.from(bytes, 'latin1')))).toBeUndefined();
    expect(unreadable.size).toBe(noted);
  });

  it('what can’t be read is noted', () => {
    const unreadable = new Map<string, string>();
    mkdirSync(join(dir, 'folder'));
    expect(new SourceReader(unreadable).text(join(dir, 'folder'))).toBeUndefined();
    expect(new SourceReader(unreadable).text(join(dir, 'none.ts'))).toBeUndefined();
    expect([...unreadable.values()]).toEqual([
      expect.stringMatching(/^it can't be read: EISDIR/),
      expect.stringMatching(/^it can't be read: ENOENT/),
    ]);
  });
});
