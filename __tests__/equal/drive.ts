import { act, createElement, type ComponentType, type ReactNode } from 'react';
import { renderToReadableStream } from 'react-dom/server';
import type { App, Probe } from './apps.js';
import { reported, type Document } from './dom.js';
import { Modules, rootOf, type Files } from './load.js';
import { VISITORS, type Visitor } from './persons.js';
import { Ended, World } from './world.js';

/** One way to run a probe: which files, as whom, and how the Clerk instance is configured. */
export interface Run {
  readonly app: App;
  readonly files: Files;
  readonly side: 'before' | 'after';
  readonly visitor: Visitor;
  readonly claims: Readonly<Record<string, string>>;
}

type Function = (...args: unknown[]) => unknown;

/** What a probe does in a run, as text: its answer, or how it ends, and what it did besides. */
export async function outcomeOf(probe: Probe, run: Run, document: Document): Promise<string> {
  const world = worldOf(run);
  const isClient = probe.kind === 'component' || probe.kind === 'props';
  const modules = new Modules(run.files, world, run.side, isClient);
  let answer: unknown;
  try {
    await setUp(modules, run, world);
    answer = await DRIVERS[probe.kind]({ path: probe.path, modules, world, run, document });
  } catch (error) {
    answer = endOf(error);
  }
  return JSON.stringify({ answer, did: world.log }, plain, 1);
}

function worldOf({ app, files, side, visitor, claims }: Run): World {
  const world: World = new World(VISITORS[visitor], app.style, claims, async (path, init) => {
    // The app's own routes run on the server, and in a process of their own.
    const root = rootOf(files);
    const route = path.split('?')[0]!.slice(1);
    const inApp = ['ts', 'js'].map((end) => `${root}app/${route}/route.${end}`).find((each) => files.has(each));
    const inPages = ['ts', 'js'].map((end) => `${root}pages/${route}.${end}`).find((each) => files.has(each));
    const server = new World(VISITORS[visitor], app.style, claims, world.answer);
    const modules = new Modules(files, server, side, false);
    if (inApp !== undefined) return respond(modules, inApp, new Request(`http://localhost${path}`, init), server);
    if (inPages === undefined) return new Response(null, { status: 404 });
    const { status, body } = await callApi(modules.load(inPages)['default'] as Function, init?.method ?? 'GET');
    return Response.json(body ?? null, { status });
  });
  return world;
}

/** Loads the app's set-up of Auth.js, so that the session can be told from its options. */
async function setUp(modules: Modules, { app, files, side }: Run, world: World): Promise<void> {
  if (side === 'after') return;
  const route = [...files.keys()].find((path) => path.includes('[...nextauth]'));
  const handler = route === undefined ? undefined : modules.load(route)['default'];
  // Options may be made anew for each request.
  if (!world.options && handler) await callApi(handler as Function, 'GET');
  if (!world.options) throw new Error(`${app.name} sets up no Auth.js`);
  await (modules.import('next-auth/react')['settle'] as Function)();
}

interface Driven {
  readonly path: string;
  readonly modules: Modules;
  readonly world: World;
  readonly run: Run;
  readonly document: Document;
}

const DRIVERS: Record<Probe['kind'], (driven: Driven) => Promise<unknown>> = {
  async page({ path, modules, run }) {
    const { default: page, generateMetadata } = modules.load(path);
    const props = { params: Promise.resolve({ id: 'p10' }), searchParams: Promise.resolve({}), children: 'inside' };
    const metadata = generateMetadata ? await (generateMetadata as Function)(props) : undefined;
    const element = await (page as Function)(props);
    return { metadata, html: await rendered(within(modules, run, element as ReactNode)) };
  },

  async handler({ path, modules, world }) {
    const answers: Record<string, unknown> = {};
    for (const method of ['GET', 'POST', 'PATCH', 'DELETE'])
      if (modules.load(path)[method] !== undefined) {
        const init = method === 'GET' ? {} : { body: JSON.stringify({ title: 'A title', id: 'p10' }) };
        const request = new Request('http://localhost/api/probe?id=p10', { method, ...init });
        answers[method] = await seen(await respond(modules, path, request, world));
      }
    return answers;
  },

  async api({ path, modules }) {
    const loaded: unknown = modules.load(path);
    const handler = (typeof loaded === 'function' ? loaded : (loaded as { default: unknown }).default) as Function;
    return { get: await callApi(handler, 'GET'), post: await callApi(handler, 'POST') };
  },

  async props({ path, modules, world, run, document }) {
    const { default: page, getServerSideProps } = modules.load(path);
    const asked = {
      req: requestOf('GET'),
      res: responseOf().res,
      query: { id: 'p10' },
      params: { id: 'p10' },
      resolvedUrl: '/here',
    };
    const { getInitialProps } = page as { getInitialProps?: (context: object) => Promise<object> };
    const result = getServerSideProps
      ? ((await (getServerSideProps as Function)(asked)) as Record<string, unknown>)
      : { props: getInitialProps ? await getInitialProps(asked) : {} };
    if (result['props'] === undefined) return result;
    // As Next.js does: what has no JSON is refused.
    const props = JSON.parse(JSON.stringify(result['props'], refuseUndefined)) as Record<string, unknown>;
    const { session: _, __clerk_ssr_state: __, ...own } = props;
    return { props: own, shown: await shown(page as ComponentType, props, { modules, world, run, document }) };
  },

  async component({ path, modules, world, run, document }) {
    return shown(modules.load(path)['default'] as ComponentType, {}, { modules, world, run, document });
  },

  async action({ path, modules }) {
    const answers: Record<string, unknown> = {};
    for (const [name, action] of Object.entries(modules.load(path))) {
      if (typeof action !== 'function') continue;
      const form = new FormData();
      form.set('title', 'A title');
      form.set('id', 'p10');
      answers[name] = await settled(async () => (action as Function)(form));
    }
    return answers;
  },

  async function({ path, modules }) {
    const run = modules.load(path)['default'] as Function;
    return settled(async () => run({ req: requestOf('GET'), res: responseOf().res }));
  },
};

const settled = (run: () => Promise<unknown>): Promise<unknown> => run().catch(endOf);

/** How a function ends that does not return. The words of a TypeError are the engine's. */
function endOf(error: unknown): unknown {
  if (error instanceof Ended) return error.how;
  if (error instanceof TypeError) return { throws: 'TypeError', because: error.message };
  return { throws: error instanceof Error ? error.message : error };
}

/**
 * Errors and instances as they are told apart; a field that is undefined is none, and the order of fields says nothing,
 * also where an object was printed.
 */
function plain(_: string, value: unknown): unknown {
  if (value instanceof Error) return endOf(value);
  if (typeof value === 'string' && value.startsWith('{')) return parsed(value);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) return { instance: value.constructor.name, ...value };
  return Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

function parsed(text: string): unknown {
  try {
    return { printed: JSON.parse(text) as unknown };
  } catch {
    return text;
  }
}

function refuseUndefined(key: string, value: unknown): unknown {
  if (value === undefined) throw new Error(`undefined can’t be serialized: ${key}`);
  return value;
}

/** The app's own provider around an element, as its layout has it. */
function within(modules: Modules, { files, app }: Run, element: ReactNode): ReactNode {
  const path = [...files.keys()].find((each) => /^(?:apps\/web\/)?parts\/providers\.[jt]sx$/.test(each));
  if (path !== undefined) return createElement(modules.load(path)['default'] as ComponentType, null, element);
  return app.router === 'app'
    ? createElement(modules.import('@clerk/nextjs')['ClerkProvider'] as ComponentType, null, element)
    : element;
}

async function rendered(element: ReactNode): Promise<string> {
  let failure: unknown;
  const stream = await renderToReadableStream(element, {
    onError: (error: unknown) => {
      failure ??= error;
    },
  }).catch((error: unknown) => {
    throw failure ?? error;
  });
  await stream.allReady;
  const html = await new Response(stream).text();
  if (failure !== undefined) throw failure;
  return html
    .replaceAll('<!-- -->', '')
    .replaceAll(/<script>.*?<\/script>/g, '')
    .replaceAll(/ (?:formAction|action)="javascript:[^"]*"/g, ' action');
}

/** A component in the browser: while it loads, when it is known who is there, and after a click on each of its buttons. */
async function shown(component: ComponentType, props: object, driven: Omit<Driven, 'path'>): Promise<unknown> {
  const { modules, world, run, document } = driven;
  const { createRoot } = await import('react-dom/client');
  const element = document.createElement('div');
  const root = createRoot(element, { onUncaughtError: (error: unknown) => void (failure ??= error) });
  let failure: unknown;
  const app = run.app.router === 'pages' && run.side === 'before' ? '_app' : undefined;
  const inner =
    app === undefined
      ? within(modules, run, createElement(component, props))
      : createElement(
          modules.import('next-auth/react')['SessionProvider'] as ComponentType,
          null,
          createElement(component, props),
        );
  const frames: unknown[] = [];
  const step = async (name: string, what: () => void) => {
    const from = world.log.length;
    await act(async () => {
      what();
      do await new Promise((done) => setImmediate(done));
      while (world.pending > 0);
    });
    if (failure !== undefined) throw failure;
    const thrown = reported.splice(0).map(endOf);
    frames.push({ [name]: element.html, did: world.log.slice(from), ...(thrown.length > 0 && { thrown }) });
  };
  world.load(true);
  try {
    await step('loading', () => root.render(inner));
    await step('known', () => world.load(false));
    for (let at = 0; at < Math.min(element.all('button').length, 4); at++)
      await step(`click on ${element.all('button')[at]?.textContent}`, () => element.all('button')[at]?.click());
    return frames;
  } finally {
    await act(async () => root.unmount());
  }
}

async function respond(modules: Modules, path: string, request: Request, world: World): Promise<Response> {
  try {
    const handler = modules.load(path)[request.method] as Function | undefined;
    if (!handler) return new Response(null, { status: 405 });
    const { NextRequest } = modules.import('next/server') as unknown as {
      NextRequest: new (request: Request) => Request;
    };
    return (await handler(new NextRequest(request), { params: Promise.resolve({ id: 'p10' }) })) as Response;
  } catch (error) {
    if (error instanceof Ended)
      return 'redirect' in error.how
        ? new Response(null, { status: 307, headers: { location: error.how.redirect } })
        : new Response(null, { status: error.how.status });
    world.log.push(`failed: ${error instanceof TypeError ? 'TypeError' : String(error)}`);
    return new Response(null, { status: 500 });
  }
}

async function seen(response: Response): Promise<unknown> {
  const text = await response.text();
  const isJson = response.headers.get('content-type')?.includes('json');
  const location = response.headers.get('location') ?? undefined;
  return { status: response.status, location, body: isJson ? JSON.parse(text) : text };
}

const requestOf = (method: string) => ({
  method,
  url: '/here',
  headers: {},
  cookies: {},
  query: { id: 'p10' },
  body: { title: 'A title', id: 'p10' },
});

/** A response of Pages API routes, and what was sent with it. */
function responseOf() {
  const sent: { status: number; body?: unknown; location?: string; headers: Record<string, unknown> } = {
    status: 200,
    headers: {},
  };
  const res = {
    status: (status: number) => {
      sent.status = status;
      return res;
    },
    json: (body: unknown) => {
      sent.body = body;
      return res;
    },
    send: (body: unknown) => {
      sent.body = body;
      return res;
    },
    end: (body?: unknown) => {
      sent.body = body;
      return res;
    },
    redirect: (...args: unknown[]) => {
      sent.status = args.length > 1 ? Number(args[0]) : 307;
      sent.location = String(args.at(-1));
      return res;
    },
    setHeader: (name: string, value: unknown) => {
      sent.headers[name.toLowerCase()] = value;
      return res;
    },
    getHeader: () => undefined,
  };
  return { res, sent };
}

async function callApi(handler: Function, method: string) {
  const { res, sent } = responseOf();
  const failure = await settled(async () => {
    await handler(requestOf(method), res);
    return undefined;
  });
  return failure === undefined ? sent : { ...sent, status: 500, body: failure };
}
