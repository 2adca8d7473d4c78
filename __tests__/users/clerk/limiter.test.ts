import { describe, expect, it } from 'vitest';
import { Limiter, type Clock } from '../../../lib/users/clerk/limiter.js';

/** A clock whose sleeps end in their order, late by so many milliseconds. */
class TestClock implements Clock {
  #now = 0;
  #sleepers: { at: number; wake: () => void }[] = [];

  constructor(private readonly late: number) {}

  now = (): number => this.#now;

  sleep = (milliseconds: number): Promise<void> =>
    new Promise((wake) => void this.#sleepers.push({ at: this.#now + milliseconds + this.late, wake }));

  /** Lets time pass. */
  async run(until: number): Promise<void> {
    for (;;) {
      // Whoever was woken goes on first.
      for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
      this.#sleepers.sort((a, b) => a.at - b.at);
      const next = this.#sleepers[0];
      if (next === undefined || next.at > until) break;
      this.#sleepers.shift();
      this.#now = Math.max(this.#now, next.at);
      next.wake();
    }
    this.#now = until;
  }
}

/** When requests started that as many workers as needed want to send. */
async function starts(
  perSecond: number,
  clock: TestClock,
  until: number,
  during?: (limiter: Limiter) => Promise<void>,
): Promise<number[]> {
  const limiter = new Limiter(perSecond, clock);
  const times: number[] = [];
  const worker = async (): Promise<void> => {
    // The test ends by letting no more time pass.
    while (clock.now() < until) {
      await limiter.turn();
      times.push(clock.now());
    }
  };
  for (let count = 0; count < 20; count += 1) void worker();
  await during?.(limiter);
  await clock.run(until);
  return times;
}

const most = (times: readonly number[], window: number): number =>
  Math.max(...times.map((start) => times.filter((time) => time >= start && time < start + window).length));

describe('the limiter', () => {
  it.each([
    ['production', 100, 0],
    ['production, with late timers', 100, 2],
    ['development', 10, 2],
  ])('never lets more start in ten seconds than Clerk allows, and hardly less: %s', async (_name, perSecond, late) => {
    const times = await starts(perSecond, new TestClock(late), 60_000);
    expect(most(times, 10_000)).toBeLessThanOrEqual(perSecond * 10);
    expect(times.length).toBeGreaterThanOrEqual(60 * perSecond * 0.95);
    // No burst: a second holds a tenth of ten seconds, and the little that may be caught up.
    expect(most(times, 1000)).toBeLessThanOrEqual(perSecond * 1.1 + 1);
  });

  it('starts nothing while Clerk asks for a pause, and goes on evenly', async () => {
    const clock = new TestClock(0);
    const times = await starts(100, clock, 10_000, async (limiter) => {
      await clock.run(1000);
      limiter.pause(3000);
      // A shorter one does not end the longer one.
      limiter.pause(10);
    });
    expect(times.filter((time) => time > 1000 && time < 4000)).toEqual([]);
    expect(times.filter((time) => time >= 4000 && time < 5000).length).toBeLessThanOrEqual(110);
    expect(times.filter((time) => time >= 4000).length).toBeGreaterThan(550);
  });
});
