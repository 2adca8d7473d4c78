#!/usr/bin/env node
import { TOOL } from '../lib/tool.js';

// Who reads the output may stop early (`| head`); the files are written all the same.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

const args = process.argv.slice(2);
// Whoever asks for the version alone gets it before anything is loaded.
if (args.length === 1 && /^(?:-V|--version)$/.test(args[0]!)) process.stdout.write(`${TOOL.version}\n`);
else {
  const { main } = await import('./main.js');
  process.exitCode = await main(args);
}
