/** The file in which whoever takes the work over says how far it is, and which `check --handoff` reads back. */

export const STATUS_FILE = 'status.json';
export const STATES = ['todo', 'done', 'blocked'] as const;
export type State = (typeof STATES)[number];

const VERSION = 1;

/** How often a name stands in a file, for one rule: lines move while people work. */
export interface StatusSite {
  readonly path: string;
  readonly symbol: string;
  readonly count: number;
}

export interface StatusRule {
  readonly rule: string;
  /** The file of the prompt, in the same folder. */
  readonly prompt: string;
  readonly status: State;
  /** What was done, or what is in the way: one or two sentences. */
  readonly summary: string;
  readonly sites: readonly StatusSite[];
}

export interface Status {
  readonly handoffVersion: typeof VERSION;
  readonly rules: readonly StatusRule[];
}

export const statusOf = (rules: readonly StatusRule[]): Status => ({ handoffVersion: VERSION, rules });

/** Reads a status file; a text says what is wrong with it, in words that follow its name. */
export function parseStatus(text: string): Status | string {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return `is no JSON (${(error as Error).message})`;
  }
  if (!isObject(value) || value['handoffVersion'] !== VERSION || !Array.isArray(value['rules']))
    return 'is no status of a hand-off of this version';
  for (const rule of value['rules'] as unknown[]) {
    if (!isObject(rule) || typeof rule['rule'] !== 'string') return 'holds an entry without a rule';
    if (!STATES.includes(rule['status'] as State))
      return `gives ${rule['rule']} the status ${JSON.stringify(rule['status'])}: use ${STATES.join(', ')}`;
    if (typeof rule['summary'] !== 'string') return `gives ${rule['rule']} no summary, which is a text`;
    if (typeof rule['prompt'] !== 'string' || !Array.isArray(rule['sites']) || !rule['sites'].every(isSite))
      return `has lost what belongs to ${rule['rule']}: only status and summary are to be changed`;
  }
  return value as unknown as Status;
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isSite = (value: unknown): boolean =>
  isObject(value) &&
  typeof value['path'] === 'string' &&
  typeof value['symbol'] === 'string' &&
  Number.isInteger(value['count']);
