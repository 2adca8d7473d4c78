/** What goes wrong with a request. `afterEffect`: it was carried out, and only the answer is lost. */
export type Fault =
  | { kind: 'status'; status: number; body?: string; headers?: Record<string, string>; afterEffect?: boolean }
  /** The connection breaks. */
  | { kind: 'cut'; afterEffect?: boolean }
  /** No answer ever comes; the effect may, at once or when the client has long given up. */
  | { kind: 'silence'; afterEffect?: boolean; effectAfterMs?: number }
  | { kind: 'slow'; milliseconds: number };

/** One of each, as they come in the wild. */
export const FAULTS: readonly Fault[] = [
  { kind: 'status', status: 429, headers: { 'retry-after': '0.2' } },
  { kind: 'status', status: 429 },
  { kind: 'status', status: 500 },
  { kind: 'status', status: 500, afterEffect: true },
  { kind: 'status', status: 502, body: '<html><body>Bad gateway</body></html>' },
  { kind: 'cut' },
  { kind: 'cut', afterEffect: true },
  { kind: 'silence' },
  { kind: 'silence', afterEffect: true },
  { kind: 'slow', milliseconds: 300 },
];

/** A fault for a share of the requests, the same ones for the same seed. */
export function randomFaults(share: number, seed = 1): () => Fault | undefined {
  let state = seed >>> 0;
  // mulberry32
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  return () => (next() < share ? FAULTS[Math.floor(next() * FAULTS.length)] : undefined);
}
