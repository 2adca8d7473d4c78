import { createHmac, randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { require as load } from 'tsx/cjs/api';
import { readProject } from '../../../lib/project/index.js';
import { planRun } from '../../../lib/runner/plan.js';
import { TRANSFORMS } from '../../../transforms/index.js';

const ROOT = join(import.meta.dirname, '..', '..', '..');

/** An app on Auth.js with Drizzle's adapter, for a database of one kind. */
export interface AppFiles {
  /** `lib/db.ts`, which exports `db`. */
  readonly db: string;
  /** `lib/schema.ts`, which exports `users` and `posts`. */
  readonly schema: string;
}

interface Route {
  POST(request: Request): Promise<Response>;
}

export const SECRET = `whsec_${randomBytes(24).toString('base64')}`;

/**
 * Runs the command's plan on the app and writes what it becomes.
 * @returns the generated route, and the generated module that it calls
 */
export async function migrated({ db, schema }: AppFiles) {
  const dir = mkdtempSync(join(tmpdir(), 'acc-webhook-'));
  const write = (path: string, text: string) => {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  };
  const files = {
    'package.json': JSON.stringify({
      dependencies: { next: '^15.5.9', 'next-auth': '^4.24.0', 'drizzle-orm': '^0.45.0' },
    }),
    'tsconfig.json': '{}',
    'app/layout.tsx': 'export default ({ children }) => <html><body>{children}</body></html>;\n',
    'lib/db.ts': db,
    'lib/schema.ts': schema,
    'lib/notes.ts': 'export const notes = [];\nexport const note = (text) => void notes.push(text);\n',
    'lib/auth.ts': `import { DrizzleAdapter } from '@auth/drizzle-adapter';
import { getServerSession } from 'next-auth';
import { db } from './db';
import { note } from './notes';
import { users } from './schema';

export const authOptions = {
  adapter: DrizzleAdapter(db, { usersTable: users }),
  providers: [],
  events: {
    createUser: async ({ user }) => note('created ' + user.email),
    updateUser: async ({ user }) => note('updated ' + user.email),
    signIn: async ({ user }) => note('signed in ' + user.email),
  },
};

export const getServerAuthSession = () => getServerSession(authOptions);
`,
  };
  for (const [path, text] of Object.entries(files)) write(join(dir, path), text);
  const { files: planned } = planRun(await readProject('.', { cwd: dir }), {
    transforms: TRANSFORMS,
    isPartial: false,
    todo: true,
  });
  for (const { path, after } of planned) if (after !== null) write(path, after);
  symlinkSync(join(ROOT, 'node_modules'), join(dir, 'node_modules'));
  const open = (path: string): unknown => load(join(dir, path), join(dir, 'index.ts'));
  return {
    dir,
    route: open('app/api/webhooks/clerk/route.ts') as Route,
    /** What the app's own code, which ran on Auth.js's events, was told. */
    notes: (open('lib/notes.ts') as { notes: string[] }).notes,
    users: open('lib/clerk-users.ts') as { ensureUser(userId: string): Promise<{ id: unknown } | null> },
    db: (open('lib/db.ts') as { db: { $client: { end?(): Promise<void>; close?(): void } } }).db,
  };
}

/** A delivery as Svix makes one, signed over its id, its moment and its body. */
export function delivery(type: string, data: object, { secret = SECRET, at = new Date() } = {}): Request {
  const body = JSON.stringify({ object: 'event', type, data, timestamp: at.getTime(), instance_id: 'ins_1' });
  const [id, seconds] = [`msg_${randomBytes(8).toString('hex')}`, Math.floor(at.getTime() / 1000)];
  const key = Buffer.from(secret.replace('whsec_', ''), 'base64');
  const signature = createHmac('sha256', key).update(`${id}.${seconds}.${body}`).digest('base64');
  return new Request('https://app.example/api/webhooks/clerk', {
    method: 'POST',
    headers: { 'svix-id': id, 'svix-timestamp': String(seconds), 'svix-signature': `v1,${signature}` },
    body,
  });
}
