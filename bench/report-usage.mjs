// Loaded by `--import` into a measured process and, through NODE_OPTIONS, into every Node process that it starts: each one
// adds a line with its own use of the processor when it ends.
import { appendFileSync } from 'node:fs';

const { BENCH_USAGE: file } = process.env;
if (file !== undefined) {
  process.on('exit', () => {
    const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
    appendFileSync(file, `${JSON.stringify({ cpu: (userCPUTime + systemCPUTime) / 1000, rss: maxRSS / 1024 })}\n`);
  });
}
