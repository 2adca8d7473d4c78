import { describe, expect, it } from 'vitest';
import { AUTH, edit } from './import-task.js';

describe('adding', () => {
  it.each([
    [
      'into an import of the module',
      `import { a } from '@clerk/nextjs/server';\n`,
      `import { a, auth } from '@clerk/nextjs/server';\n`,
    ],
    [
      'behind a trailing comma',
      `import {\n  a,\n  b,\n} from '@clerk/nextjs/server';\n`,
      `import {\n  a,\n  b,\n  auth,\n} from '@clerk/nextjs/server';\n`,
    ],
    [
      'beside a default',
      `import d, { a } from '@clerk/nextjs/server';\n`,
      `import d, { a, auth } from '@clerk/nextjs/server';\n`,
    ],
    ['not twice', `import { auth } from '@clerk/nextjs/server';\n`, `import { auth } from '@clerk/nextjs/server';\n`],
    [
      'not into a namespace',
      `import * as c from '@clerk/nextjs/server';\n`,
      `import * as c from '@clerk/nextjs/server';\nimport { auth } from '@clerk/nextjs/server';\n`,
    ],
    [
      'not into a default',
      `import c from '@clerk/nextjs/server';\n`,
      `import c from '@clerk/nextjs/server';\nimport { auth } from '@clerk/nextjs/server';\n`,
    ],
    [
      'not into types',
      `import type { U } from '@clerk/nextjs/server';\n`,
      `import type { U } from '@clerk/nextjs/server';\nimport { auth } from '@clerk/nextjs/server';\n`,
    ],
    [
      'behind the last import',
      `import a from "a"\nimport b from "b"\n\nx()\n`,
      `import a from "a"\nimport b from "b"\nimport { auth } from "@clerk/nextjs/server"\n\nx()\n`,
    ],
    [
      'behind a side-effect import',
      `import './a.css';\n\nx();\n`,
      `import './a.css';\nimport { auth } from '@clerk/nextjs/server';\n\nx();\n`,
    ],
    [
      'behind its comment',
      `import a from 'a'; // why\n\nx();\n`,
      `import a from 'a'; // why\nimport { auth } from '@clerk/nextjs/server';\n\nx();\n`,
    ],
    [
      'under a directive',
      `'use client';\n\nx();\n`,
      `'use client';\n\nimport { auth } from '@clerk/nextjs/server';\n\nx();\n`,
    ],
    [
      'under a directive with a comment',
      `'use server' // all\nx();\n`,
      `'use server' // all\n\nimport { auth } from '@clerk/nextjs/server';\nx();\n`,
    ],
    [
      'under a hashbang',
      `#!/usr/bin/env node\nx();\n`,
      `#!/usr/bin/env node\nimport { auth } from '@clerk/nextjs/server';\n\nx();\n`,
    ],
    [
      'under a header',
      `// Copyright\n\nx();\n`,
      `// Copyright\n\nimport { auth } from '@clerk/nextjs/server';\n\nx();\n`,
    ],
    [
      'under a header at once',
      `// Copyright\nx();\n`,
      `// Copyright\nimport { auth } from '@clerk/nextjs/server';\n\nx();\n`,
    ],
    [
      'above a doc comment',
      `/** Does x. */\nx();\n`,
      `import { auth } from '@clerk/nextjs/server';\n\n/** Does x. */\nx();\n`,
    ],
    [
      'under a doc comment of the file',
      `/** @jest-environment node */\nx();\n`,
      `/** @jest-environment node */\nimport { auth } from '@clerk/nextjs/server';\n\nx();\n`,
    ],
    [
      'above a directive for the next line',
      `// @ts-ignore\nx();\n`,
      `import { auth } from '@clerk/nextjs/server';\n\n// @ts-ignore\nx();\n`,
    ],
    [
      'to the end of a file without line break',
      `import a from 'a';`,
      `import a from 'a';\nimport { auth } from '@clerk/nextjs/server';`,
    ],
  ])('%s', (_, text, expected) => {
    expect(edit(text, { add: [AUTH] }).text).toBe(expected);
  });

  it('several, sorted by module and name, packages first', () => {
    const add = [
      '@/lib/session#b',
      '@clerk/nextjs#useUser',
      '@clerk/nextjs#Show',
      './x#c',
      'type @clerk/nextjs#T',
      AUTH,
    ];
    expect(edit(`import a from 'a';\n`, { add }).text.split('\n').slice(1, -1)).toEqual([
      `import { Show, useUser } from '@clerk/nextjs';`,
      `import type { T } from '@clerk/nextjs';`,
      `import { auth } from '@clerk/nextjs/server';`,
      `import { c } from './x';`,
      `import { b } from '@/lib/session';`,
    ]);
  });

  it('a type that is asked for as a value, too, as a value', () => {
    const text = `import a from 'a';\n`;
    const expected = `${text}import { T } from 'm';\n`;
    expect(edit(text, { add: ['type m#T', 'm#T'] }).text).toBe(expected);
    expect(edit(text, { add: ['m#T', 'type m#T'] }).text).toBe(expected);
  });

  it.each([`import type { T } from 'm';\n`, `import { type T } from 'm';\n`, `import { T } from 'm';\n`])(
    'no type that is there: %s',
    (text) => {
      expect(edit(text, { add: ['type m#T'] })).toEqual({ text, names: ['T'] });
    },
  );

  it('uses the name under which it is there', () => {
    const text = `import { auth as clerk } from '@clerk/nextjs/server';\n`;
    expect(edit(text, { add: [AUTH] })).toEqual({ text, names: ['clerk'] });
  });

  it('as require() in a file that has nothing else', () => {
    const text = `const { a } = require('m');\nmodule.exports = a;\n`;
    expect(edit(text, { add: [AUTH], path: 'a.js' }).text).toBe(
      `const { auth } = require('@clerk/nextjs/server');\n\n${text}`,
    );
    const there = `const { auth: b } = require('@clerk/nextjs/server');\nmodule.exports = b;\n`;
    expect(edit(there, { add: [AUTH], path: 'a.js' })).toEqual({ text: there, names: ['b'] });
    const taken = `const auth = 1;\nmodule.exports = auth;\n`;
    expect(edit(taken, { add: [AUTH], path: 'a.js' }).text).toContain(`const { auth: clerkAuth } = require(`);
  });
});
