import type { FakeClient, Instance } from './instance.js';

export interface Call {
  readonly instance: Instance;
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly body: Readonly<Record<string, string>>;
  /** The browser that asks; of the Frontend API alone. */
  readonly client: FakeClient;
  /** The address of the page that asks, from the `Origin` header. */
  readonly origin: string;
}

export interface Reply {
  readonly status?: number;
  readonly json?: unknown;
  readonly location?: string;
  /** Cookies for the app's domain; the real API sets them on the parent domain that it shares with the app. */
  readonly appCookies?: Readonly<Record<string, string>>;
}

/** One endpoint. `README.md` has a line for each. */
export interface Route {
  readonly api: 'backend' | 'frontend';
  readonly method: string;
  /** `/v1/users/:id` */
  readonly path: string;
  handle(call: Call): Reply;
}

/** An error as both APIs answer it. */
export const failure = (status: number, code: string, message: string, param?: string): Reply => ({
  status,
  json: {
    errors: [{ code, message, long_message: message, meta: param === undefined ? {} : { param_name: param } }],
    clerk_trace_id: 'fake',
  },
});

/** The parameters of a path that fits; undefined where it does not. */
export function match(pattern: string, path: string): Record<string, string> | undefined {
  const wanted = pattern.split('/');
  const given = path.split('/');
  if (wanted.length !== given.length) return undefined;
  const params: Record<string, string> = {};
  for (const [index, segment] of wanted.entries()) {
    const value = given[index]!;
    if (segment.startsWith(':')) params[segment.slice(1)] = decodeURIComponent(value);
    else if (segment !== value) return undefined;
  }
  return params;
}
