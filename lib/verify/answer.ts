import { textOf } from './text.js';

/** What an answer means for who asked; the exact status and the parameters' names differ between Auth.js and Clerk. */
export const CLASSES = {
  allowed: 'answered',
  'sign-in': 'sent to sign in',
  unauthorized: '401',
  forbidden: '403',
  'not-found': '404',
  refused: 'refused with another 4xx',
  redirect: 'sent elsewhere',
  error: 'failed',
} as const;

export type AnswerClass = keyof typeof CLASSES;

/** An answer as it came. */
export interface RawAnswer {
  readonly status: number;
  /** The `Location` header. */
  readonly location: string | undefined;
  readonly contentType: string;
  readonly body: string;
}

export interface Answer {
  readonly class: AnswerClass;
  readonly status: number;
  /** Where a redirect leads: a path of the app's own, or an address elsewhere. Undefined for sign-in pages, which may move. */
  readonly target: string | undefined;
  /** Where somebody comes back to from the sign-in page: path and search, whatever the parameter is called. */
  readonly wayBack: string | undefined;
  /** What a person reads of an answer of the class `allowed`: a page's text, or the body. */
  readonly text: string | undefined;
}

/** The parameters that say where somebody comes back to: Auth.js's and Clerk's. */
const WAY_BACK = ['callbackUrl', 'redirect_url', 'redirectTo'];
/** Auth.js's own page, and Clerk's hosted ones. */
const SIGN_IN_PATHS = ['/api/auth/signin', '/login', '/signin', '/sign-in'];
const SIGN_IN_HOSTS = /^accounts\.|\.accounts\.dev$/;

/**
 * Says what an answer means.
 * @param base the address of the app that gave it
 * @param signInPaths the app's own pages where people sign in, besides the usual ones
 */
export function classify(raw: RawAnswer, base: URL, signInPaths: readonly string[] = []): Answer {
  const answer = { status: raw.status, target: undefined, wayBack: undefined, text: undefined };
  if (raw.status >= 300 && raw.status < 400 && raw.location !== undefined) {
    const to = new URL(raw.location, base);
    return isSignIn(to, base, signInPaths)
      ? { ...answer, class: 'sign-in', wayBack: wayBackOf(to, base) }
      : { ...answer, class: 'redirect', target: within(to, base) };
  }
  if (raw.status < 400) return { ...answer, class: 'allowed', text: textOf(raw.body, raw.contentType) };
  return { ...answer, class: classOfStatus(raw.status) };
}

function classOfStatus(status: number): AnswerClass {
  if (status === 401) return 'unauthorized';
  if (status === 403) return 'forbidden';
  if (status === 404) return 'not-found';
  return status < 500 ? 'refused' : 'error';
}

function isSignIn(to: URL, base: URL, signInPaths: readonly string[]): boolean {
  if (!isSameApp(to, base)) return SIGN_IN_HOSTS.test(to.hostname) && /sign-?in/.test(to.pathname);
  return [...SIGN_IN_PATHS, ...signInPaths].includes(to.pathname.replace(/(.)\/$/, '$1'));
}

function wayBackOf(to: URL, base: URL): string | undefined {
  const given = WAY_BACK.map((name) => to.searchParams.get(name)).find((value) => value !== null);
  return given === undefined || given === null ? undefined : within(new URL(given, base), base);
}

/** Next writes `localhost` where it was asked by 127.0.0.1, and the other way round. */
const isSameApp = (to: URL, base: URL): boolean =>
  to.port === base.port && (to.hostname === base.hostname || (isLoopback(to) && isLoopback(base)));
const isLoopback = ({ hostname }: URL): boolean => ['localhost', '127.0.0.1', '[::1]'].includes(hostname);

const within = (to: URL, base: URL): string => (isSameApp(to, base) ? to.pathname + to.search : to.href);
