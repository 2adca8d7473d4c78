import type { BrowserContext, Route } from 'playwright-core';
import { cookieSuffixOf } from '../clerk-fake/keys.js';
import { CLIENT_HEADER } from '../clerk-fake/server.js';
import type { Clerk } from '../clerk/clerk.js';
import { bundleAt } from './bundles.js';
import { plant } from './cookies.js';

interface Place {
  readonly base: URL;
  readonly clerk: Clerk | undefined;
  /** Lets a browser past Clerk's guard against robots; of Clerk itself alone. */
  readonly testingToken: string | undefined;
  /** Which browser it is, to the fake. */
  readonly client: string;
  leak(what: string): void;
}

/** Providers of Auth.js, where a sign-in that is begun ends here. */
const PROVIDERS = ['github.com', 'accounts.google.com'];
const NOTHING = '<svg xmlns="http://www.w3.org/2000/svg"/>';

/** Where Clerk's components fetch pictures and their guard against robots from. */
const CLERKS_OWN = /(?:^|\.)clerk\.com$|^challenges\.cloudflare\.com$/;

/** How late Clerk says who is signed in, in milliseconds: long enough for a flash of the wrong content to be seen. */
const LATE = 400;

/** Leads everything that is not the app to what stands for it on this machine; what nothing stands for is refused and told. */
export async function leadAstray(context: BrowserContext, place: Place): Promise<void> {
  const isApp = (url: URL) => url.origin === place.base.origin;
  await context.route(
    (url) => !isApp(url),
    async (route) => {
      const url = new URL(route.request().url());
      if (url.hostname === 'img.clerk.com') return route.fulfill({ contentType: 'image/svg+xml', body: NOTHING });
      if (PROVIDERS.includes(url.hostname))
        return route.fulfill({
          contentType: 'text/html',
          body: 'the provider',
        });
      if (place.clerk && url.hostname === place.clerk.frontendApi) {
        if (place.testingToken !== undefined) url.searchParams.set('__clerk_testing_token', place.testingToken);
        return place.clerk.frontendUrl === undefined
          ? route.continue({ url: url.href })
          : answerForClerk(context, route, place.clerk, place);
      }
      if (place.clerk && place.clerk.frontendUrl === undefined && CLERKS_OWN.test(url.hostname))
        return route.continue();
      place.leak(`would ask ${url.origin}${url.pathname}`);
      return route.abort();
    },
  );
  if (place.clerk && place.clerk.frontendUrl === undefined) return;
  // A redirected request can't be led elsewhere, so the hop to Clerk's handshake is taken here, by a page that goes on.
  await context.route(
    (url) => isApp(url),
    async (route) => {
      const { clerk } = place;
      if (!clerk || !route.request().isNavigationRequest()) return route.continue();
      const response = await route.fetch({ maxRedirects: 0 }).catch(() => undefined);
      if (!response) return route.abort();
      const location = response.headers()['location'];
      const to = location === undefined ? undefined : new URL(location, place.base);
      if (to?.hostname !== clerk.frontendApi) return route.fulfill({ response }).catch(() => undefined);
      const hop = await askClerk(context, clerk, place, to, 'GET', undefined);
      return goOn(route, hop.headers.get('location') ?? '/');
    },
  );
}

const goOn = (route: Route, to: string) =>
  route.fulfill({
    contentType: 'text/html',
    body: `<script>location.replace(${JSON.stringify(to)})</script>`,
  });

async function answerForClerk(context: BrowserContext, route: Route, clerk: Clerk, place: Place): Promise<void> {
  const request = route.request();
  const url = new URL(request.url());
  const bundle = bundleAt(url.pathname);
  if (bundle) {
    const headers = { 'access-control-allow-origin': '*' };
    return route.fulfill({ contentType: 'text/javascript', body: bundle, headers }).catch(() => undefined);
  }
  if (url.pathname === '/v1/client' && request.method() === 'GET')
    await new Promise((later) => setTimeout(later, LATE));
  const body = request.method() === 'POST' ? (request.postData() ?? undefined) : undefined;
  const type = request.headers()['content-type'];
  const response = await askClerk(context, clerk, place, url, request.method(), body, type);
  const location = response.headers.get('location');
  if (location !== null) return goOn(route, location);
  const headers = Object.fromEntries(
    [...response.headers].filter(([name]) => /^(content-type|access-control-)/.test(name)),
  );
  return route.fulfill({ status: response.status, headers, body: await response.text() }).catch(() => undefined);
}

/** Asks the fake as this browser; the cookies that it sets are the app's, since a production instance shares its domain. */
async function askClerk(
  context: BrowserContext,
  clerk: Clerk,
  { base, client }: Place,
  url: URL,
  method: string,
  body: string | undefined,
  type?: string,
): Promise<Response> {
  const response = await fetch(`${clerk.frontendUrl}${url.pathname}${url.search}`, {
    method,
    redirect: 'manual',
    headers: {
      [CLIENT_HEADER]: client,
      origin: base.origin,
      ...(type !== undefined && { 'content-type': type }),
    },
    ...(body !== undefined && { body }),
  });
  const cookies = response.headers.getSetCookie().map((each) => each.split(';')[0]!);
  const suffix = cookieSuffixOf(clerk.publishableKey);
  await plant(
    context,
    base,
    cookies.flatMap((pair): [string, string][] => {
      const name = pair.slice(0, pair.indexOf('='));
      const value = pair.slice(pair.indexOf('=') + 1);
      return name === '__clerk_handshake'
        ? [[name, value]]
        : [
            [name, value],
            [`${name}_${suffix}`, value],
          ];
    }),
  );
  return response;
}
