/** At most `limit` requests in any `windowMs`; those that were refused don't count. */
export class SlidingWindow {
  /** When the accepted requests of the window came; a ring. */
  readonly #times: Float64Array;
  #at = 0;

  constructor(
    limit: number,
    private readonly windowMs: number,
  ) {
    this.#times = new Float64Array(limit).fill(-Infinity);
  }

  /** @returns 0 where the request is let in, else the milliseconds until one would be */
  take(now: number): number {
    const oldest = this.#times[this.#at]!;
    if (now - oldest < this.windowMs) return oldest + this.windowMs - now;
    this.#times[this.#at] = now;
    this.#at = (this.#at + 1) % this.#times.length;
    return 0;
  }
}
