import ts from 'typescript';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { clientModule, readClientModule } from '../../lib/clerk/generated/client-module.js';
import { MiniReact } from './mini-react.js';

interface Session {
  user: { name: string; role: string };
  expires: string;
}
interface Result {
  data: Session | null;
  status: string;
  update(data?: unknown): Promise<Session | null>;
}
interface Generated {
  useSession(options?: { required: boolean; onUnauthenticated?: () => void }): Result;
  getSession(): Promise<Session | null>;
}

const HELPERS = new Set(['useSession', 'getBrowserSession'] as const);
const EXPIRES = '2030-01-01T00:00:00.000Z';

/** One browser: Clerk, the app's server, and the generated module between them. */
class Browser {
  readonly react = new MiniReact();
  readonly redirectToSignIn = vi.fn<() => void>();
  readonly tokens: unknown[] = [];
  readonly addresses = new Set<string>();
  readonly questions: { token: string | undefined; answer: (session: object | null) => void; fail: () => void }[] = [];
  readonly generated: Generated;
  #user: { updatedAt: Date; reload: () => Promise<void> } | undefined;
  #session: object | null | undefined;

  constructor(typescript: boolean, secrets: readonly string[] = []) {
    const text = clientModule({ helpers: HELPERS, typescript, types: './clerk-session', hook: 'endpoint', secrets });
    const code = ts.transpileModule(text, { compilerOptions: { module: ts.ModuleKind.CommonJS, target: 9 } });
    const clerk = {
      useClerk: () => ({ redirectToSignIn: this.redirectToSignIn }),
      useUser: () => ({ user: this.#user }),
      useSession: () => ({ isLoaded: this.#session !== undefined, session: this.#session }),
    };
    const module = { exports: {} };
    // oxlint-disable-next-line no-implied-eval -- the generated module, run against stand-ins
    new Function('require', 'exports', 'module', code.outputText)(
      (name: string) => (name === 'react' ? this.react.module : clerk),
      module.exports,
      module,
    );
    this.generated = module.exports as Generated;
    vi.stubGlobal('fetch', (address: string, init?: { headers: { Authorization: string } }) => {
      this.addresses.add(address);
      return new Promise((resolve) => {
        const respond = (ok: boolean, session: object | null) => resolve({ ok, json: async () => session });
        this.questions.push({
          token: init?.headers.Authorization,
          answer: (session) => respond(true, session),
          fail: () => respond(false, null),
        });
      });
    });
  }

  /** Clerk has loaded, and somebody is signed in, or nobody. */
  is(id: string | null, updatedAt = 1): void {
    this.#user = id === null ? undefined : { updatedAt: new Date(updatedAt), reload: async () => {} };
    const getToken = async (options: unknown) => (this.tokens.push(options), `token of ${id}`);
    this.#session = id === null ? null : { id, expireAt: new Date(EXPIRES), getToken };
    this.react.render();
  }
}

const settled = () => new Promise((resolve) => setTimeout(resolve, 0));
const ADMIN = { user: { name: 'Ada', role: 'admin' }, expires: 'in a minute' };
const SEEN = { ...ADMIN, expires: EXPIRES };

describe.each([true, false])('the generated hook that asks the app’s own route (TypeScript: %s)', (typescript) => {
  let browser: Browser;
  const events = new Map<string, () => void>();
  const look = () => [...events.values()].forEach((listener) => listener());

  beforeEach(() => {
    let next = 0;
    const names = new Map<() => void, string>();
    vi.stubGlobal('document', {
      visibilityState: 'visible',
      addEventListener: (name: string, listener: () => void) => {
        names.set(listener, `${name} ${next++}`);
        events.set(names.get(listener)!, listener);
      },
      removeEventListener: (_: string, listener: () => void) => events.delete(names.get(listener)!),
    });
    vi.stubGlobal('window', {});
    browser = new Browser(typescript);
  });
  afterEach(() => {
    events.clear();
    vi.unstubAllGlobals();
  });

  it('is loading until the server has answered, once for all components', async () => {
    const components = [1, 2, 3].map(() => browser.react.mount(() => browser.generated.useSession()));
    browser.is('s1');
    await settled();
    expect(browser.questions.map(({ token }) => token)).toEqual(['Bearer token of s1']);
    expect([...browser.addresses]).toEqual(['/api/clerk-session']);
    expect(components.map(({ last }) => last.status)).toEqual(['loading', 'loading', 'loading']);
    browser.questions[0]!.answer(ADMIN);
    await settled();
    for (const { last, seen } of components) {
      expect(last).toMatchObject({ status: 'authenticated', data: SEEN });
      expect(seen.map(({ status }) => status)).not.toContain('unauthenticated');
    }
    expect(browser.questions).toHaveLength(1);
  });

  it('tells that nobody is signed in, without a question', async () => {
    const { last } = browser.react.mount(() => browser.generated.useSession());
    expect(last).toMatchObject({ status: 'loading', data: undefined });
    const component = browser.react.mount(() => browser.generated.useSession());
    browser.is(null);
    await settled();
    expect(component.last).toMatchObject({ status: 'unauthenticated', data: null });
    expect(await component.last.update()).toBeNull();
    expect(browser.questions).toHaveLength(0);
  });

  it('tells who reads what the server alone knows, and goes on as before', async () => {
    browser = new Browser(typescript, ['user.role']);
    const component = browser.react.mount(() => browser.generated.useSession());
    browser.is('s1');
    await settled();
    browser.questions[0]!.answer({ user: { name: 'Ada' }, expires: 'in a minute' });
    await settled();
    const session = component.last.data!;
    expect({ ...session.user, expires: session.expires }).toEqual({ name: 'Ada', expires: EXPIRES });
    expect(() => session.user.role).toThrow(/The session has no role any more\. On the server/);
    const asked = browser.generated.getSession();
    await settled();
    browser.questions[1]!.answer({ user: { name: 'Ada' }, expires: 'soon' });
    await expect(asked.then((own) => own!.user.role)).rejects.toThrow(/no role any more/);
  });

  it('forgets at once who has signed out, whatever is answered later', async () => {
    const component = browser.react.mount(() => browser.generated.useSession());
    browser.is('s1');
    await settled();
    browser.questions[0]!.answer(ADMIN);
    await settled();
    look();
    await settled();
    browser.is(null);
    expect(component.last).toMatchObject({ status: 'unauthenticated', data: null });
    browser.questions[1]!.answer(ADMIN);
    await settled();
    expect(component.last).toMatchObject({ status: 'unauthenticated', data: null });
    browser.is('s2');
    expect(component.last).toMatchObject({ status: 'loading', data: undefined });
    await settled();
    expect(browser.questions.at(-1)!.token).toBe('Bearer token of s2');
  });

  it('asks anew for a user who has changed, with a fresh token, and shows what it knew meanwhile', async () => {
    const component = browser.react.mount(() => browser.generated.useSession());
    browser.is('s1');
    await settled();
    browser.questions[0]!.answer(ADMIN);
    await settled();
    browser.is('s1', 2);
    await settled();
    expect(component.last).toMatchObject({ status: 'authenticated', data: SEEN });
    expect(browser.tokens).toEqual([{ skipCache: false }, { skipCache: true }]);
    browser.questions[1]!.answer({ ...ADMIN, user: { name: 'Ada L.', role: 'admin' } });
    await settled();
    expect(component.last.data?.user.name).toBe('Ada L.');
  });

  it('asks anew when the page is looked at, and keeps the very object where nothing has changed', async () => {
    const [component] = [1, 2].map(() => browser.react.mount(() => browser.generated.useSession()));
    browser.is('s1');
    await settled();
    browser.questions[0]!.answer(ADMIN);
    await settled();
    const before = component!.last.data;
    look();
    await settled();
    expect(browser.questions).toHaveLength(2);
    browser.questions[1]!.answer({ ...ADMIN, expires: 'a minute later' });
    await settled();
    expect(component!.last.data).toBe(before);
  });

  it('keeps what it knew where the server fails, and takes a first failure for nobody', async () => {
    const component = browser.react.mount(() => browser.generated.useSession());
    browser.is('s1');
    await settled();
    browser.questions[0]!.fail();
    await settled();
    expect(component.last).toMatchObject({ status: 'unauthenticated', data: null });
    look();
    await settled();
    browser.questions[1]!.answer(ADMIN);
    await settled();
    look();
    await settled();
    browser.questions[2]!.fail();
    await settled();
    expect(component.last).toMatchObject({ status: 'authenticated', data: SEEN });
  });

  it('gives update() the session as it is now; an older answer that comes late changes nothing', async () => {
    const component = browser.react.mount(() => browser.generated.useSession());
    browser.is('s1');
    await settled();
    browser.questions[0]!.answer(ADMIN);
    await settled();
    look();
    await settled();
    const updated = component.last.update();
    await settled();
    browser.questions[2]!.answer({ ...ADMIN, user: { name: 'Ada', role: 'owner' } });
    expect((await updated)?.user.role).toBe('owner');
    browser.questions[1]!.answer(ADMIN);
    await settled();
    expect(component.last.data?.user.role).toBe('owner');
  });

  it('shows whoever is signed out as loading where a session is required, and sends them away once', async () => {
    const onUnauthenticated = vi.fn<() => void>();
    const component = browser.react.mount(() => browser.generated.useSession({ required: true }));
    const other = browser.react.mount(() => browser.generated.useSession({ required: true, onUnauthenticated }));
    browser.is(null);
    browser.react.render();
    expect([component.last.status, other.last.status]).toEqual(['loading', 'loading']);
    expect(browser.redirectToSignIn).toHaveBeenCalledOnce();
    expect(onUnauthenticated).toHaveBeenCalledOnce();
    browser.is('s1');
    await settled();
    browser.questions[0]!.answer(null); // Clerk knows them, the app does not
    await settled();
    expect(component.last.status).toBe('loading');
    expect(browser.redirectToSignIn).toHaveBeenCalledOnce();
  });

  it('answers outside of components, by the cookie until Clerk has loaded', async () => {
    const first = browser.generated.getSession();
    await settled();
    expect(browser.questions[0]!.token).toBeUndefined();
    browser.questions[0]!.answer(ADMIN);
    expect(await first).toEqual(ADMIN);
    vi.stubGlobal('window', { Clerk: { session: { getToken: async () => 'fresh' } } });
    const second = browser.generated.getSession();
    await settled();
    expect(browser.questions[1]!.token).toBe('Bearer fresh');
    browser.questions[1]!.fail();
    expect(await second).toBeNull();
  });
});

describe('a client’s part that a later run adds to', () => {
  it.each(['profile', 'endpoint'] as const)('is read as it was written: %s', (hook) => {
    for (const typescript of [true, false]) {
      const module = { helpers: HELPERS, typescript, types: './clerk-session', hook };
      const text = clientModule(module);
      expect(clientModule({ ...module, ...readClientModule(text) })).toBe(text);
      expect(text.includes('import type')).toBe(typescript);
    }
  });

  it('asks below the app’s own basePath', () => {
    const module = { helpers: HELPERS, typescript: true, types: './clerk-session', hook: 'endpoint' } as const;
    const text = clientModule({ ...module, hasBasePath: true });
    expect(text).toContain('const ENDPOINT = `${process.env.__NEXT_ROUTER_BASEPATH ?? ""}/api/clerk-session`;');
    expect(readClientModule(text)).toEqual({ helpers: HELPERS, hook: 'endpoint', own: undefined, secrets: [] });
  });

  it('is none of the app’s own modules', () => {
    expect(readClientModule('"use client";\nexport const useSession = () => null;\n')).toBeUndefined();
  });
});
