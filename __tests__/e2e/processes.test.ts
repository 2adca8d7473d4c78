import { existsSync, mkdtempSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { start, stopAll } from '../../e2e/processes.js';
import { makeFolder, removeFolders } from '../../e2e/workspace.js';

it('ends whatever runs, with what that has started', async () => {
  // The inner one holds a connection for as long as it lives, and heeds no SIGTERM, as a server that is busy.
  const socket = join(mkdtempSync(join(tmpdir(), 'authjs-clerk-e2e-test-')), 'here');
  let ended = Promise.resolve();
  const isThere = new Promise<void>((there) => {
    const server = createServer((connection) => {
      ended = new Promise((over) => connection.once('close', () => over()).once('error', () => undefined));
      connection.once('data', () => there());
      server.close();
    }).listen(socket);
  });
  const inner = `process.on('SIGTERM', () => {}); require('node:net').connect(${JSON.stringify(socket)}).write('here');`;
  const outer = `require('node:child_process').spawn(process.execPath, ['-e', ${JSON.stringify(inner)}], { stdio: 'ignore' });`;
  const child = start(process.execPath, ['-e', outer], { cwd: tmpdir(), env: {} });
  await isThere;
  await stopAll();
  expect(child.signalCode).toBe('SIGKILL');
  await ended;
});

it('removes the folders that are left', () => {
  const folder = makeFolder('test');
  expect(existsSync(folder)).toBe(true);
  removeFolders();
  expect(existsSync(folder)).toBe(false);
});
