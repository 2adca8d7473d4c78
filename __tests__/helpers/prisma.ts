import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AuthAdapter } from './auth-people.js';
import { prismaSchema, type PrismaProvider } from './auth-schemas/prisma.js';

/** Prisma is 350 MB, too much for everybody who works on this: the slow tests install it, once and beside the repository. */
const PACKAGES = [
  'prisma@7.10.1',
  '@prisma/client@7.10.0',
  '@prisma/adapter-better-sqlite3@7.10.0',
  '@prisma/adapter-pg@7.10.1',
  '@prisma/adapter-mariadb@7.10.0',
  '@auth/prisma-adapter@2.11.3',
];
const PLACE = join(tmpdir(), 'authjs-clerk-codemod-prisma-7.10.1');

/** Installs Prisma where it is not there yet. @returns why it is not */
export function installPrisma(): string | undefined {
  if (existsSync(PLACE)) return undefined;
  const fresh = mkdtempSync(`${PLACE}-`);
  writeFileSync(join(fresh, 'package.json'), '{ "private": true }');
  const { status, stderr } = spawnSync(
    'npm',
    ['install', '--no-audit', '--no-fund', '--prefer-offline', '--legacy-peer-deps', ...PACKAGES],
    {
      cwd: fresh,
      encoding: 'utf8',
    },
  );
  if (status !== 0) {
    rmSync(fresh, { recursive: true });
    return `Prisma can't be installed: ${stderr.split('\n')[0]}`;
  }
  renameSync(fresh, PLACE);
  return undefined;
}

/** A client for the schema of auth-schemas/prisma.ts, and Auth.js's adapter on it. */
export interface PrismaApp {
  readonly adapter: AuthAdapter;
  /** Writes what the app itself keeps of a user. */
  complete(id: string, own: { password: string | null; role: string | null }): Promise<unknown>;
  close(): Promise<void>;
}

interface Client {
  readonly user: { update(change: { where: { id: string }; data: object }): Promise<unknown> };
  $disconnect(): Promise<void>;
}

/**
 * Generates a client in the folder, and connects it.
 * @param dir where `prisma/schema.prisma` goes
 */
export async function prismaApp(dir: string, provider: PrismaProvider, url: string): Promise<PrismaApp> {
  symlinkSync(join(PLACE, 'node_modules'), join(dir, 'node_modules'));
  mkdirSync(join(dir, 'prisma'));
  writeFileSync(join(dir, 'prisma/schema.prisma'), prismaSchema(provider));
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(PLACE, 'node_modules/prisma/build/index.js'), 'generate'],
    {
      cwd: dir,
      encoding: 'utf8',
      // The schema engine is for migrations alone; looked for here, it is not downloaded.
      env: { ...process.env, PRISMA_SCHEMA_ENGINE_BINARY: '/bin/true', CHECKPOINT_DISABLE: '1' },
    },
  );
  if (status !== 0) throw new Error(`prisma generate ended with ${status}: ${stdout}${stderr}`);
  const require = createRequire(join(dir, 'package.json'));
  const { PrismaClient } = require('./generated') as { PrismaClient: new (options: object) => Client };
  const client = new PrismaClient({ adapter: driverOf(require, provider, url) });
  const { PrismaAdapter } = (await import(require.resolve('@auth/prisma-adapter'))) as {
    PrismaAdapter: (client: Client) => AuthAdapter;
  };
  return {
    adapter: PrismaAdapter(client),
    complete: (id, { password, role }) => client.user.update({ where: { id }, data: { passwordHash: password, role } }),
    close: () => client.$disconnect(),
  };
}

type Driver = new (options: object) => object;

function driverOf(require: NodeJS.Require, provider: PrismaProvider, url: string): object {
  const load = (name: string, exported: string): Driver => (require(name) as Record<string, Driver>)[exported]!;
  if (provider === 'sqlite') return new (load('@prisma/adapter-better-sqlite3', 'PrismaBetterSqlite3'))({ url });
  if (provider === 'postgresql') return new (load('@prisma/adapter-pg', 'PrismaPg'))({ connectionString: url });
  const { hostname: host, port, username: user, password, pathname } = new URL(url);
  return new (load('@prisma/adapter-mariadb', 'PrismaMariaDb'))({
    host,
    port: Number(port),
    user,
    password: decodeURIComponent(password),
    database: pathname.slice(1),
  });
}
