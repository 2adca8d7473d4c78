import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { commitAll } from '../runner/app.js';
import { folder, tree } from '../runner/folder.js';

export const BIN = join(import.meta.dirname, '..', '..', 'dist', 'bin', 'authjs-clerk-codemod.js');

export interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Without what tells that a coding agent runs the tests: the command would speak to it. */
const PLAIN_ENV = Object.fromEntries(
  Object.entries(process.env).filter(
    ([name]) => !/AGENT|CLAUDE|CODEX|COPILOT|CURSOR|GEMINI|GOOSE|JUNIE|OPENCODE|KIRO|REPL_ID/.test(name),
  ),
);

/** The built command, as a shell runs it: no terminal at either end. */
export function cli(cwd: string, args: readonly string[], env: NodeJS.ProcessEnv = {}, node: string[] = []): Ended {
  const { status, stdout, stderr } = spawnSync(process.execPath, [...node, BIN, ...args], {
    cwd,
    encoding: 'utf8',
    env: { ...PLAIN_ENV, ...env },
  });
  return { code: status, out: stdout, err: stderr };
}

/** A small v4 app with something for each kind of change. */
export const APP: Readonly<Record<string, string>> = {
  'package.json': `{
  "name": "small",
  "dependencies": {
    "next": "^15.5.9",
    "next-auth": "^4.24.13",
    "react": "^19.1.4"
  }
}
`,
  'tsconfig.json': '{ "compilerOptions": { "strict": true } }\n',
  'lib/auth.ts': `import type { NextAuthOptions } from "next-auth";

export const authOptions: NextAuthOptions = { providers: [] };
`,
  'app/api/auth/[...nextauth]/route.ts': `import NextAuth from "next-auth";
import { authOptions } from "../../../../lib/auth";

const handler = NextAuth(authOptions);

export { handler as GET, handler as POST };
`,
  'app/(main)/page.tsx': `import { getServerSession } from "next-auth";
import { authOptions } from "../../lib/auth";

export default async function Page() {
  const session = await getServerSession(authOptions);
  if (!session) return null;
  return <p>Hello</p>;
}
`,
  'app/(main)/menu.tsx': `"use client";

import { signOut, useSession } from "next-auth/react";

export function Menu() {
  const { data: session } = useSession();
  return session ? <button onClick={() => signOut({ callbackUrl: "/" })}>Sign out</button> : null;
}
`,
  'lib/plain.ts': 'export const one = 1;\n',
};

/** The same with one site that stays: a session that is handed on whole. */
export const LEFTOVER: Readonly<Record<string, string>> = {
  ...APP,
  'app/(main)/menu.tsx': `"use client";

import { useSession } from "next-auth/react";

export function Menu({ show }: { show: (ask: unknown) => null }) {
  return show(useSession);
}
`,
};

/** An app in a git work tree, all of it committed. */
export function app(files: Readonly<Record<string, string | Buffer>> = APP): string {
  const dir = folder(files);
  commitAll(dir);
  return dir;
}

/** The files as they are, without git's own. */
export const filesOf = (dir: string): Record<string, string> =>
  Object.fromEntries(
    Object.entries(tree(dir))
      .filter(([path]) => !/(?:^|\/)\.git\//.test(path) && !path.endsWith('/'))
      .map(([path, bytes]) => [path, Buffer.from(bytes, 'latin1').toString('utf8')]),
  );
