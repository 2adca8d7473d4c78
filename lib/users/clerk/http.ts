import { networkReason, refusal, Unanswered, WrongKey } from './errors.js';
import { type Clock, Limiter, REAL_CLOCK } from './limiter.js';
import { Transport } from './transport.js';

/** `2026-05-12`, as @clerk/backend 3.25 sends it. */
const API_VERSION = '2026-05-12';
const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 16_000;
/** A Retry-After beyond this is no rate limit, and a person should hear of it. */
const LONGEST_PAUSE_S = 120;

export interface HttpSettings {
  /** `https://api.clerk.com` */
  apiUrl: string;
  key: string;
  /** Requests a second that Clerk allows. */
  perSecond: number;
  /** Milliseconds that one answer may take. */
  timeoutMs: number;
  /** Milliseconds for which an outage is sat out. */
  patienceMs: number;
  clock?: Clock;
}

export interface Request {
  method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  /** Below `/v1`, with its parameters. */
  path: string;
  body?: Readonly<Record<string, unknown>>;
  /**
   * Whether it may be sent again when the answer was lost: true for what changes nothing, or the same twice.
   * A request that was refused for its rate had no effect, and is always sent again.
   */
  repeatable: boolean;
  /** Milliseconds, where it is not the usual patience. */
  patienceMs?: number;
}

/** Requests to Clerk's Backend API: at its rate, with its Retry-After, and repeated only where that is safe. */
export class Http {
  readonly #settings: HttpSettings;
  readonly #clock: Clock;
  readonly #limiter: Limiter;
  readonly #transport: Transport;
  /** Requests that were started, refused ones included. */
  requests = 0;

  constructor(settings: HttpSettings) {
    this.#settings = settings;
    this.#clock = settings.clock ?? REAL_CLOCK;
    this.#transport = new Transport(settings.apiUrl);
    this.#limiter = new Limiter(settings.perSecond, this.#clock);
  }

  /**
   * @returns the body of a good answer
   * @throws {Refused} Clerk said no
   * @throws {Unanswered} nobody knows what became of it, or Clerk took no requests for longer than the patience
   * @throws {WrongKey}
   */
  async send<Answer>(request: Request): Promise<Answer> {
    const patience = this.patience(request.patienceMs);
    for (;;) {
      await this.#limiter.turn();
      const { status, text, retryAfter } = await this.#answer(request, patience);
      if (status < 300) return parseBody(text) as Answer;
      if (status === 401) throw new WrongKey(refusal(status, text).message);
      if (status !== 429) throw refusal(status, text);
      const wait = patience.next();
      if (wait === undefined || (retryAfter ?? 0) > LONGEST_PAUSE_S)
        throw new Unanswered('Clerk refuses for its rate limit', false);
      this.#limiter.pause(retryAfter === undefined ? wait : Math.max(retryAfter * 1000, 100));
    }
  }

  /** How many requests should be under way at once: answers may take two seconds before the rate suffers. */
  get workers(): number {
    return Math.min(Math.max(Math.ceil(this.#settings.perSecond * 2), 4), 400);
  }

  /** A patience that begins now. */
  patience(milliseconds = this.#settings.patienceMs): Patience {
    return new Patience(milliseconds, this.#clock);
  }

  /** An answer that says something; where it did not come, the request is sent again if it may be. */
  async #answer(request: Request, patience: Patience): Promise<Answered> {
    for (;;) {
      try {
        const answer = await this.#once(request);
        if (answer.status < 500) return answer;
        throw new Unanswered(`Clerk answered ${answer.status}`, false);
      } catch (error) {
        if (!(error instanceof Unanswered) || !request.repeatable || !(await patience.wait())) throw error;
        await this.#limiter.turn();
      }
    }
  }

  async #once({ method, path, body }: Request): Promise<Answered> {
    const { key, timeoutMs } = this.#settings;
    this.requests += 1;
    const headers = {
      Authorization: `Bearer ${key}`,
      'Clerk-API-Version': API_VERSION,
      ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
    };
    const text = body === undefined ? undefined : JSON.stringify(body);
    try {
      const answer = await this.#transport.send(`/v1${path}`, { method, headers, body: text, timeoutMs });
      return { ...answer, retryAfter: secondsOf(answer.retryAfter) };
    } catch (error) {
      throw new Unanswered(networkReason(error), true);
    }
  }
}

interface Answered {
  status: number;
  text: string;
  /** Seconds. */
  retryAfter: number | undefined;
}

/** Waits that grow, until they have come to a limit. */
export class Patience {
  #attempt = 0;
  readonly #until: number;

  constructor(
    milliseconds: number,
    private readonly clock: Clock,
  ) {
    this.#until = clock.now() + milliseconds;
  }

  /**
   * How long to wait now: half a second, doubled each time, and spread, since a hundred requests that failed together
   * should not come back together. Undefined when the patience is over.
   */
  next(): number | undefined {
    if (this.clock.now() >= this.#until) return undefined;
    const wait = Math.min(FIRST_WAIT_MS * 2 ** this.#attempt, LONGEST_WAIT_MS) * (0.75 + Math.random() / 2);
    this.#attempt += 1;
    return wait;
  }

  /** @returns false, at once, when the patience is over */
  async wait(): Promise<boolean> {
    const wait = this.next();
    if (wait === undefined) return false;
    await this.clock.sleep(wait);
    return true;
  }
}

/** Seconds, or a date: HTTP allows both. */
function secondsOf(header: string | undefined): number | undefined {
  if (header === undefined) return undefined;
  const seconds = /^\d+(\.\d+)?$/.test(header) ? Number(header) : (Date.parse(header) - Date.now()) / 1000;
  return Number.isFinite(seconds) ? Math.max(seconds, 0) : undefined;
}

function parseBody(text: string): unknown {
  if (text === '') return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new Unanswered('an answer that is no JSON', false);
  }
}
