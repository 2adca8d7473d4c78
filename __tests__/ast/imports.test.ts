import { describe, expect, it } from 'vitest';
import { AUTH, edit } from './import-task.js';

describe('an alias', () => {
  it.each([
    ['auth', 'clerkAuth'],
    ['useUser', 'useClerkUser'],
    ['Show', 'ClerkShow'],
  ])('of %s is %s, where the name is taken', (name, alias) => {
    const { text, names } = edit(`import a from 'a';\nconst ${name} = a;\n`, { add: [`m#${name}`] });
    expect(names).toEqual([alias]);
    expect(text).toContain(`import { ${name} as ${alias} } from 'm';`);
  });

  it('is needed for a name at any depth, and for one that is global', () => {
    expect(edit(`function f(auth: string) { return auth; }\n`, { add: [AUTH] }).names).toEqual(['clerkAuth']);
    expect(edit(`auth();\n`, { add: [AUTH] }).names).toEqual(['clerkAuth']);
  });

  it('is not needed where the other goes', () => {
    expect(edit(`import { auth } from '@/auth';\n`, { add: [AUTH], drop: ['auth'] })).toEqual({
      text: `import { auth } from '@clerk/nextjs/server';\n`,
      names: ['auth'],
    });
  });

  it('is another one where it is taken itself', () => {
    expect(edit(`const auth = 1, clerkAuth = 2;\n`, { add: [AUTH] }).names).toEqual(['clerkAuth2']);
  });

  it('parts two names of two modules', () => {
    const { names } = edit(`import a from 'a';\n`, { add: ['@clerk/nextjs#auth', AUTH] });
    expect(names).toEqual(['auth', 'clerkAuth']);
  });
});

describe('adding and removing', () => {
  it.each([
    [
      'takes the place',
      `import a from 'a';\nimport { s } from 'm';\nimport b from 'b';\n`,
      ['s'],
      `import a from 'a';\nimport { auth } from '@clerk/nextjs/server';\nimport b from 'b';\n`,
    ],
    [
      'takes the first place of several',
      `import { s } from 'm';\nimport a from 'a';\nimport t from 'n';\n`,
      ['s', 't'],
      `import { auth } from '@clerk/nextjs/server';\nimport a from 'a';\n`,
    ],
    [
      'stands above what stays',
      `import { s, t } from 'm';\n`,
      ['s'],
      `import { auth } from '@clerk/nextjs/server';\nimport { t } from 'm';\n`,
    ],
    [
      'lets a directive for the line go',
      `// @ts-ignore\nimport { s } from 'm';\n`,
      ['s'],
      `import { auth } from '@clerk/nextjs/server';\n`,
    ],
    [
      'stands above a directive that stays',
      `// @ts-ignore\nimport { s, t } from 'm';\n`,
      ['s'],
      `import { auth } from '@clerk/nextjs/server';\n// @ts-ignore\nimport { t } from 'm';\n`,
    ],
    [
      'goes into a clause that loses a name',
      `import { s, t } from '@clerk/nextjs/server';\n`,
      ['s'],
      `import { t, auth } from '@clerk/nextjs/server';\n`,
    ],
    [
      'goes into a commented clause that loses a name',
      `import {\n  s,\n  t, // why\n} from '@clerk/nextjs/server';\n`,
      ['s'],
      `import {\n  t,\n  auth, // why\n} from '@clerk/nextjs/server';\n`,
    ],
    [
      'takes the place of an import of the module that goes',
      `import { s } from '@clerk/nextjs/server';\n`,
      ['s'],
      `import { auth } from '@clerk/nextjs/server';\n`,
    ],
    [
      'keeps a header',
      `/**\n * Header\n */\nimport { s } from 'm';\nx();\n`,
      ['s'],
      `/**\n * Header\n */\nimport { auth } from '@clerk/nextjs/server';\nx();\n`,
    ],
    [
      'keeps a directive first',
      `'use client'\n\nimport { s } from 'm'\nx()\n`,
      ['s'],
      `'use client'\n\nimport { auth } from '@clerk/nextjs/server'\nx()\n`,
    ],
    [
      'keeps code on the line',
      `x(); import { s } from 'm'; y();\n`,
      ['s'],
      `x(); import { auth } from '@clerk/nextjs/server'; y();\n`,
    ],
  ])('%s', (_, text, drop, expected) => {
    expect(edit(text, { add: [AUTH], drop }).text).toBe(expected);
  });

  it('keeps CRLF, and all else that printers change', () => {
    const text = `// header\r\nimport { s } from 'm'\r\nimport a, {\r\n  b,\r\n} from 'a'\r\n\r\n/* one */ call(a, (\r\n  {\r\n\tb }\r\n))\r\nconst el = <p>\r\n      {a}  </p>\r\n`;
    expect(edit(text, { add: [AUTH], drop: ['s'] }).text).toBe(
      text.replace(`import { s } from 'm'`, `import { auth } from '@clerk/nextjs/server'`),
    );
    expect(edit(text, { drop: ['s'] }).text).toBe(text.replace(`import { s } from 'm'\r\n`, ''));
    expect(edit(text, {}).text).toBe(text);
  });
});
