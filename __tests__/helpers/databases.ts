import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A server of the tests' own, in a temporary folder and on a loopback port. */
export interface TestServer {
  /** Creates an empty database. @returns its address, with user and password */
  create(name: string): Promise<string>;
  stop(): Promise<void>;
}

/** What the servers' user needs to log in with; a test may look for it where it must not be. */
export const PASSWORD = 'p4ss:w/rd@1';

const isRoot = process.getuid?.() === 0;
const POSTGRES_BIN = newest('/usr/lib/postgresql')?.concat('/bin') ?? folderOf('initdb');
const MARIADBD = ['/usr/sbin/mariadbd', '/usr/libexec/mariadbd'].find((path) => existsSync(path));

/** Why there is no PostgreSQL here; undefined where there is. */
export const noPostgres =
  POSTGRES_BIN === undefined
    ? 'PostgreSQL is not installed (Debian: apt-get install postgresql)'
    : isRoot && spawnSync('id', ['postgres']).status !== 0
      ? 'PostgreSQL refuses root, and there is no user postgres'
      : undefined;

/** Why there is no MariaDB here; undefined where there is. */
export const noMariadb =
  MARIADBD === undefined ? 'MariaDB is not installed (Debian: apt-get install mariadb-server)' : undefined;

/** Says why tests are skipped: for `describe.skipIf`. */
export function isMissing(reason: string | undefined): boolean {
  if (reason !== undefined) process.stderr.write(`skipped: ${reason}\n`);
  return reason !== undefined;
}

/** Starts PostgreSQL. As root it runs as the user postgres. */
export async function startPostgres(): Promise<TestServer> {
  const dir = mkdtempSync(join(tmpdir(), 'pg-'));
  const data = join(dir, 'data');
  const port = await freePort();
  const as = (command: string, args: string[]): [string, string[]] =>
    isRoot
      ? ['setpriv', ['--reuid=postgres', '--regid=postgres', '--clear-groups', command, ...args]]
      : [command, args];
  writeFileSync(join(dir, 'password'), PASSWORD);
  if (isRoot) must('chown', ['-R', 'postgres', dir]);
  must(
    ...as(`${POSTGRES_BIN}/initdb`, [
      '-D',
      data,
      '-U',
      'admin',
      '-E',
      'UTF8',
      '--locale=C.UTF-8',
      '--auth=scram-sha-256',
      `--pwfile=${join(dir, 'password')}`,
      '--no-sync',
    ]),
  );
  const server = spawn(
    ...as(`${POSTGRES_BIN}/postgres`, [
      '-D',
      data,
      '-p',
      String(port),
      '-h',
      '127.0.0.1',
      '-k',
      dir,
      '-c',
      'fsync=off',
    ]),
    { stdio: 'ignore' },
  );
  const url = (name: string): string => `postgresql://admin:${encodeURIComponent(PASSWORD)}@127.0.0.1:${port}/${name}`;
  const { default: pg } = await import('pg');
  const connect = async (name: string) => {
    const client = new pg.Client({ connectionString: url(name) });
    await client.connect();
    return client;
  };
  await untilUp(server, async () => (await connect('postgres')).end());
  return {
    create: async (name) => {
      const client = await connect('postgres');
      await client.query(`CREATE DATABASE "${name}"`);
      await client.end();
      return url(name);
    },
    stop: () => stop(server, dir),
  };
}

/** Starts MariaDB, in a zone other than UTC: nothing may depend on it. */
export async function startMariadb(): Promise<TestServer> {
  const dir = mkdtempSync(join(tmpdir(), 'mariadb-'));
  const data = join(dir, 'data');
  const socket = join(dir, 'socket');
  const port = await freePort();
  const own = ['--no-defaults', `--datadir=${data}`, ...(isRoot ? ['--user=root'] : [])];
  must('mariadb-install-db', [...own, '--auth-root-authentication-method=normal', '--skip-test-db']);
  const server = spawn(
    MARIADBD!,
    [...own, `--socket=${socket}`, `--port=${port}`, '--bind-address=127.0.0.1', '--default-time-zone=+05:00'],
    { stdio: 'ignore' },
  );
  const { createConnection } = await import('mysql2/promise');
  const connect = () => createConnection({ socketPath: socket, user: 'root' });
  await untilUp(server, async () => (await connect()).end());
  const admin = await connect();
  await admin.query(`CREATE USER admin@'%' IDENTIFIED BY '${PASSWORD}'`);
  await admin.query(`GRANT ALL ON *.* TO admin@'%'`);
  await admin.end();
  return {
    create: async (name) => {
      const connection = await connect();
      await connection.query(`CREATE DATABASE \`${name}\` CHARACTER SET utf8mb4`);
      await connection.end();
      return `mysql://admin:${encodeURIComponent(PASSWORD)}@127.0.0.1:${port}/${name}`;
    },
    stop: () => stop(server, dir),
  };
}

async function stop(server: ChildProcess, dir: string): Promise<void> {
  const ended = new Promise((resolve) => server.once('exit', resolve));
  // PostgreSQL's fast shutdown; MariaDB takes SIGTERM alone for one.
  server.kill(server.spawnargs.some((argument) => argument.endsWith('/postgres')) ? 'SIGINT' : 'SIGTERM');
  await ended;
  rmSync(dir, { recursive: true, force: true });
}

async function untilUp(server: ChildProcess, attempt: () => Promise<unknown>): Promise<void> {
  for (let tries = 0; ; tries += 1) {
    try {
      await attempt();
      return;
    } catch (error) {
      if (tries === 150 || server.exitCode !== null) throw error;
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  }
}

function must(command: string, args: readonly string[]): void {
  const { status, stdout, stderr } = spawnSync(command, args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${command} ended with ${status}: ${stdout}${stderr}`);
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}

function newest(folder: string): string | undefined {
  if (!existsSync(folder)) return undefined;
  const versions = readdirSync(folder).sort((a, b) => Number(b) - Number(a));
  return versions[0] === undefined ? undefined : join(folder, versions[0]);
}

function folderOf(command: string): string | undefined {
  return (process.env['PATH'] ?? '').split(':').find((folder) => existsSync(join(folder, command)));
}
