import { describe, expect, it } from 'vitest';
import { programOf } from '../../lib/ast/parse.js';
import { sideOf } from '../../lib/source/side.js';

describe('where a file runs', () => {
  it.each([
    ["'use client';\nexport default 1;", 'app-page', 'client'],
    ["'use server';\nexport async function act() {}", 'module', 'server'],
    ['export default 1;', 'app-layout', 'server'],
    ['export default 1;', 'app-route', 'server'],
    ['export default 1;', 'pages-api', 'server'],
    ['export default 1;', 'pages-page', 'shared'],
    ["export const a = () => { 'use server'; };", 'module', 'shared'],
  ] as const)('%j as %s: %s', (text, kind, side) => {
    expect(sideOf(programOf('a.tsx', text), kind)).toBe(side);
  });
});
