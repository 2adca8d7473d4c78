/** What the limiter needs of the world; a test brings its own. */
export interface Clock {
  /** Milliseconds, from any beginning, never running back. */
  now(): number;
  sleep(milliseconds: number): Promise<void>;
}

export const REAL_CLOCK: Clock = {
  now: () => performance.now(),
  sleep: (milliseconds) => new Promise((resolve) => void setTimeout(resolve, milliseconds)),
};

/** A fiftieth is left to the app, and to clocks that differ. */
const SHARE = 0.98;
/**
 * How far requests may lag behind their turns and still catch up: timers are late, and a busy process stands still for a
 * moment. Ten requests are a hundredth of what a production instance allows, as are 100 ms of the ten seconds.
 */
const SLACK_REQUESTS = 10;
const SLACK_MS = 100;

/**
 * Lets requests start evenly, just under the allowed rate. How long an answer takes does not matter.
 *
 * The usual libraries were looked at: p-throttle starts a whole window's requests at once, and Clerk refuses bursts;
 * Bottleneck's spacing waits from start to start, and loses a tenth of the rate to late timers. Here each request has its
 * turn on a fixed grid (the generic cell rate algorithm), and `pause`, for Retry-After, holds all of them.
 */
export class Limiter {
  readonly #interval: number;
  readonly #slack: number;
  readonly #clock: Clock;
  /** The next turn on the grid. */
  #next: number;
  #pausedUntil = 0;
  #pauses = 0;

  /** @param perSecond what Clerk allows */
  constructor(perSecond: number, clock: Clock = REAL_CLOCK) {
    this.#interval = 1000 / (perSecond * SHARE);
    this.#slack = Math.min(SLACK_REQUESTS * this.#interval, SLACK_MS);
    this.#clock = clock;
    this.#next = clock.now();
  }

  /** Resolves when the next request may start; those who ask first come first. */
  async turn(): Promise<void> {
    for (;;) {
      const pauses = this.#pauses;
      const now = this.#clock.now();
      const turn = Math.max(this.#next, now - this.#slack, this.#pausedUntil);
      this.#next = turn + this.#interval;
      if (turn > now) await this.#clock.sleep(turn - now);
      // Whoever waited while Clerk asked for a pause lines up again behind it.
      if (pauses === this.#pauses) return;
    }
  }

  /** Holds every request that has not started for so many milliseconds. */
  pause(milliseconds: number): void {
    const until = this.#clock.now() + milliseconds;
    if (until <= this.#pausedUntil) return;
    this.#pausedUntil = until;
    this.#pauses += 1;
    this.#next = until;
  }
}
