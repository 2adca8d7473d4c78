import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { RunOptions } from '../../lib/runner/options.js';
import { commitAll, runOn } from './app.js';
import { folder } from './folder.js';

const AUTH = `import bcrypt from 'bcryptjs';
import NextAuth from 'next-auth';
import Credentials from 'next-auth/providers/credentials';
import Nodemailer from 'next-auth/providers/nodemailer';
import { users } from './lib/users';

export const { handlers, auth } = NextAuth({
  providers: [
    Nodemailer({ server: process.env.EMAIL_SERVER, from: process.env.EMAIL_FROM }),
    Credentials({
      async authorize({ email, password }) {
        const user = users.find((each) => each.email === email);
        return user && (await bcrypt.compare(String(password), user.hash)) ? user : null;
      },
    }),
  ],
});
`;
const DEPENDENCIES = {
  next: '^15.5.9',
  'next-auth': '5.0.0-beta.32',
  bcryptjs: '^2',
  '@types/bcryptjs': '^2',
  nodemailer: '^6',
  react: '^19.1.4',
};

/** The dependencies and the report after a run over an app whose set-up goes. */
async function migrated(files: Record<string, string> = {}, options: Partial<RunOptions> = {}) {
  const dir = folder({
    'package.json': JSON.stringify({ name: 'app', dependencies: DEPENDENCIES }, undefined, 2),
    'tsconfig.json': '{}\n',
    'app/layout.tsx': 'export default ({ children }) => <html><body>{children}</body></html>;\n',
    'app/page.tsx': `import { auth } from '../auth';\n\nexport default async function Page() {\n  const session = await auth();\n  return <p>{session ? 'in' : 'out'}</p>;\n}\n`,
    'app/api/auth/[...nextauth]/route.ts': `import { handlers } from '../../../../auth';\nexport const { GET, POST } = handlers;\n`,
    'auth.ts': AUTH,
    'lib/users.ts': `export const users = [{ email: 'ada@example.com', hash: '' }];\n`,
    ...files,
  });
  commitAll(dir);
  const { report, err, code } = await runOn(dir, options);
  const manifest = JSON.parse(readFileSync(join(dir, 'package.json'), 'utf8')) as { dependencies: object };
  return { dir, report, err, code, names: Object.keys(manifest.dependencies) };
}

describe('packages that only the set-up used', () => {
  it('go with it, and their types', async () => {
    const { names, report } = await migrated();
    expect(names).toEqual(['@clerk/nextjs', 'next', 'react']);
    const sites = report.files.find(({ path }) => path === 'package.json')!.sites;
    expect(sites.map(({ symbol, outcome }) => `${symbol} ${outcome}`)).toEqual([
      'next-auth removed',
      'bcryptjs removed',
      '@types/bcryptjs removed',
      'nodemailer removed',
    ]);
  });

  it('stay where other code imports them', async () => {
    const { names } = await migrated({
      'scripts/seed.ts': `import { hash } from 'bcryptjs';\nconsole.log(hash('a', 10));\n`,
      'lib/mail.ts': `const mailer = require('nodemailer');\nexport const send = mailer.createTransport;\n`,
    });
    expect(names).toEqual(expect.arrayContaining(['bcryptjs', '@types/bcryptjs', 'nodemailer']));
  });
});

describe('end-to-end tests that sign in', () => {
  it.each([
    [
      'Playwright',
      'e2e/auth.setup.ts',
      `import { test } from '@playwright/test';\ntest('in', async ({ context }) => {\n  await context.addCookies([{ name: 'authjs.session-token', value: 'x', url: 'http://localhost' }]);\n});\n`,
      'clerk.signIn({ page',
    ],
    [
      'Playwright',
      'e2e/login.ts',
      `import { type Page } from '@playwright/test';\nexport async function login(page: Page) {\n  await page.goto('/login');\n  await page.getByLabel('Password').fill('secret');\n}\n`,
      'clerk.signIn({ page',
    ],
    [
      'Cypress',
      'cypress/support/commands.ts',
      `Cypress.Commands.add('login', () => {\n  cy.request('POST', '/api/auth/callback/credentials', {});\n});\n`,
      'cy.clerkSignIn({',
    ],
  ])('of %s in %s get a follow-up with the call', async (runner, path, text, call) => {
    const { report } = await migrated({ [path]: text });
    const notes = report.followUps.filter(({ rule }) => rule === 'end-to-end-sign-in');
    expect(notes.map(({ title }) => title)).toEqual([`Sign in through Clerk in the ${runner} tests`]);
    expect(notes[0]!.detail).toContain(path);
    expect(notes[0]!.detail).toContain(call);
  });

  it('are not taken for those that only look at a page', async () => {
    const text = `import { expect, test } from '@playwright/test';\ntest('home', async ({ page }) => {\n  await page.goto('/');\n  await expect(page).toHaveTitle('x');\n});\n`;
    const { report } = await migrated({ 'e2e/home.spec.ts': text });
    expect(report.followUps.filter(({ rule }) => rule === 'end-to-end-sign-in')).toEqual([]);
  });
});

describe.skipIf(process.platform === 'win32')('--install', () => {
  /** A package manager that notes where and how it was called, and ends with a code. */
  function fakeNpm(code: number): string {
    const dir = folder();
    const script = `#!/bin/sh\necho "$PWD $*" > ${join(dir, 'called')}\necho installing\nexit ${code}\n`;
    writeFileSync(join(dir, 'npm'), script);
    chmodSync(join(dir, 'npm'), 0o755);
    const before = process.env['PATH'];
    process.env['PATH'] = `${dir}:${before}`;
    onTestFinished(() => void (process.env['PATH'] = before));
    return join(dir, 'called');
  }
  const titlesOf = ({ report }: Awaited<ReturnType<typeof migrated>>) => report.followUps.map(({ title }) => title);

  it('runs the package manager in the app, and takes it off the list', async () => {
    const called = fakeNpm(0);
    const run = await migrated({}, { install: true });
    expect(readFileSync(called, 'utf8').trim()).toBe(`${run.dir} install`);
    expect(run.err).toContain('installing');
    expect(run.code).toBe(0);
    expect(titlesOf(run)).not.toContain('Install what package.json names now');
  });

  it('says so where that fails, and exits 1', async () => {
    fakeNpm(3);
    const run = await migrated({}, { install: true });
    expect(run.err).toContain('npm install failed with code 3: run it by hand.');
    expect(run.code).toBe(1);
    expect(titlesOf(run)).toContain('Install what package.json names now');
  });

  it('does not run before Next is raised', async () => {
    const called = fakeNpm(0);
    const old = JSON.stringify({ name: 'app', dependencies: { ...DEPENDENCIES, next: '15.1.0' } });
    const { err } = await migrated({ 'package.json': old }, { install: true });
    expect(err).toContain('Next.js has to be raised first');
    expect(() => readFileSync(called)).toThrow('ENOENT');
  });
});

describe('a function that a kept check calls', () => {
  it('stays with it, and no follow-up says that it went', async () => {
    const { dir, report } = await migrated({
      'auth.ts': AUTH.replace(
        'export const {',
        `async function known(email) {
  return users.some((each) => each.email === email);
}

async function forgotten() {}

export const {`,
      ).replace(
        '  ],\n});',
        '  ],\n  callbacks: { signIn: ({ user }) => known(user.email) },\n  events: { signIn: forgotten },\n});',
      ),
    });
    const text = readFileSync(join(dir, 'auth.ts'), 'utf8');
    expect(text).toContain('async function known(');
    expect(text).not.toContain('forgotten');
    const gone = report.followUps.map(({ title }) => title).filter((title) => title.endsWith('went with the set-up'));
    expect(gone).toEqual(['forgotten() went with the set-up']);
  });
});
