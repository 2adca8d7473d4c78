import { describe, expect, it } from 'vitest';
import { CONFIG_NAMES } from '../../bin/commands/check-now.js';
import { PLACES } from '../../lib/config/load.js';
import { app, cli } from './cli.js';
import { fill } from '../runner/folder.js';

describe('check without options', () => {
  it('knows where a config may be', () => {
    expect([...CONFIG_NAMES, 'package.json']).toEqual([...PLACES]);
  });

  it('finds what check with options finds', () => {
    const dir = app();
    expect(cli(dir, ['check', '.'])).toEqual(cli(dir, ['check', '.', '--only', 'all']));
  });

  it.each([
    ['a file', 'authjs-clerk.config.json', '{ "max": 1000 }'],
    ['the manifest', 'package.json', '{ "dependencies": { "next": "15.5.9" }, "authjs-clerk": { "max": 1000 } }'],
  ])('reads a config in %s', (_, name, text) => {
    const dir = app();
    expect(cli(dir, ['check', '.']).code).toBe(1);
    fill(dir, { [name]: text });
    expect(cli(dir, ['check', '.']).code).toBe(0);
  });

  it('says bad input in one line', () => {
    const { code, out, err } = cli(app(), ['check', 'nowhere']);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(/^There is no file or folder at .*\n$/);
  });
});
