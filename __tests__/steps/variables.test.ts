import { describe, expect, it } from 'vitest';
import { CLERK_KEYS, KEYS_COMMENT, pageVariables, WEBHOOK_SECRET } from '../../lib/clerk/variables.js';
import { editVariables, readIn, type VariableSettings } from '../../lib/steps/variables.js';

const kept = { rule: 'env-variable', message: 'stays' };
const edit = (path: string, text: string, settings: Partial<VariableSettings> = {}) =>
  editVariables(path, text, {
    whyKept: () => undefined,
    others: [],
    clerk: CLERK_KEYS,
    keepsValues: false,
    ...settings,
  });
const lines = (...all: string[]) => `${all.join('\n')}\n`;
const KEYS = [`# ${KEYS_COMMENT}`, 'NEXT_PUBLIC_CLERK_PUBLISHABLE_KEY=', 'CLERK_SECRET_KEY='];

/** A file, and what it becomes where nothing reads Auth.js's variables any more. */
const FILES: readonly (readonly [what: string, path: string, before: string, after: string])[] = [
  [
    'an example',
    '.env.example',
    lines('# Auth', 'NEXTAUTH_URL=http://localhost:3000', 'NEXTAUTH_SECRET=', '', 'DATABASE_URL="x" # ours'),
    lines('# Auth', ...KEYS, '', 'DATABASE_URL="x" # ours'),
  ],
  [
    'a comment that tells how the secret is made',
    '.env.sample',
    lines('A=1', '# openssl rand -base64 32', "export AUTH_SECRET = 'two", "lines'", 'B=2'),
    lines('A=1', KEYS[0]!, 'export NEXT_PUBLIC_CLERK_PUBLISHABLE_KEY=', 'export CLERK_SECRET_KEY=', 'B=2'),
  ],
  [
    'what is said of variables that go',
    '.env.example',
    lines(
      '# Next Auth',
      '# You can generate a new secret on the command line with:',
      '# openssl rand -base64 32',
      'NEXTAUTH_URL="http://localhost:3000"',
      '',
      '# -----',
      '# GitHub',
      '# -----',
      'AUTH_GITHUB_ID=',
      'AUTH_GITHUB_SECRET=',
      '',
      '# Only where it is needed',
      'AUTH_TRUST_HOST=',
      '',
      '# Mail, and how people come in',
      'MAIL=',
      'AUTH_RESEND_KEY=',
      '',
      '# Off:',
      '# OTHER=1',
      'AUTH_DEBUG=',
    ),
    lines(...KEYS, '', '# Mail, and how people come in', 'MAIL=', '', '# Off:', '# OTHER=1'),
  ],
  [
    'no secret among the variables, and no line break at the end',
    '.env.example',
    lines('AUTH_GITHUB_ID=', '', 'A=1', 'AUTH_URL=http://x').trimEnd(),
    lines(...KEYS, '', 'A=1'),
  ],
  [
    'a Dockerfile',
    'apps/web/Dockerfile',
    lines('FROM node', 'ARG NEXTAUTH_URL', 'ARG AUTH_SECRET', 'ENV AUTH_SECRET=$AUTH_SECRET', 'RUN npm ci'),
    lines(
      'FROM node',
      'ARG NEXT_PUBLIC_CLERK_PUBLISHABLE_KEY',
      'ARG CLERK_SECRET_KEY',
      'ENV NEXT_PUBLIC_CLERK_PUBLISHABLE_KEY=$NEXT_PUBLIC_CLERK_PUBLISHABLE_KEY',
      'ENV CLERK_SECRET_KEY=$CLERK_SECRET_KEY',
      'RUN npm ci',
    ),
  ],
  [
    'a compose file',
    'docker-compose.yml',
    lines(
      'services:',
      '  web:',
      '    environment:',
      '      NEXTAUTH_SECRET: "secret" # change it',
      '      NEXTAUTH_URL: ${NEXTAUTH_URL:-http://localhost}',
      '      PORT: 3000',
      '  worker:',
      '    environment:',
      '      - AUTH_TRUST_HOST=true',
      '      - AUTH_SECRET',
      '      - A=1',
    ),
    lines(
      'services:',
      '  web:',
      '    environment:',
      '      NEXT_PUBLIC_CLERK_PUBLISHABLE_KEY: ${NEXT_PUBLIC_CLERK_PUBLISHABLE_KEY}',
      '      CLERK_SECRET_KEY: ${CLERK_SECRET_KEY}',
      '      PORT: 3000',
      '  worker:',
      '    environment:',
      '      - NEXT_PUBLIC_CLERK_PUBLISHABLE_KEY',
      '      - CLERK_SECRET_KEY',
      '      - A=1',
    ),
  ],
  [
    'a workflow',
    '.github/workflows/ci.yml',
    lines(
      'jobs:',
      '  test:',
      '    env:',
      '      AUTH_SECRET: ${{ secrets.AUTH_SECRET }}',
      '      CI: true',
      '    steps:',
      '      - run: npm test',
    ),
    lines(
      'jobs:',
      '  test:',
      '    env:',
      '      NEXT_PUBLIC_CLERK_PUBLISHABLE_KEY: ${{ vars.NEXT_PUBLIC_CLERK_PUBLISHABLE_KEY }}',
      '      CLERK_SECRET_KEY: ${{ secrets.CLERK_SECRET_KEY }}',
      '      CI: true',
      '    steps:',
      '      - run: npm test',
    ),
  ],
  [
    'turbo.json',
    'turbo.json',
    lines('{', '  "globalEnv": [', '    "A",', '    "NEXTAUTH_URL",', '    "NEXTAUTH_SECRET"', '  ]', '}'),
    lines(
      '{',
      '  "globalEnv": [',
      '    "A",',
      '    "NEXT_PUBLIC_CLERK_PUBLISHABLE_KEY",',
      '    "CLERK_SECRET_KEY"',
      '  ]',
      '}',
    ),
  ],
  [
    'app.json, which says what each is for',
    'app.json',
    lines(
      '{',
      '  "env": {',
      '    "A": { "description": "a" },',
      '    "NEXTAUTH_SECRET": { "generator": "secret" }',
      '  }',
      '}',
    ),
    lines(
      '{',
      '  "env": {',
      '    "A": { "description": "a" },',
      `    "NEXT_PUBLIC_CLERK_PUBLISHABLE_KEY": { "description": "${KEYS_COMMENT}" },`,
      `    "CLERK_SECRET_KEY": { "description": "${KEYS_COMMENT}" }`,
      '  }',
      '}',
    ),
  ],
  [
    'vercel.json, which names values',
    'vercel.json',
    lines('{', '  "env": {', '    "AUTH_SECRET": "@auth-secret"', '  }', '}'),
    lines('{', '  "env": {', '    "NEXT_PUBLIC_CLERK_PUBLISHABLE_KEY": "",', '    "CLERK_SECRET_KEY": ""', '  }', '}'),
  ],
];

describe('editVariables', () => {
  it.each(FILES)('takes them out of %s, and puts the keys of Clerk there', (_, path, before, after) => {
    expect(edit(path, before).text).toBe(after);
  });

  it.each(FILES)('of %s every mention is told, none as left, and no value', (_, path, before) => {
    const { sites } = edit(path, before);
    expect(sites.length).toBe([...before.matchAll(/NEXTAUTH_\w+|\bAUTH_\w+/g)].length);
    expect(sites.filter(({ outcome }) => outcome === 'manual')).toEqual([]);
    expect(JSON.stringify(sites)).not.toMatch(/localhost|two|change it/);
  });

  it.each(FILES)('finds nothing more to do in %s', (_, path, __, after) => {
    expect(edit(path, after)).toEqual({ text: after, sites: [] });
  });

  it.each(FILES.filter(([, path]) => !path.endsWith('.json')))('keeps CRLF in %s', (_, path, before, after) => {
    const windows = (text: string) => text.replaceAll('\n', '\r\n');
    expect(edit(path, windows(before)).text).toBe(windows(after));
  });

  it.each(FILES)('leaves %s alone where everything stays and Clerk is not asked', (_, path, before) => {
    const { text, sites } = edit(path, before, { whyKept: () => kept, clerk: [] });
    expect(text).toBe(before);
    expect(sites.every(({ outcome, line, outputLine }) => outcome === 'manual' && outputLine === line)).toBe(true);
  });

  it('puts the keys behind a secret that stays, once', () => {
    const before = 'AUTH_SECRET=a\nB=1\n';
    const { text, sites } = edit('.env.example', before, { whyKept: () => kept });
    expect(text).toBe(lines('AUTH_SECRET=a', ...KEYS, 'B=1'));
    expect(sites).toMatchObject([{ outcome: 'manual', outputLine: 1, message: 'stays' }]);
    expect(edit('.env.example', text, { whyKept: () => kept }).text).toBe(text);
  });

  it('where no other copy exists, a line with a value becomes a comment', () => {
    const before = lines('AUTH_SECRET="a', 'b"', 'AUTH_URL=', 'GITHUB_SECRET=s3cr3t # note', 'C=1').trimEnd();
    const { text, sites } = edit('.env.local', before, { keepsValues: true, others: ['GITHUB_SECRET'] });
    expect(text).toBe(lines('# AUTH_SECRET="a', '# b"', ...KEYS, '# GITHUB_SECRET=s3cr3t # note', 'C=1').trimEnd());
    expect(sites.map(({ symbol, outcome }) => `${symbol} ${outcome}`)).toEqual([
      'AUTH_SECRET rewritten',
      'AUTH_URL removed',
      'GITHUB_SECRET removed',
    ]);
    expect(edit('.env.local', text, { keepsValues: true, others: ['GITHUB_SECRET'] }).text).toBe(text);
  });

  it.each([
    ['a script', 'start.sh', 'export NEXTAUTH_SECRET=$(openssl rand -hex 32)\n'],
    ['several on one line', 'Dockerfile', 'ENV A=1 AUTH_SECRET=2\n'],
    ['an instruction that goes on', 'Dockerfile', 'ENV A=1 \\\n  AUTH_SECRET=2\n'],
    ['a list on one line', 'compose.yaml', 'services: { web: { environment: { AUTH_SECRET: x } } }\n'],
    ['no YAML', 'docker-compose.yml', 'environment:\n  AUTH_SECRET: x\n bad\n'],
    ['a chart', 'helm/values.yaml', 'env:\n  AUTH_SECRET: x\n'],
    ['a step that writes a file', '.github/workflows/ci.yml', 'on: push\nrun: |\n  echo AUTH_SECRET=x >> .env\n'],
  ])('leaves %s to a person', (_, path, text) => {
    const change = edit(path, text);
    expect(change.text).toBe(text);
    expect(change.sites).toMatchObject([{ outcome: 'manual' }]);
  });

  it('takes an empty list of a workflow out with its last variable', () => {
    const before = lines('jobs:', '  a:', '    env:', '      AUTH_URL: http://x', '    steps: []');
    expect(edit('.github/workflows/ci.yml', before, { clerk: [] }).text).toBe(lines('jobs:', '  a:', '    steps: []'));
  });
});

describe('what Clerk needs besides its keys', () => {
  const clerk = [...CLERK_KEYS, WEBHOOK_SECRET, ...pageVariables({ signIn: '/login', signUp: undefined })];

  it('stands in an env file with what each is for, and with the value that is no secret', () => {
    expect(edit('.env.example', 'AUTH_SECRET=\nA=1\n', { clerk }).text).toBe(
      lines(
        ...KEYS,
        `# ${WEBHOOK_SECRET.comment}`,
        'CLERK_WEBHOOK_SIGNING_SECRET=',
        "# Pages of the app that hold Clerk's forms",
        'NEXT_PUBLIC_CLERK_SIGN_IN_URL=/login',
        'A=1',
      ),
    );
  });

  it.each([
    [
      'Dockerfile',
      'ARG AUTH_SECRET\n',
      ['ARG NEXT_PUBLIC_CLERK_PUBLISHABLE_KEY', 'ARG CLERK_SECRET_KEY', 'ARG NEXT_PUBLIC_CLERK_SIGN_IN_URL=/login'],
    ],
    [
      'web.Dockerfile',
      'ENV AUTH_SECRET none\n',
      [
        'ENV NEXT_PUBLIC_CLERK_PUBLISHABLE_KEY=$NEXT_PUBLIC_CLERK_PUBLISHABLE_KEY',
        'ENV CLERK_SECRET_KEY=$CLERK_SECRET_KEY',
        'ENV NEXT_PUBLIC_CLERK_SIGN_IN_URL=/login',
      ],
    ],
    [
      'compose.yml',
      'x-env:\n  - AUTH_SECRET\n',
      [
        'x-env:',
        '  - NEXT_PUBLIC_CLERK_PUBLISHABLE_KEY',
        '  - CLERK_SECRET_KEY',
        '  - CLERK_WEBHOOK_SIGNING_SECRET',
        '  - NEXT_PUBLIC_CLERK_SIGN_IN_URL=/login',
      ],
    ],
    [
      '.github/workflows/ci.yml',
      'env:\n  AUTH_SECRET: x\n',
      [
        'env:',
        '  NEXT_PUBLIC_CLERK_PUBLISHABLE_KEY: ${{ vars.NEXT_PUBLIC_CLERK_PUBLISHABLE_KEY }}',
        '  CLERK_SECRET_KEY: ${{ secrets.CLERK_SECRET_KEY }}',
        '  NEXT_PUBLIC_CLERK_SIGN_IN_URL: /login',
      ],
    ],
  ])('in %s what a build reads, and what runs where it runs', (path, before, after) => {
    expect(edit(path, before, { clerk }).text).toBe(lines(...after));
  });
});

describe('readIn', () => {
  it.each([
    ['.env', 'APP_URL=$NEXTAUTH_URL\n', ['NEXTAUTH_URL']],
    ['.env', 'NEXTAUTH_URL=$NEXTAUTH_URL\n# $AUTH_SECRET\n', []],
    ['start.sh', 'test -n "${AUTH_SECRET}"\nNEXTAUTH_URL=x\n', ['AUTH_SECRET']],
    ['docker-compose.yml', 'services:\n  a:\n    environment:\n      AUTH_SECRET: ${AUTH_SECRET}\n', []],
    ['docker-compose.yml', 'services:\n  a:\n    environment:\n      URL: ${NEXTAUTH_URL}\n', ['NEXTAUTH_URL']],
    ['.github/workflows/a.yml', 'env:\n  A: ${{ secrets.AUTH_SECRET }}${{ env.AUTH_URL }}\n', ['AUTH_URL']],
    ['Dockerfile', 'ARG AUTH_SECRET\nRUN echo $AUTH_SECRET\n', ['AUTH_SECRET']],
  ])('%s: %j', (path, text, names) => {
    expect([...readIn(path, text, [])]).toEqual(names);
  });
});

it('takes a commented-out variable of Auth.js’s out with what is said above it', () => {
  const text = lines('A=1', '# NEXTAUTH_SECRET=""', 'NEXTAUTH_URL=http://localhost:3000', 'B=2');
  expect(edit('.env.example', text).text).toBe(lines('A=1', ...KEYS, 'B=2'));
});

it('says in app.json what names the app’s pages, and gives it', () => {
  const text = lines('{', '  "env": {', '    "AUTH_SECRET": {}', '  }', '}');
  const clerk = pageVariables({ signIn: '/login', signUp: undefined });
  expect(JSON.parse(edit('app.json', text, { clerk }).text)).toEqual({
    env: { NEXT_PUBLIC_CLERK_SIGN_IN_URL: { description: clerk[0]!.comment, value: '/login' } },
  });
});
