// Runs whole processes in turns and says how long they took, by the clock and on the processors, and what memory they held.
import { spawn, spawnSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';

/** How often the memory of the processes is asked for, in milliseconds; the system knows the most that each has held. */
const PACE = 20;

/** bash tells milliseconds, others hundredths of a second, which is too coarse for what takes two of them. */
const SHELL = spawnSync('bash', ['-c', '']).status === 0 ? 'bash' : 'sh';

/** Where more certificates are named, Node reads them all at its start, which takes longer than the start itself. */
const ENV = { ...process.env };
for (const name of ['NODE_EXTRA_CA_CERTS', 'NODE_OPTIONS']) delete ENV[name];

/**
 * @param command `file` (Node unless given), `args`, `cwd`, and the exit `codes` that are right (0 unless given)
 * @returns milliseconds by the clock, milliseconds of all its processes together, and MiB that the largest of them held
 */
async function once({ file = process.execPath, args, cwd, codes = [0] }) {
  // A shell says what all the processes took that it waited for, and those that they waited for.
  const script = '"$@"; code=$?; times; exit $code';
  const start = process.hrtime.bigint();
  const child = spawn(SHELL, ['-c', script, 'sh', file, ...args], {
    cwd,
    env: ENV,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  let tail = '';
  child.stdout.on('data', (data) => (tail = (tail + data).slice(-200)));
  let rss = 0;
  const timer = setInterval(() => (rss = Math.max(rss, ...below(child.pid).map(mostHeld))), PACE);
  const code = await new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
  clearInterval(timer);
  const wall = Number(process.hrtime.bigint() - start) / 1e6;
  if (!codes.includes(code)) throw new Error(`exit code ${code}: ${file} ${args.join(' ')}`);
  return { wall, cpu: cpuIn(tail), rss };
}

/** The last line of `times`: `0m1.230000s 0m0.120000s`, of user and system. */
const cpuIn = (output) =>
  Array.from(
    output
      .trim()
      .split('\n')
      .at(-1)
      .matchAll(/(\d+)m([\d.]+)s/g),
  ).reduce((sum, [, minutes, seconds]) => sum + (Number(minutes) * 60 + Number(seconds)) * 1000, 0);

/** In MiB; 0 for a process that has ended, and where the system has no /proc. */
function mostHeld(pid) {
  try {
    return Number(/^VmHWM:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}

/** The processes that a process started, and those that they started. */
function below(pid) {
  try {
    const children = readdirSync(`/proc/${pid}/task`).flatMap((task) =>
      readFileSync(`/proc/${pid}/task/${task}/children`, 'utf8').split(' ').filter(Boolean),
    );
    return children.flatMap((child) => [child, ...below(child)]);
  } catch {
    return [];
  }
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

/** The median over the rounds, and that of the ratio to the reference in the same round. Of memory, the most. */
export function compare(own, reference) {
  const of = (key) => median(own.map((each) => each[key]));
  const ratio = (key) => median(own.map((each, round) => each[key] / reference[round][key]));
  return {
    wall: of('wall'),
    cpu: of('cpu'),
    rss: Math.max(...own.map((each) => each.rss)),
    wallRatio: ratio('wall'),
    cpuRatio: ratio('cpu'),
  };
}
