import type { Progress } from '../runner/progress.js';

/** What comes to its end sooner than this (ms) shows no progress. */
const PATIENCE = 300;
/** No more than one line in so many milliseconds. */
const PACE = 80;

/**
 * A line that says how far long work has come, and goes when it is done. The work does not give way to timers, so the line
 * is written as it goes along.
 * @param write to the terminal; it has to be there at once
 */
export function progressLine(write: (text: string) => void, now = () => performance.now()): Progress {
  let doing: string | undefined;
  let began = 0;
  let last = 0;
  let isShown = false;
  return (what, done, total) => {
    const time = now();
    if (what !== doing) [doing, began, last] = [what, time, time];
    if (done >= total) {
      if (isShown) write('\r\x1b[2K');
      isShown = false;
      doing = undefined;
    } else if (time - began >= PATIENCE && time - last >= PACE) {
      write(`\r\x1b[2K  ${what} ${done} of ${total} files`);
      isShown = true;
      last = time;
    }
  };
}
