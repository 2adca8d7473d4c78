import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort, isRoot, must, PASSWORD, stop, untilUp, type TestServer } from './test-server.js';

const MARIADBD = ['/usr/sbin/mariadbd', '/usr/libexec/mariadbd'].find((path) => existsSync(path));

/** Why there is no MariaDB here; undefined where there is. */
export const noMariadb =
  MARIADBD === undefined ? 'MariaDB is not installed (Debian: apt-get install mariadb-server)' : undefined;

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
    stop: () => stop(server, 'SIGTERM', dir),
  };
}
