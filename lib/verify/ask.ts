import type { RawAnswer } from './answer.js';

/** One request, by somebody. */
export interface Ask {
  readonly method: string;
  /** Path and search. */
  readonly path: string;
  /** As a browser's address bar asks, or as a script does. */
  readonly as: 'document' | 'script';
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** How long an answer may take, in milliseconds; the first request of a fresh server takes longest. */
const PATIENCE = 30_000;
/** Clerk's handshake takes two hops, and a third where the app tidies the address up. */
const MOST_HOPS = 4;
const HANDSHAKE = '/v1/client/handshake';

const DOCUMENT = {
  accept: 'text/html,application/xhtml+xml,*/*;q=0.8',
  'sec-fetch-dest': 'document',
  'sec-fetch-mode': 'navigate',
};
const SCRIPT = { accept: 'application/json', 'sec-fetch-dest': 'empty', 'sec-fetch-mode': 'cors' };

/**
 * Asks, and does not follow redirects, except Clerk's handshake: that is no answer, a browser does not stop there.
 * @param frontendApi where the handshake is really answered, in place of the host that the app names
 * @throws where nobody answers
 */
export async function ask(base: URL, request: Ask, frontendApi?: (address: URL) => URL): Promise<RawAnswer> {
  const jar = new Map(cookiesOf(request.headers['cookie']));
  let address = new URL(request.path, base);
  for (let hop = 0; ; hop++) {
    const isHandshake = address.pathname === HANDSHAKE;
    const response = await fetch(isHandshake && frontendApi ? frontendApi(address) : address, {
      method: isHandshake || hop > 0 ? 'GET' : request.method,
      redirect: 'manual',
      signal: AbortSignal.timeout(PATIENCE),
      headers: {
        ...(request.as === 'document' ? DOCUMENT : SCRIPT),
        // Auth.js 5 takes https for granted where nothing says otherwise.
        'x-forwarded-proto': base.protocol.slice(0, -1),
        ...request.headers,
        ...(isHandshake ? { cookie: '' } : { cookie: cookieHeader(jar) }),
      },
      ...(request.body !== undefined && hop === 0 && { body: request.body }),
    });
    const location = response.headers.get('location') ?? undefined;
    const next = location === undefined ? undefined : new URL(location, address);
    // A production instance's own host shares its domain with the app, and what it sets reaches the app too.
    for (const cookie of response.headers.getSetCookie()) keep(cookie, jar);
    const goesOn = next && (isHandshake || next.pathname === HANDSHAKE || tidiesUp(address, next));
    if (!goesOn || hop === MOST_HOPS)
      return {
        status: response.status,
        location,
        contentType: response.headers.get('content-type') ?? '',
        body: await response.text(),
      };
    await response.body?.cancel();
    address = next;
  }
}

/** After a handshake, a development instance sends to the same address without the parameter. */
const tidiesUp = (from: URL, to: URL): boolean =>
  from.searchParams.has('__clerk_handshake') &&
  !to.searchParams.has('__clerk_handshake') &&
  from.pathname === to.pathname;

const cookiesOf = (header: string | undefined): [string, string][] =>
  (header ?? '')
    .split(/;\s*/)
    .filter((pair) => pair.includes('='))
    .map((pair) => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)]);

const cookieHeader = (jar: ReadonlyMap<string, string>): string =>
  [...jar].map(([name, value]) => `${name}=${value}`).join('; ');

/** Takes a `Set-Cookie` header; one that has run out is dropped. */
function keep(header: string, jar: Map<string, string>): void {
  const [pair = '', ...attributes] = header.split(/;\s*/);
  const name = pair.slice(0, pair.indexOf('='));
  const value = pair.slice(pair.indexOf('=') + 1);
  const isOver = attributes.some((each) => /^max-age=0$/i.test(each) || /^expires=Thu, 01 Jan 1970/i.test(each));
  if (isOver || value === '') jar.delete(name);
  else jar.set(name, value);
}
