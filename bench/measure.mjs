// Runs commands in turns and says how long they took, by the clock and on the processors.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const USAGE = new URL('report-usage.mjs', import.meta.url).href;

/** @returns milliseconds by the clock, milliseconds of all its processes together, and MB of the largest of them */
async function once({ args, cwd, codes = [0] }) {
  const folder = mkdtempSync(join(tmpdir(), 'bench-usage-'));
  const file = join(folder, 'usage.jsonl');
  writeFileSync(file, '');
  const env = { ...process.env, NODE_OPTIONS: `--import ${USAGE}`, BENCH_USAGE: file };
  const start = process.hrtime.bigint();
  const code = await new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { cwd, env, stdio: 'ignore' });
    child.on('error', reject);
    child.on('exit', resolve);
  });
  const wall = Number(process.hrtime.bigint() - start) / 1e6;
  const processes = readFileSync(file, 'utf8').trim().split('\n').map(JSON.parse);
  rmSync(folder, { recursive: true });
  if (!codes.includes(code)) throw new Error(`exit code ${code}: node ${args.join(' ')}`);
  return {
    wall,
    cpu: processes.reduce((sum, { cpu }) => sum + cpu, 0),
    rss: Math.max(...processes.map(({ rss }) => rss)),
  };
}

export function median(values) {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/**
 * Each command once to warm the disk's cache, then all of them in turns, `rounds` times: A B C, A B C, …
 * What slows the machine down for a while slows all of them.
 */
export async function inTurns(commands, rounds) {
  const results = commands.map(() => []);
  for (const command of commands) await once(command);
  for (let round = 0; round < rounds; round++)
    for (const [index, command] of commands.entries()) results[index].push(await once(command));
  return results;
}

/** The median over the rounds, and that of the ratio to the reference in the same round. */
export function compare(own, reference) {
  const of = (key) => median(own.map((each) => each[key]));
  const ratio = (key) => median(own.map((each, round) => each[key] / reference[round][key]));
  return { wall: of('wall'), cpu: of('cpu'), rss: of('rss'), wallRatio: ratio('wall'), cpuRatio: ratio('cpu') };
}
