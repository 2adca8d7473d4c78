import { classify, type Answer } from '../lib/verify/answer.js';
import { ask } from '../lib/verify/ask.js';
import type { ExampleApp, Wanted } from './apps/app.js';
import { handshakeOf, type Clerk } from './clerk/clerk.js';
import type { Person } from './people.js';

/** An answer, and what it took. */
export interface Recorded {
  readonly answer: Answer;
  readonly wanted: Wanted;
  /** The calls to Clerk's Backend API that the app made meanwhile. */
  readonly calls: readonly string[];
}

/** By `person · request`, as `keyOf` makes it. */
export type Recording = ReadonlyMap<string, Recorded>;

export const keyOf = (person: Person, { method = 'GET', path, as, action }: Wanted, index: number): string =>
  `${person.name} · ${method} ${path}${as === 'script' ? ' (by script)' : ''}${action ? ' (Server Action)' : ''} #${index}`;

/** One running side: the app before, or the app after. */
export interface Side {
  readonly base: URL;
  /** The `Cookie` header of somebody; '' for nobody. */
  cookieOf(person: Person): Promise<string>;
  /** Undefined on the side of Auth.js. */
  readonly clerk: Clerk | undefined;
}

/** Asks all that the app is to be asked, by each person. */
export async function record(app: ExampleApp, side: Side, people: readonly Person[]): Promise<Recording> {
  const recording = new Map<string, Recorded>();
  for (const person of people) {
    for (const [index, wanted] of app.requests.entries()) {
      const payload = await payloadOf(app, side, wanted, people);
      side.clerk?.takeCalls();
      const answer = await answerTo(app, side, person, wanted, payload);
      recording.set(keyOf(person, wanted, index), {
        answer,
        wanted,
        calls: side.clerk?.takeCalls() ?? [],
      });
    }
  }
  return recording;
}

interface Payload {
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

async function answerTo(
  app: ExampleApp,
  side: Side,
  person: Person,
  wanted: Wanted,
  payload: Payload,
): Promise<Answer> {
  const raw = await ask(
    side.base,
    {
      method: wanted.method ?? 'GET',
      path: wanted.path,
      as: wanted.as,
      headers: {
        cookie: await side.cookieOf(person),
        ...payload.headers,
      },
      ...(payload.body !== undefined && { body: payload.body }),
    },
    handshakeOf(side.clerk),
  );
  return classify(raw, side.base, app.signIn === undefined ? [] : [app.signIn]);
}

/** What is sent along: JSON, or a form that calls a Server Action of a page, found there by somebody who may see it. */
async function payloadOf(app: ExampleApp, side: Side, wanted: Wanted, people: readonly Person[]): Promise<Payload> {
  if (wanted.body !== undefined)
    return {
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(wanted.body),
    };
  if (!wanted.action) return { headers: {} };
  const name = await actionOf(side, wanted.action.page, people.at(-1)!);
  const boundary = 'harness';
  const fields = Object.entries({ [name]: '', ...wanted.action.fields });
  const parts = fields.map(
    ([field, value]) => `--${boundary}\r\nContent-Disposition: form-data; name="${field}"\r\n\r\n${value}\r\n`,
  );
  return {
    headers: {
      'content-type': `multipart/form-data; boundary=${boundary}`,
      origin: side.base.origin,
    },
    body: `${parts.join('')}--${boundary}--\r\n`,
  };
}

/** The hidden field by which a form without scripts names its Server Action; each build names it anew. */
async function actionOf(side: Side, page: string, person: Person): Promise<string> {
  const headers = { cookie: await side.cookieOf(person) };
  const { body } = await ask(side.base, {
    method: 'GET',
    path: page,
    as: 'document',
    headers,
  });
  const main = body.slice(Math.max(0, body.indexOf('<main')));
  const name = /name="(\$ACTION_ID_[\da-f]+)"/.exec(main)?.[1];
  // A page that fails has no form; what is sent instead is answered by nothing, which shows as a difference.
  return name ?? `$ACTION_ID_${'0'.repeat(42)}`;
}
