#!/usr/bin/env node
import { main } from './main.js';

// Who reads the output may stop early (`| head`); the files are written all the same.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

process.exitCode = await main(process.argv.slice(2));
