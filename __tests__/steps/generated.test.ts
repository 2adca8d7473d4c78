import { parseSync } from 'oxc-parser';
import { describe, expect, it } from 'vitest';
import { houseStyle, inStyle } from '../../lib/steps/house-style.js';
import { CLAIMS } from '../../lib/clerk/generated/session-claims.js';
import { claimSettings, withSettings } from '../../lib/steps/instance.js';
import { middlewareFile } from '../../lib/steps/middleware-file.js';

describe('withSettings', () => {
  const withClaims = (text: string | null, names: string[]) => withSettings(text, claimSettings(names));

  const alone = `{\n  "session": {\n    "claims": {\n      "userId": "${CLAIMS['userId']}"\n    }\n  }\n}\n`;

  it('makes the file, once', () => {
    expect(withClaims(null, ['userId'])).toBe(alone);
    expect(withClaims('', ['userId'])).toBe(alone);
    expect(withClaims(alone, ['userId'])).toBe(alone);
  });

  it('adds to what is there, in its own indentation and line ends', () => {
    const text =
      '{\r\n\t"session": {\r\n\t\t"claims": {\r\n\t\t\t"role": "x"\r\n\t\t}\r\n\t},\r\n\t"other": [1,  2]\r\n}\r\n';
    const merged = withClaims(text, ['userId'])!;
    expect(JSON.parse(merged)).toEqual({ session: { claims: { role: 'x', userId: CLAIMS['userId'] } }, other: [1, 2] });
    expect(merged).toContain('\r\n\t\t\t"userId"');
    expect(merged).toContain('[1,  2]');
    expect(merged.replaceAll('\r\n', '')).not.toContain('\n');
    expect(withClaims(merged, ['userId'])).toBe(merged);
  });

  it.each(['[]', '1', '{ "session": [] }', '{ "session": { "claims": "x" } }', '{ "session": '])(
    'gives up on %s',
    (text) => {
      expect(withClaims(text, ['userId'])).toBeUndefined();
    },
  );
});

const PLAIN = middlewareFile({ fileLike: [], everywhere: false });

describe('house style', () => {
  const standard = `import a from 'a'\nimport b from 'b'\n\nexport function f() {\n\tif (a) {\n\t\treturn b\n\t}\n}\n`;

  it('is read off the app’s files', () => {
    expect(houseStyle([standard])).toEqual({ quote: "'", semicolons: false, indent: '\t', eol: '\n' });
    expect(houseStyle([])).toEqual({ quote: '"', semicolons: true, indent: '  ', eol: '\n' });
    expect(houseStyle(['import a from "a";\r\nfunction f() {\r\n    a();\r\n}\r\n'])).toEqual({
      quote: '"',
      semicolons: true,
      indent: '    ',
      eol: '\r\n',
    });
  });

  it('leaves a generated text that is written so already, and one in another style means the same', () => {
    expect(inStyle(PLAIN, houseStyle([]))).toBe(PLAIN);
    const text = inStyle(PLAIN, houseStyle([standard]));
    expect(text).toMatch(
      /^import \{ clerkMiddleware \} from '@clerk\/nextjs\/server'\n\nexport default clerkMiddleware\(\)\n/,
    );
    expect(text).not.toMatch(/;$/m);
    const shape = (source: string) =>
      JSON.stringify(parseSync('x.ts', source).program, (key, value: unknown) =>
        key === 'start' || key === 'end' || key === 'raw' ? undefined : value,
      );
    expect(shape(text)).toBe(shape(PLAIN));
  });

  it('keeps comments as they are', () => {
    const text = '/** This app\'s "own"; */\nconst a = "b"; // until; it\'s done\n';
    expect(inStyle(text, houseStyle([standard]))).toBe(
      "/** This app's \"own\"; */\nconst a = 'b' // until; it's done\n",
    );
  });
});
