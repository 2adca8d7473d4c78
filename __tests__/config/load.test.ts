import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadConfig, PLACES } from '../../lib/config/load.js';
import { folder } from '../runner/folder.js';

const failure = (cwd: string, path = '.', given?: string): Promise<string> =>
  loadConfig(cwd, path, given).then(
    () => 'no error',
    (error: Error) => `${error.name}: ${error.message}`,
  );

describe('a config', () => {
  it.each([
    ['authjs-clerk.config.json', '{ "userIds": "clerk" }'],
    ['authjs-clerk.config.js', 'module.exports = { userIds: "clerk" };'],
    ['authjs-clerk.config.cjs', 'module.exports = { userIds: "clerk" };'],
    ['authjs-clerk.config.mjs', 'export default { userIds: "clerk" };'],
    [
      'authjs-clerk.config.ts',
      `import { defineConfig } from 'authjs-clerk-codemod';\nexport default defineConfig({ userIds: 'clerk' as const });`,
    ],
    ['authjs-clerk.config.mts', 'const userIds: string = "clerk";\nexport default { userIds };'],
    ['package.json', '{ "name": "x", "authjs-clerk": { "userIds": "clerk" } }'],
  ])('is read from %s', async (name, text) => {
    expect(PLACES).toContain(name);
    expect(await loadConfig(folder({ [name]: text }), '.')).toEqual({ userIds: 'clerk' });
  });

  it('may say where fields are, and which functions yield what', async () => {
    const settings = {
      fields: { 'user.company': { from: 'publicMetadata.company', type: 'string' }, plan: { from: 'username' } },
      wrappers: [{ name: 'getPerson', from: '@acme/auth', yields: 'user' }],
    };
    expect(await loadConfig(folder({ 'authjs-clerk.config.json': JSON.stringify(settings) }), '.')).toEqual(settings);
  });

  it('is the nearest at or above the path, and none above the work tree', async () => {
    const dir = folder({
      'authjs-clerk.config.json': '{ "todo": false }',
      'repo/package.json': '{ "name": "x" }',
      'repo/apps/web/app/page.tsx': '',
      'repo/apps/docs/package.json': '{ "authjs-clerk": { "strict": true } }',
      'repo/apps/docs/app/page.tsx': '',
    });
    mkdirSync(join(dir, 'repo/.git'));
    const cwd = join(dir, 'repo');
    expect(await loadConfig(cwd, 'apps/docs/app/page.tsx')).toEqual({ strict: true });
    expect(await loadConfig(cwd, 'apps/web')).toBeUndefined();
    expect(await loadConfig(cwd, '.', '../authjs-clerk.config.json')).toEqual({ todo: false });
  });

  it('has paths as seen from the working directory', async () => {
    const text = '{ "ignore": ["app/(auth)/**", "/etc/x"], "reports": ["out/r.json"], "baseline": "b.json" }';
    const dir = folder({ 'web/authjs-clerk.config.json': text, 'web/app/page.tsx': '' });
    expect(await loadConfig(dir, 'web')).toEqual({
      ignore: ['web/app/(auth)/**', '/etc/x'],
      reports: ['web/out/r.json'],
      baseline: 'web/b.json',
    });
    expect((await loadConfig(join(dir, 'web/app'), '.'))?.ignore).toEqual(['../app/(auth)/**', '/etc/x']);
  });

  it.each([
    [
      'a key that there is not',
      '{ "userId": "clerk" }',
      /\.json: there is no setting “userId”, did you mean userIds\?$/,
    ],
    ['a value that there is not', '{ "userIds": "github" }', /\.json: userIds has to be auto, external, clerk$/],
    ['a value of another type', '{ "bridge": "no" }', /\.json: bridge has to be true or false$/],
    ['a list that is none', '{ "ignore": "app" }', /\.json: ignore has to be a list of texts$/],
    [
      'a wrapper without a module',
      '{ "wrappers": [{ "name": "x", "yields": "session" }] }',
      /wrappers has to be a list of/,
    ],
    [
      'a field of Auth.js’s own',
      '{ "fields": { "user.email": { "from": "username" } } }',
      /fields has to be an object of user\.<field> or <field>, none of Auth\.js’s own, each with/,
    ],
    [
      'a field from nowhere',
      '{ "fields": { "user.a": { "from": "publicMetadata" } } }',
      /where from is publicMetadata\./,
    ],
    ['a field with more', '{ "fields": { "user.a": { "from": "username", "as": "string" } } }', /fields has to be/],
    ['a path of three', '{ "fields": { "user.a.b": { "from": "username" } } }', /fields has to be/],
    ['no object', '[]', /\.json holds no settings/],
    ['no JSON', '{ "userIds": ', /\.json can't be read: /],
  ])('with %s is refused in one line', async (_, text, message) => {
    const said = await failure(folder({ 'authjs-clerk.config.json': text }));
    expect(said).toMatch(message);
    expect(said).toMatch(/^BadInput: authjs-clerk\.config\.json/);
    expect(said).not.toContain('\n');
  });

  it('whose code throws, or has an error, is refused with its name', async () => {
    expect(await failure(folder({ 'authjs-clerk.config.ts': 'throw new Error("not\\ntoday");' }))).toBe(
      `BadInput: authjs-clerk.config.ts can't be read: not`,
    );
    expect(await failure(folder({ 'authjs-clerk.config.ts': 'export default {;' }))).toMatch(
      /^BadInput: authjs-clerk\.config\.ts can't be read: /,
    );
    expect(await failure(folder(), '.', 'nowhere.json')).toMatch(
      /^BadInput: nowhere\.json can't be read: .*no such file/,
    );
  });

  it('leaves a broken package.json to the reading of the app', async () => {
    expect(await loadConfig(folder({ 'package.json': '{' }), '.')).toBeUndefined();
  });
});
