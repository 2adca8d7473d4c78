import type { Person } from './persons.js';

/** Thrown by what ends a request in the middle of a function. */
export class Ended extends Error {
  readonly digest: string;

  constructor(readonly how: { readonly redirect: string } | { readonly status: number }) {
    super('NEXT_REDIRECT');
    this.digest = 'redirect' in how ? `NEXT_REDIRECT;replace;${how.redirect};307;` : `NEXT_HTTP_ERROR;${how.status}`;
  }
}

/** What surrounds one run of one probe: who looks at it, and everything that it does to the outside. */
export class World {
  /** What the code did besides its answer, in the order in which it did it. */
  readonly log: string[] = [];
  /** The options of Auth.js that the app set itself up with, once its set-up has been loaded. */
  options: AuthOptions | undefined;
  /** What the page's address ends with. */
  search = '';
  /** Requests of the page's own that have not been answered yet. */
  pending = 0;
  #isLoading = false;
  #asked = 0;
  readonly #listeners = new Set<() => void>();

  constructor(
    readonly person: Person | null,
    /** The release of Auth.js that the app was written for. */
    readonly style: 'v4' | 'v5',
    /** The claims of Clerk's session token as the instance is configured: none before a person has done so. */
    readonly claims: Readonly<Record<string, string>>,
    /** Answers a request to the app's own routes. */
    readonly answer: (path: string, init?: RequestInit) => Promise<Response>,
  ) {}

  /** Takes an address and a password, of which one is right for everybody. */
  signInBy(email: unknown, password: unknown): boolean {
    const isRight = password === 'right';
    this.log.push(`${isRight ? 'let in' : 'refused'} ${String(email)}`);
    return isRight;
  }

  /** Sends a link to an address, which is opened at once; nobody gets one at `@banned.example`. */
  sendLink(email: unknown): boolean {
    const isSent = !String(email).endsWith('@banned.example');
    this.log.push(`${isSent ? 'link sent to' : 'no link for'} ${String(email)}`);
    return isSent;
  }

  /** Whether the page does not know yet who is signed in. */
  get isLoading(): boolean {
    return this.#isLoading;
  }

  /** What every hook asks: a component that is shown without end is stopped, which nothing else would do. */
  readonly isLoadingNow = (): boolean => {
    this.#asked += 1;
    if (this.#asked > 5000) throw new Error('this is rendered without end');
    return this.#isLoading;
  };

  load(isLoading: boolean): void {
    this.#isLoading = isLoading;
    this.tell();
  }

  /** Has every hook look again. */
  tell(): void {
    for (const listener of this.#listeners) listener();
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  };

  readonly fetch = async (input: string | URL | Request, init?: RequestInit): Promise<Response> => {
    const { pathname, search } = new URL(input instanceof Request ? input.url : input, 'http://localhost');
    this.pending += 1;
    try {
      return await this.answer(`${pathname}${search}`, init);
    } finally {
      this.pending -= 1;
    }
  };
}

type Values = Record<string, unknown>;

/** The part of Auth.js's options that decides what a session holds. */
export interface AuthOptions {
  readonly adapter?: unknown;
  readonly session?: { readonly strategy?: 'jwt' | 'database' };
  readonly providers?: readonly { readonly id?: string; readonly profile?: (profile: Values) => unknown }[];
  readonly callbacks?: {
    readonly jwt?: (params: Values) => unknown;
    readonly session?: (params: Values) => unknown;
  };
}
