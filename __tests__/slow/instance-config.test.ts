import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { unknownSettings, type Settings } from '../../lib/clerk/instance.js';
import { readProject } from '../../lib/project/index.js';
import { planRun } from '../../lib/runner/plan.js';
import { TRANSFORMS } from '../../transforms/index.js';

const ROOT = join(import.meta.dirname, '..', '..');
/** Clerk's own command line, in the release that was tried. */
const CLERK = 'clerk@3.3.0';

/** What the server was asked to set. */
const asked: Settings[] = [];
let server: Server;
let folder: string;
let address: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'acc-clerk-'));
  server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const { status, body } = answer(request.method!, request.url!, Buffer.concat(chunks).toString('utf8'));
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    });
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  address = `http://127.0.0.1:${(server.address() as { port: number }).port}`;
});

afterAll(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => void server.close(resolve));
  rmSync(folder, { recursive: true, force: true });
});

/** Clerk's Platform API, as far as the command asks it; a key that no documentation names is refused. */
function answer(method: string, url: string, text: string): { status: number; body: unknown } {
  if (!url.includes('/instances/'))
    return {
      status: 200,
      body: {
        application_id: 'app_1',
        name: 'app',
        instances: [{ instance_id: 'ins_1', environment_type: 'development', publishable_key: 'pk_test_a' }],
      },
    };
  if (method !== 'PATCH') return { status: 200, body: {} };
  const settings = JSON.parse(text) as Settings;
  asked.push(settings);
  const [unknown] = unknownSettings(settings);
  return unknown === undefined
    ? { status: 200, body: { config_version: 'v1', config: settings } }
    : {
        status: 422,
        body: { errors: [{ code: 'unknown_key', message: `unknown key ${unknown}`, long_message: unknown }] },
      };
}

/** `clerk config patch --file … --dry-run`. @returns its exit code and all that it printed */
function patch(file: string): Promise<{ code: number; said: string }> {
  const args = [
    'config',
    'patch',
    '--app',
    'app_1',
    '--instance',
    'dev',
    '--file',
    file,
    '--dry-run',
    '--mode',
    'agent',
  ];
  const env = {
    ...process.env,
    HOME: folder,
    CLERK_PLATFORM_API_URL: address,
    CLERK_PLATFORM_API_KEY: 'ak_test',
    CLERK_TELEMETRY_DISABLED: '1',
  };
  return new Promise((resolve) => {
    execFile('npx', ['--yes', CLERK, ...args], { cwd: folder, env, timeout: 300_000 }, (error, out, err) =>
      resolve({ code: error === null ? 0 : typeof error.code === 'number' ? error.code : 1, said: out + err }),
    );
  });
}

/** Every `clerk.patch.json` that a run writes for an app of this repository, outside of which it is one of its own. */
async function patchesOf(from: string): Promise<string[]> {
  const dir = mkdtempSync(join(folder, 'app-'));
  cpSync(from, dir, { recursive: true });
  const { files } = planRun(await readProject('.', { cwd: dir }), {
    transforms: TRANSFORMS,
    isPartial: false,
    todo: true,
  });
  return files.flatMap(({ path, after }) => (path.endsWith('/clerk.patch.json') && after !== null ? [after] : []));
}

const below = (path: string, end = '') => readdirSync(join(ROOT, path)).map((name) => join(ROOT, path, name, end));
const APPS = [...below('examples'), ...below('__testfixtures__/apps', 'input')];

describe('clerk config patch --dry-run', () => {
  it.each(APPS.map((dir) => [dir.slice(ROOT.length + 1), dir]))('takes what a run writes for %s', async (_, dir) => {
    const patches = await patchesOf(dir);
    expect(patches).not.toEqual([]);
    for (const text of patches) {
      const file = join(folder, 'clerk.patch.json');
      writeFileSync(file, text);
      const { code, said } = await patch(file);
      expect(said).toContain('Validation passed');
      expect(code).toBe(0);
      expect(asked.at(-1)).toEqual(JSON.parse(text));
    }
  });

  it('is refused a key that nobody documented', async () => {
    const file = join(folder, 'made-up.json');
    writeFileSync(file, JSON.stringify({ session: { lifetime: 60, colour: 'blue' } }));
    const { code, said } = await patch(file);
    expect(said).toContain('session.colour');
    expect(code).not.toBe(0);
  });
});
