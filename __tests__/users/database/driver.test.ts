import { expect, it } from 'vitest';
import { loadDriver } from '../../../lib/users/database/driver.js';

const failing = (code: string, message: string) => (): Promise<never> =>
  Promise.reject(Object.assign(new Error(message), { code }));

it('says how to install a driver that is missing', async () => {
  const missing = failing('ERR_MODULE_NOT_FOUND', "Cannot find package 'no-such-driver' imported from /x.js");
  await expect(loadDriver('no-such-driver', missing)).rejects.toMatchObject({
    name: 'BadInput',
    message: expect.stringMatching(
      /^this database needs the package no-such-driver, .*: npm install --no-save no-such-driver$/,
    ),
  });
});

it('takes the app’s own copy of a driver before it gives up', async () => {
  const missing = failing('ERR_MODULE_NOT_FOUND', "Cannot find package 'picocolors' imported from /x.js");
  expect(await loadDriver('picocolors', missing)).toHaveProperty('default');
});

it('does not call a driver missing that is there and broken', async () => {
  const broken = failing('ERR_DLOPEN_FAILED', 'invalid ELF header\nat somewhere');
  await expect(loadDriver('better-sqlite3', broken)).rejects.toThrow(
    /^the package better-sqlite3 can't be loaded \(invalid ELF header\): npm install --no-save better-sqlite3$/,
  );
  const within = failing('ERR_MODULE_NOT_FOUND', "Cannot find package 'bindings' imported from /better-sqlite3.js");
  await expect(loadDriver('better-sqlite3', within)).rejects.toThrow(/^the package better-sqlite3 can't be loaded/);
});
