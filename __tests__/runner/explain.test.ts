import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { explain } from '../../lib/runner/explain.js';
import { RULES } from '../../lib/source/rules.js';
import { REWRITABLE } from '../../lib/source/rules/rewritable.js';
import { collector, commitAll, runOn } from './app.js';
import { folder, tree } from './folder.js';

/** Its callbacks read what only a sign-in knows, so that its sessions can't come from the generated module. */
const APP = {
  'package.json': '{ "dependencies": { "next": "15.5.9", "next-auth": "^4.24.11", "react": "^19.1.4" } }\n',
  'lib/auth.ts': `import type { NextAuthOptions } from "next-auth";

export const authOptions: NextAuthOptions = {
  providers: [],
  callbacks: {
    async jwt({ token, profile }) {
      if (profile) token.accessToken = await roleOf(profile);
      return token;
    },
    session({ session, token }) {
      return { ...session, accessToken: token.accessToken };
    },
  },
};
`,
  'app/(main)/[id]/page.tsx': `import { getServerSession } from "next-auth";
import { authOptions } from "../../../lib/auth";

export default async function Page() {
  const session = await getServerSession(authOptions);
  if (!session) return null;
  const { name } = session.user;
  return <p>{show(session)} {name}</p>;
}
`,
  'app/open/page.tsx': `import { getServerSession } from "next-auth";
import { authOptions } from "../../lib/auth";

export default async function Open() {
  const session = await getServerSession(authOptions);
  return <p>{await notesOf(session.user.id)}</p>;
}
`,
  'app/menu.tsx': `"use client";

import { useSession } from "next-auth/react";

export function Menu() {
  const { data: session, status } = useSession();
  if (status === "loading") return null;
  return <p>{session?.user.accessToken}</p>;
}
`,
};

const PAGE = 'app/(main)/[id]/page.tsx';

/** Such sites are left only where the fields may not come from the metadata of Clerk's user. */
const SETTINGS = { customFields: 'callbacks' } as const;

async function said(dir: string, what: string): Promise<string> {
  const output = collector();
  expect(await explain(what, dir, output, SETTINGS)).toBe(0);
  return output.text.out;
}

const blocking = (text: string): string[] =>
  text.split('\n').flatMap((line) => (line.includes('← stands in the way') ? line.trim().split(/\s{2,}/)[0]! : []));

const outcomeAt = async (dir: string, path: string, line: number) =>
  (await runOn(dir, { ...SETTINGS, dryRun: true })).report.files
    .find((file) => file.path === path)!
    .sites.find((site) => site.line === line)!.outcome;

async function asJson(dir: string, what: string): Promise<unknown> {
  const output = collector();
  expect(await explain(what, dir, output, SETTINGS, 'json')).toBe(0);
  return JSON.parse(output.text.out);
}

describe('as JSON', () => {
  it('a site has its rule, all that was seen from the source to the uses, and what would make it rewritable', async () => {
    expect(await asJson(folder(APP), `${PAGE}:5`)).toEqual([
      expect.objectContaining({
        path: PAGE,
        line: 5,
        column: 25,
        rule: 'session-escapes',
        outcome: 'manual',
        transforms: ['server-session'],
        seen: {
          source: expect.objectContaining({ line: 5, blocks: false }) as unknown,
          uses: expect.arrayContaining([
            expect.objectContaining({
              text: 'session',
              blocks: true,
              says: expect.stringContaining('handed on') as string,
            }),
          ]) as unknown,
        },
        rewritableIf: REWRITABLE['session-escapes'],
        todo: RULES.find(({ id }) => id === 'session-escapes')!.todo,
      }),
    ]);
  });

  it('a rule has its row, with the addresses of its links', async () => {
    const { links, ...rule } = RULES.find(({ id }) => id === 'middleware')!;
    const told = (await asJson(folder(), 'middleware')) as { links: { address: string }[] };
    expect(told).toMatchObject(rule);
    expect(told.links.map(({ address }) => address)).toHaveLength(links.length);
  });

  it('is one of two formats', async () => {
    await expect(explain('middleware', folder(), collector(), SETTINGS, 'sarif')).rejects.toThrow(
      /use pretty or json$/,
    );
  });
});

describe('a site', () => {
  it('says which rule acted, what was seen from the source to the uses, and what stands in the way', async () => {
    const text = await said(folder(APP), `${PAGE}:5`);
    expect(text).toContain(`${PAGE}:5:25  getServerSession\n`);
    expect(text).toContain('It is left to you, by the rule session-escapes (transform server-session): ');
    expect(text).toMatch(/5:25 {2}getServerSession\(authOptions\) +yields a session, held by session/);
    expect(text).toMatch(/6:8 {2}session +asks whether somebody is signed in/);
    expect(text).toMatch(/7:3 {2}const \{ name \} = session.user; +name is taken out of it, and is followed as well/);
    expect(blocking(text)).toEqual(['8:19']);
    expect(text).toContain('What would make it rewritable\n');
    expect(text).toContain('What to do by hand\n');
  });

  it('is right about what stands in the way: without that the call is rewritten', async () => {
    const dir = folder({ ...APP, [PAGE]: APP[PAGE].replace('{show(session)} ', '') });
    commitAll(dir);
    expect(await outcomeAt(dir, PAGE, 5)).toBe('rewritten');
    const text = await said(dir, `${PAGE}:5`);
    expect(blocking(text)).toEqual([]);
    expect(text).toMatch(/What is written\n +\d+ - .*getServerSession/);
    expect(text).toContain('await currentUser()');
    expect(text).not.toContain('What to do by hand');
  });

  it('names a read without a test, and a test makes it go', async () => {
    const path = 'app/open/page.tsx';
    const dir = folder(APP);
    commitAll(dir);
    const text = await said(dir, `${path}:5`);
    expect(text).toContain('by the rule session-unguarded');
    expect(blocking(text)).toEqual(['6:28']);
    const tested = APP[path].replace('  return <p>', '  if (!session) return null;\n  return <p>');
    writeFileSync(join(dir, path), tested);
    expect(await outcomeAt(dir, path, 5)).toBe('rewritten');
  });

  it('is told of a use that has no site of its own, and of the comment above it', async () => {
    const dir = folder(APP);
    commitAll(dir);
    expect(await said(dir, 'app/menu.tsx:8')).toContain('app/menu.tsx:6:37  useSession\n');
    await runOn(dir, SETTINGS);
    const { 'app/menu.tsx': menu } = tree(dir);
    const commented = menu!.split('\n').findIndex((each) => each.includes('TODO(authjs-clerk)')) + 1;
    expect(commented).toBeGreaterThan(0);
    expect(await said(dir, `app/menu.tsx:${commented}`)).toContain('useSession');
  });

  it('writes nothing, and takes a column, an absolute path, and a package.json', async () => {
    const dir = folder(APP);
    const before = tree(dir);
    const [at, absolute] = [await said(dir, `${PAGE}:5:25`), await said(dir, `${join(dir, PAGE)}:5`)];
    expect(absolute).toBe(at);
    expect(await said(dir, 'package.json:1')).toContain('next-auth');
    expect(tree(dir)).toEqual(before);
  });

  it.each([
    [`${PAGE}:1000`, 'nothing of Auth.js is on line 1000 of'],
    ['app/none.tsx:1', 'none.tsx'],
    [
      'session-escape',
      'there is no rule “session-escape”, did you mean session-escapes? See: authjs-clerk-codemod list',
    ],
    ['zzzzzzzzzzzzzzzzzzzz', 'there is no rule “zzzzzzzzzzzzzzzzzzzz”, and no line is given'],
  ])('%s is refused in one line', async (what, message) => {
    const refused = explain(what, folder(APP), collector());
    await expect(refused).rejects.toThrow(message);
    await expect(refused).rejects.toMatchObject({ name: 'BadInput' });
    await expect(refused.catch(({ message }: Error) => message.split('\n'))).resolves.toHaveLength(1);
  });
});

describe('a rule', () => {
  it.each(RULES.map(({ id }) => id))('%s has its page for a terminal', async (id) => {
    const output = { ...collector(), columns: 80 };
    let text = '';
    await explain(id, '/', { ...output, out: (part) => void (text += part) });
    expect(text).toContain(id);
    expect(text).not.toMatch(/\]\(/);
  });

  it('what would make a site rewritable is said of rules that there are', () => {
    const ids = RULES.map(({ id }) => id);
    expect(Object.keys(REWRITABLE).filter((id) => !ids.includes(id))).toEqual([]);
  });
});
