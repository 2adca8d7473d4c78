import { randomBytes } from 'node:crypto';
import { environment } from './environment.js';
import { clientJson, sessionJson, signInJson } from './frontend-json.js';
import type { FakeUser } from './people.js';
import { failure, type Call, type Reply, type Route } from './route.js';
import { signToken } from './keys.js';

/** The connections that `<SignIn/>` offers here; whoever takes one is the first user of the instance. */
const CONNECTIONS = ['oauth_github', 'oauth_google'];

const route = (method: string, path: string, handle: Route['handle']): Route => ({
  api: 'frontend',
  method,
  path,
  handle,
});

/** The endpoints of Clerk's Frontend API that clerk-js and a browser call. */
export const FRONTEND: readonly Route[] = [
  route('GET', '/v1/environment', () => ({ json: environment(CONNECTIONS) })),
  route('POST', '/v1/environment', () => ({ json: environment(CONNECTIONS) })),
  route('GET', '/v1/client', ({ instance, client }) => ({ json: { response: clientJson(instance, client) } })),
  route('GET', '/v1/client/handshake', handshake),
  route('DELETE', '/v1/client/sessions', (call) => {
    call.client.session = undefined;
    call.client.signIn = undefined;
    return changed(call, clientJson(call.instance, call.client));
  }),
  route('POST', '/v1/client/sessions/:id/tokens', (call) =>
    ofSession(call, (session) => ({ json: { object: 'token', jwt: call.instance.token(session) } })),
  ),
  route('POST', '/v1/client/sessions/:id/touch', (call) =>
    ofSession(call, (session) => changed(call, sessionJson(call.instance, session))),
  ),
  route('POST', '/v1/client/sessions/:id/remove', (call) =>
    ofSession(call, (session) => {
      call.client.session = undefined;
      return changed(call, sessionJson(call.instance, session, 'removed'));
    }),
  ),
  route('POST', '/v1/client/sign_ins', startSignIn),
  route('POST', '/v1/client/sign_ins/:id/attempt_first_factor', (call) => attempt(call)),
  route('GET', '/v1/oauth_callback', oauthCallback),
];

/** What changes a client answers with the client as it is now, and keeps the cookie in step. */
function changed(call: Call, response: object): Reply {
  const { instance, client } = call;
  const { __client_uat } = instance.cookies(client);
  return { json: { response, client: clientJson(instance, client) }, appCookies: { __client_uat: __client_uat! } };
}

function ofSession(call: Call, answer: (session: NonNullable<Call['client']['session']>) => Reply): Reply {
  const { session } = call.client;
  if (session?.id !== call.params['id']) return failure(404, 'resource_not_found', 'No session was found.');
  return answer(session!);
}

function startSignIn(call: Call): Reply {
  const { body, client, instance, origin } = call;
  const id = `sia_${randomBytes(6).toString('hex')}`;
  const strategy = body['strategy'] ?? 'password';
  if (strategy.startsWith('oauth_')) {
    client.signIn = { id, user: undefined, strategy };
    const back = new URL(body['redirect_url'] ?? '/', origin).href;
    const provider = `https://${instance.frontendApi}/v1/oauth_callback?to=${encodeURIComponent(back)}`;
    const pending = { status: 'unverified', strategy, external_verification_redirect_url: provider };
    return changed(call, signInJson(client.signIn, { first_factor_verification: pending }));
  }
  if (strategy === 'ticket') {
    const invited = instance.tickets.get(body['ticket'] ?? '');
    if (!invited) return failure(400, 'sign_in_token_invalid_code', 'The sign-in token is none.', 'ticket');
    instance.tickets.delete(body['ticket']!);
    client.signIn = { id, user: invited, strategy };
    return changed(call, complete(call, invited));
  }
  const user = instance.users.find(({ email }) => email === body['identifier']);
  if (!user) return failure(422, 'form_identifier_not_found', "Couldn't find your account.", 'identifier');
  client.signIn = { id, user, strategy: 'password' };
  return body['password'] === undefined ? changed(call, signInJson(client.signIn, {})) : attempt(call);
}

function attempt(call: Call): Reply {
  const { body, client } = call;
  const { signIn } = client;
  if (!signIn?.user) return failure(404, 'resource_not_found', 'No sign-in is on its way.');
  if (body['password'] !== signIn.user.password)
    return failure(422, 'form_password_incorrect', 'Password is incorrect. Try again.', 'password');
  return changed(call, complete(call, signIn.user));
}

/** Ends a sign-in: there is a session now. */
function complete({ instance, client }: Call, user: FakeUser): object {
  const signIn = client.signIn!;
  const session = instance.startSession(client, user);
  client.signIn = undefined;
  return signInJson(signIn, {
    status: 'complete',
    created_session_id: session.id,
    first_factor_verification: { status: 'verified', strategy: signIn.strategy },
  });
}

/** Stands for the provider and for the way back from it: the first user of the instance has said yes there. */
function oauthCallback(call: Call): Reply {
  const [user] = call.instance.users;
  if (!call.client.signIn || !user) return failure(400, 'oauth_callback_invalid', 'No sign-in is on its way.');
  complete(call, user);
  return {
    status: 302,
    location: call.query.get('to') ?? '/',
    appCookies: { __client_uat: call.instance.cookies(call.client)['__client_uat']! },
  };
}

/**
 * Sends back to the app. What the client's real state is, it says in a signed list of cookies, which the SDK unpacks:
 * in a cookie of the domain that a production instance shares with the app (a development one writes it into the address).
 */
function handshake({ instance, client, query }: Call): Reply {
  const attributes = 'Path=/; SameSite=Lax';
  const cookies = { __clerk_handshake: '', __session: '', ...instance.cookies(client) };
  const list = Object.entries(cookies).flatMap(([name, value]) =>
    [name, `${name}_${instance.cookieSuffix}`].map((each) =>
      value === '' ? `${each}=; ${attributes}; Max-Age=0` : `${each}=${value}; ${attributes}`,
    ),
  );
  return {
    status: 307,
    location: query.get('redirect_url') ?? '/',
    appCookies: { __clerk_handshake: signToken(instance.keys, { handshake: list }) },
  };
}
