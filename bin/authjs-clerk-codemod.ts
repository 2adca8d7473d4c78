#!/usr/bin/env node
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { TOOL } from '../lib/tool.js';
import { failed } from './failures.js';
import { loadCompiled } from './compiled.js';

/** The file of this folder that the build puts `check` into. */
declare const CHECK_FILE: string;

// Who reads the output may stop early (`| head`); the files are written all the same.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

const args = process.argv.slice(2);
// Whoever asks for the version alone gets it before anything is loaded.
if (args.length === 1 && /^(?:-V|--version)$/.test(args[0]!)) process.stdout.write(`${TOOL.version}\n`);
else if (args.length === 1 && /^(?:-h|--help)$/.test(args[0]!) && !process.stdout.isTTY) void help();
else void start().then((code) => void (process.exitCode = code));

/** The help as the build wrote it down, which is that for no terminal: one may have another width. */
async function help(): Promise<void> {
  try {
    process.stdout.write(readFileSync(join(__dirname, 'help.txt'), 'utf8'));
  } catch {
    process.exitCode = await whole();
  }
}

async function start(): Promise<number> {
  // A check or a run is over before code that V8 makes faster has paid for that: it is to take its time with it, and almost
  // all of it for a check, which has its tokenizer compiled. Measured with Node 20; V8 prints a line for a flag that it does
  // not know, so nobody else gets it. Accounts may take hours.
  if (args[0] !== 'users' && process.version.startsWith('v20.'))
    setFlagsFromString(`--interrupt-budget=${args[0] === 'check' ? 4_000_000 : 1_000_000}`);
  return (args[0] === 'check' ? await plainCheck(args.slice(1)) : undefined) ?? (await whole());
}

async function whole(): Promise<number> {
  const { main } = await import('./main.js');
  return main(args);
}

/** @returns undefined where it takes more than that */
async function plainCheck(after: readonly string[]): Promise<number | undefined> {
  const { exports, keep } = loadCompiled<typeof import('./commands/check-now.js')>(join(__dirname, CHECK_FILE));
  const code = await exports.checkNow(after).catch(failed);
  // Where something is left, all of it ran.
  if (code === 1) keep();
  return code;
}
