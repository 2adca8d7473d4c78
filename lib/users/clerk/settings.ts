import { createHash } from 'node:crypto';
import { BadInput } from '../../project/types.js';
import { appVariable } from '../env.js';
import { ClerkApi } from './api.js';
import { Refused, Unanswered, WrongKey } from './errors.js';
import { Http } from './http.js';

/** Requests in ten seconds that Clerk allows (clerk.com/docs, system limits), for each kind of instance. */
const LIMITS = { production: 1000, development: 100 } as const;

export interface Connection {
  api: ClerkApi;
  apiUrl: string;
  /** `ins_…`; where Clerk does not say, a mark of the key. */
  instance: string;
  isDevelopment: boolean;
  /** Requests a second that Clerk allows. */
  perSecond: number;
  /** Address of the instance's Frontend API, which says what a user needs; undefined where no variable tells it. */
  frontendApi: string | undefined;
}

export interface ConnectionOptions {
  /** The app's folder: its env files are read. */
  cwd: string;
  /** Requests in ten seconds, where it is not Clerk's usual limit. */
  rate?: number;
  /** Seconds. */
  timeout?: number;
  /** Seconds for which an outage is sat out. */
  patience?: number;
}

/**
 * Finds the key and the instance that it is for. The key is in no message.
 * @throws {BadInput} without a key, with one that Clerk does not take, and without a network
 */
export async function connect({ cwd, rate, timeout = 30, patience = 60 }: ConnectionOptions): Promise<Connection> {
  const found = appVariable(cwd, 'CLERK_SECRET_KEY');
  if (found === undefined) {
    throw new BadInput('CLERK_SECRET_KEY is not set: put it into the environment, or into .env.local');
  }
  const key = { ...found, value: found.value.trim() };
  if (!/^sk_[\x21-\x7e]+$/.test(key.value)) {
    throw new BadInput(
      `CLERK_SECRET_KEY from ${key.from} is no secret key of Clerk’s: those begin with sk_live_ or sk_test_`,
    );
  }
  const apiUrl = urlOf(appVariable(cwd, 'CLERK_API_URL')?.value ?? 'https://api.clerk.com');
  const settings = { apiUrl, key: key.value, timeoutMs: timeout * 1000, patienceMs: patience * 1000 };
  const looksDevelopment = key.value.startsWith('sk_test_');
  const first = new ClerkApi(new Http({ ...settings, perSecond: LIMITS.development / 10 }));
  const instance = await instanceOf(first, key, apiUrl);
  const isDevelopment = instance === undefined ? looksDevelopment : instance.environment_type !== 'production';
  const perSecond = (rate ?? (isDevelopment ? LIMITS.development : LIMITS.production)) / 10;
  return {
    api: new ClerkApi(new Http({ ...settings, perSecond })),
    apiUrl,
    instance: instance?.id ?? `key_${createHash('sha256').update(key.value).digest('hex').slice(0, 12)}`,
    isDevelopment,
    perSecond,
    frontendApi: frontendApiOf(cwd),
  };
}

async function instanceOf(api: ClerkApi, key: { from: string }, apiUrl: string) {
  try {
    return await api.instance();
  } catch (error) {
    if (error instanceof WrongKey) {
      throw new BadInput(`Clerk does not take the CLERK_SECRET_KEY from ${key.from}: ${error.message}`);
    }
    if (error instanceof Unanswered) throw new BadInput(`${apiUrl} can’t be reached: ${error.message}`);
    if (error instanceof Refused && error.status === 404) return undefined;
    throw error instanceof Refused ? new BadInput(`${apiUrl} refuses: ${error.message}`) : error;
  }
}

function urlOf(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url?.protocol !== 'https:' && url?.protocol !== 'http:') throw new BadInput('CLERK_API_URL is no http address');
  // It is shown, and written into the journal.
  if (url.password !== '') throw new BadInput('CLERK_API_URL holds a password: the key is all that Clerk takes');
  return url.href.replace(/\/+$/, '');
}

/** A proxy for the Frontend API, or the host that the publishable key holds in base64, with a `$` at its end. */
function frontendApiOf(cwd: string): string | undefined {
  const proxy = appVariable(cwd, 'NEXT_PUBLIC_CLERK_PROXY_URL')?.value;
  if (proxy !== undefined && /^https?:/.test(proxy)) return proxy.replace(/\/+$/, '');
  const encoded = /^pk_(?:live|test)_(.+)$/.exec(
    appVariable(cwd, 'NEXT_PUBLIC_CLERK_PUBLISHABLE_KEY')?.value ?? '',
  )?.[1];
  const host = encoded === undefined ? undefined : Buffer.from(encoded, 'base64').toString('utf8').replace(/\$$/, '');
  return host !== undefined && /^[a-z0-9.-]+(:\d+)?$/i.test(host) ? `https://${host}` : undefined;
}
