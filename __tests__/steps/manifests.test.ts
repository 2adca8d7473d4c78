import { describe, expect, it } from 'vitest';
import { clerkVersionFor } from '../../lib/clerk/versions.js';
import { editManifest, type ManifestSettings } from '../../lib/steps/manifests.js';

const clerk = clerkVersionFor('15.5.9');
const CLERK = `"@clerk/nextjs": "${clerk.range}"`;
const edit = (text: string, settings: Partial<ManifestSettings> = {}) =>
  editManifest(text, { isUsed: () => false, clerk, frozen: undefined, ...settings });
const lines = (...all: string[]) => `${all.join('\n')}\n`;

const PLAIN = lines('{', '  "dependencies": {', '    "next": "15",', '    "next-auth": "4"', '  }', '}');
const MOVED = lines('{', '  "dependencies": {', `    ${CLERK},`, '    "next": "15"', '  }', '}');

describe('editManifest', () => {
  it.each([
    ['two spaces', (text: string) => text],
    ['tabs', (text: string) => text.replaceAll('  ', '\t')],
    ['four spaces', (text: string) => text.replaceAll('  ', '    ')],
    ['CRLF', (text: string) => text.replaceAll('\n', '\r\n')],
    ['no line break at the end', (text: string) => text.trimEnd()],
    ['a byte order mark', (text: string) => `\uFEFF${text}`],
  ])('keeps %s', (_, as) => {
    expect(edit(as(PLAIN)).text).toBe(as(MOVED));
  });

  it.each([
    [
      'one line',
      '{ "dependencies": { "next-auth": "4", "next": "15" } }',
      `{ "dependencies": { ${CLERK}, "next": "15" } }`,
    ],
    [
      'an only dependency',
      lines('{', '  "dependencies": {', '    "next-auth": "4"', '  }', '}'),
      lines('{', '  "dependencies": {', `    ${CLERK}`, '  }', '}'),
    ],
    [
      'the order of the alphabet',
      lines('{', '  "dependencies": {', '    "@a/b": "1",', '    "next-auth": "4",', '    "zod": "4"', '  }', '}'),
      lines('{', '  "dependencies": {', '    "@a/b": "1",', `    ${CLERK},`, '    "zod": "4"', '  }', '}'),
    ],
    [
      'other white space',
      '{\n  "name":"x",\n  "dependencies": {\n    "next":   "15",\n    "next-auth": "4"\n  },\n  "files": ["a",  "b"]\n}',
      `{\n  "name":"x",\n  "dependencies": {\n    ${CLERK},\n    "next":   "15"\n  },\n  "files": ["a",  "b"]\n}`,
    ],
  ])('keeps %s', (_, before, after) => {
    expect(edit(before).text).toBe(after);
  });

  it('takes an empty section out with its last dependency', () => {
    const text = lines('{', '  "name": "x",', '  "dependencies": {', '    "next-auth": "4"', '  }', '}');
    expect(edit(text, { clerk: undefined }).text).toBe(lines('{', '  "name": "x"', '}'));
    const first = lines('{', '  "dependencies": {', '    "next-auth": "4"', '  },', '  "name": "x"', '}');
    expect(edit(first, { clerk: undefined }).text).toBe(lines('{', '  "name": "x"', '}'));
  });

  it('puts Clerk where next-auth stood: a library keeps it a peer', () => {
    const library = { devDependencies: { 'next-auth': '4' }, peerDependencies: { 'next-auth': '*', react: '19' } };
    const { text, sites } = edit(`${JSON.stringify(library, undefined, 2)}\n`);
    expect(JSON.parse(text)).toEqual({
      devDependencies: { '@clerk/nextjs': clerk.range },
      peerDependencies: { '@clerk/nextjs': clerk.range, react: '19' },
    });
    expect(sites.map(({ symbol, outcome, line }) => [symbol, outcome, line])).toEqual([
      ['next-auth', 'removed', 3],
      ['next-auth', 'removed', 6],
    ]);
  });

  it('without next-auth, where Next stands; without that, among the dependencies', () => {
    expect(JSON.parse(edit('{ "devDependencies": { "next": "15" } }').text)).toEqual({
      devDependencies: { '@clerk/nextjs': clerk.range, next: '15' },
    });
    expect(JSON.parse(edit('{ "name": "x" }').text)).toEqual({
      name: 'x',
      dependencies: { '@clerk/nextjs': clerk.range },
    });
    expect(JSON.parse(edit('{ "dependencies": {} }').text)).toEqual({ dependencies: { '@clerk/nextjs': clerk.range } });
  });

  it('leaves Clerk’s version as it is where there is one', () => {
    const text = lines(
      '{',
      '  "dependencies": {',
      '    "@clerk/nextjs": "catalog:",',
      '    "next-auth": "catalog:"',
      '  }',
      '}',
    );
    expect(edit(text).text).toBe(lines('{', '  "dependencies": {', '    "@clerk/nextjs": "catalog:"', '  }', '}'));
  });

  it('keeps what is still imported, and says where it stands then, in each section', () => {
    const text = lines(
      '{',
      '  "dependencies": {',
      '    "@auth/prisma-adapter": "2",',
      '    "next": "15",',
      '    "next-auth": "5"',
      '  },',
      '  "peerDependencies": {',
      '    "next-auth": "5"',
      '  }',
      '}',
    );
    const { text: after, sites } = edit(text, { isUsed: (name) => name === 'next-auth' });
    expect(sites.map(({ symbol, outcome, line, outputLine }) => [symbol, outcome, line, outputLine])).toEqual([
      ['@auth/prisma-adapter', 'removed', 3, undefined],
      ['next-auth', 'manual', 5, 5],
      ['next-auth', 'manual', 8, 9],
    ]);
    expect(after).not.toContain('prisma-adapter');
  });

  it('changes nothing of Auth.js’s where it may not, but adds Clerk where code needs it', () => {
    const frozen = { rule: 'not-selected', message: 'x' };
    const { text, sites } = edit(PLAIN, { frozen });
    expect(JSON.parse(text)).toEqual({ dependencies: { '@clerk/nextjs': clerk.range, next: '15', 'next-auth': '4' } });
    expect(sites).toMatchObject([{ rule: 'not-selected', outcome: 'manual', line: 4, outputLine: 5 }]);
    expect(edit(PLAIN, { frozen, clerk: undefined }).text).toBe(PLAIN);
  });

  it('is done after one time', () => {
    for (const text of [PLAIN, PLAIN.replaceAll('\n', '\r\n'), '{"dependencies":{"next-auth":"4","next":"15"}}'])
      expect(edit(edit(text).text).text).toBe(edit(text).text);
  });

  it('leaves what is no manifest alone', () => {
    for (const text of ['', '[]\n', '{ "dependencies": ["next-auth"] }\n', '{ "dependencies": null }\n'])
      expect(edit(text, { clerk: undefined })).toEqual({ text, sites: [] });
  });

  it.each([
    ['overrides', { 'next-auth': { nodemailer: '^7' }, semver: '^7' }],
    ['resolutions', { '**/next-auth': '4', semver: '^7' }],
    ['resolutions', { 'web/next-auth': '4', '@acme/web/@auth/core': '0.34', 'next-auth/**/jose': '4', semver: '^7' }],
    ['overrides', { 'web>next-auth@4': '4.24.11', semver: '^7' }],
    ['catalogs', { auth: { 'next-auth': '4' }, all: { next: '15' }, semver: '^7' }],
    ['catalog', { 'next-auth': '4', semver: '^7' }],
  ])('takes Auth.js out of %s with its last use', (list, entries) => {
    const text = `${JSON.stringify({ dependencies: { 'next-auth': '4' }, [list]: entries }, undefined, 2)}\n`;
    expect(JSON.parse(edit(text).text)).toMatchObject({ [list]: { semver: '^7' } });
    expect(edit(text).text).not.toContain('next-auth');
    expect(edit(text, { isUsed: () => true, clerk: undefined }).text).toBe(text);
  });

  it('raises releases as their ranges are written, those of a catalog not', () => {
    const raises = new Map([
      ['next', '15.5.9'],
      ['react', '19.0.3'],
    ]);
    const text =
      '{ "dependencies": { "next": "^15.1.0", "react": "catalog:" }, "peerDependencies": { "next": ">=14" } }';
    expect(edit(text, { raises, clerk: undefined }).text).toBe(text.replace('^15.1.0', '^15.5.9'));
  });

  it('takes the helpers of the set-up with it, not before', () => {
    const text = '{ "dependencies": { "bcryptjs": "2", "next-auth": "4", "next": "15" } }';
    const helpers = new Set(['bcryptjs']);
    expect(edit(text, { helpers, clerk: undefined }).text).toBe('{ "dependencies": { "next": "15" } }');
    expect(edit(text, { helpers, clerk: undefined, isUsed: (name) => name === 'next-auth' }).text).toBe(text);
  });
});
