import { readFileSync } from 'node:fs';
import pc from 'picocolors';
import { expect, test } from 'vitest';
import type { Report } from '../../lib/ledger.js';
import { FORMATS, formatOfFile, render } from '../../lib/report/index.js';
import { renderJson } from '../../lib/report/json.js';
import { sample } from './sample.js';

/** The same value with the keys of every object in reverse. */
function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, inner]) => [key, reversed(inner)]),
  );
}

function keysOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(keysOf);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => [key, ...keysOf(inner)]);
}

test('the JSON report holds the report, indented, with a final newline', () => {
  const text = renderJson(sample());
  expect(JSON.parse(text)).toEqual(sample());
  expect(text).toMatch(/^\{\n {2}"schemaVersion": 1,\n {2}"tool": \{\n {4}"name"/);
  expect(text.endsWith('\n}\n')).toBe(true);
});

test('the order of keys does not depend on how the report was made', () => {
  const text = renderJson(sample());
  expect(renderJson(reversed(sample()) as Report)).toBe(text);
  expect(Object.keys(JSON.parse(text) as object)).toEqual([
    'schemaVersion',
    'tool',
    'root',
    'project',
    'projects',
    'summary',
    'files',
    'routes',
    'followUps',
  ]);
});

test('no app means project null', () => {
  expect(JSON.parse(renderJson({ ...sample(), project: null, projects: [] }))).toMatchObject({
    project: null,
    projects: [],
  });
});

test('docs/report.md names every field', () => {
  const page = readFileSync(new URL('../../docs/report.md', import.meta.url), 'utf8');
  const missing = [...new Set(keysOf(sample()))].filter((key) => !page.includes(`\`${key}\``));
  expect(missing).toEqual([]);
});

test('formats are found by name and by extension', () => {
  const options = { colors: pc.createColors(false), dryRun: false };
  expect(FORMATS.slice(0, 2)).toEqual(['pretty', 'json']);
  expect(render(sample(), 'json', options)).toBe(renderJson(sample()));
  expect(render(sample(), 'pretty', options)).toContain('7 sites');
  expect(formatOfFile('out/report.JSON')).toBe('json');
  expect(formatOfFile('report.yaml')).toBeUndefined();
  expect(formatOfFile('json')).toBeUndefined();
});
