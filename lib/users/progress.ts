import { duration } from './import/preview.js';

/** Shows how far a long task has come. */
export interface Progress {
  advance(count: number): void;
  end(): void;
}

/** How often a log gets a line. */
const LINE_MS = 15_000;

/**
 * A bar with rate and time left where a person looks on; a line from time to time elsewhere.
 * @param total of what `advance` counts
 */
export async function progress(
  title: string,
  total: number,
  isAttended: boolean,
  note: (text: string) => void,
): Promise<Progress> {
  const startedAt = performance.now();
  let done = 0;
  const message = (): string => {
    const seconds = (performance.now() - startedAt) / 1000;
    const rate = done / Math.max(seconds, 0.001);
    const left = rate > 0 ? `, ${duration((total - done) / rate)} left` : '';
    return `${title}: ${done} of ${total}, ${rate.toFixed(1)} a second${left}`;
  };
  if (isAttended && total > 0) {
    const { progress: bar } = await import('@clack/prompts');
    const shown = bar({ max: total, output: process.stderr });
    shown.start(message());
    return {
      advance: (count) => {
        done += count;
        shown.advance(count, message());
      },
      end: () => shown.stop(message()),
    };
  }
  let lastLine = startedAt;
  return {
    advance: (count) => {
      done += count;
      if (performance.now() - lastLine < LINE_MS) return;
      lastLine = performance.now();
      note(`${message()}\n`);
    },
    end: () => {},
  };
}
