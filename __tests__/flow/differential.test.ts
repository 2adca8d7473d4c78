import { array, assert, asyncProperty, constantFrom, letrec, oneof, tuple } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runChain, type FixtureOptions } from '../helpers/chain.js';

/** Somebody as Auth.js and as Clerk know them. */
interface Person {
  readonly id: string;
  readonly name: string | null;
  readonly email: string | null;
  readonly image: string;
}

const WHOLE: Person = { id: 'u1', name: 'Ada', email: 'ada@example.com', image: '/ada.png' };
/** An image is left to the fixtures: one that nothing tests is there all the same at Clerk. */
const PARTIAL: Person = { id: 'u2', name: null, email: null, image: '/u2.png' };

const clerkUser = ({ id, name, email, image }: Person) => ({
  id,
  externalId: null,
  fullName: name,
  primaryEmailAddress: email === null ? null : { emailAddress: email },
  imageUrl: image,
  hasImage: true,
});

const UNDEFINED = 'void';

const text = (...values: string[]) => constantFrom(...values);

/** Code over `session`, as text: every shape that is followed, in every context, in any mixture. */
const { test, value } = letrec<{ test: string; value: string }>((tie) => {
  const field = text('id', 'name', 'email', 'image');
  const read = tuple(
    text('session?.user?.', 'session?.user.', 'session.user?.', 'session.user.', "session?.['user']?."),
    field,
  ).map(([path, name]) => path + name);
  const compared = tuple(oneof(read, text('session', 'session?.user')), text('==', '!=')).map(
    ([left, operator]) => `${left} ${operator} null`,
  );
  const inner = tie('test');
  const any = tie('value');
  return {
    test: oneof(
      { depthSize: 'small', withCrossShrink: true },
      text('session', 'session?.user', 'flag'),
      read,
      compared,
      inner.map((a) => `!(${a})`),
      tuple(inner, text('&&', '||'), inner).map((parts) => parts.join(' ')),
      inner.map((a) => `(${a})`),
    ),
    value: oneof(
      { depthSize: 'small', withCrossShrink: true },
      read,
      text("'k'", 'flag', 'session === null', 'session !== null'),
      inner.map((a) => `!!(${a})`),
      inner.map((a) => `Boolean(${a})`),
      tuple(inner, any, any).map(([a, b, c]) => `(${a} ? ${b} : ${c})`),
      tuple(inner, any).map(([a, b]) => `((${a}) && ${b})`),
      any.map((b) => `(session && ${b})`),
      any.map((b) => `(session && session.user && ${b} || flag)`),
      tuple(read, text('??', '||'), any).map(([a, operator, b]) => `(${a} ${operator} ${b})`),
      any.map((a) => `\`<\${${a}}>\``),
      tuple(any, any).map(([a, b]) => `[${a}, ${b}]`),
      tuple(inner, any).map(([a, b]) => `({ ...((${a}) && { a: 1 }), b: ${b} })`),
      any.map((a) => `(() => ${a})()`),
      read.map((a) => `typeof ${a}`),
    ),
  };
});

const name = text('id', 'name', 'email', 'image');
const statement = oneof(
  tuple(test, value).map(([a, b]) => `if (${a}) return ${b};`),
  test.map((a) => `if (${a}) throw new Error('out');`),
  text('if (!session) return 0;', 'if (!session?.user?.id) return 0;', 'if (session == null || flag) return 1;'),
  tuple(text('?.', '.'), name).map(
    ([dot, each]) => `{ const ${each} = session${dot}user${dot}${each}; if (!${each}) return 2; log(${each}); }`,
  ),
  tuple(text('session?.user', 'session.user'), name).map(
    ([path, each]) => `{ const user = ${path}; if (user) log(user.${each}, user?.image ?? 'none'); }`,
  ),
  text('{ const { user } = session; log(user.name) }', '{ const { id, image } = session.user; log(id, image || 0) }'),
);
const body = tuple(array(statement, { maxLength: 3 }), value).map(([list, last]) =>
  [...list, `return ${last};`].join('\n  '),
);

/** What a function does: what it logs, and what it returns or that it throws. */
async function outcome(code: string, known: Readonly<Record<string, unknown>>): Promise<string> {
  const logged: unknown[] = [];
  const plain = code.replace(/^import .*$/gm, '').replace('export ', '');
  const names = ['log', ...Object.keys(known)];
  const run = new Function(...names, `${plain}\nreturn run;`)(
    (...values: unknown[]) => void logged.push(values),
    ...Object.values(known),
  ) as (flag: boolean) => unknown;
  const results: unknown[] = [];
  for (const flag of [true, false]) {
    try {
      results.push(await run(flag));
    } catch {
      results.push('throws');
    }
  }
  return JSON.stringify([logged, results], (_, each: unknown) => (each === undefined ? UNDEFINED : each));
}

/** An email that is missing is null to Auth.js and undefined to Clerk. */
const alike = (result: string): string =>
  result.replaceAll('"void"', 'null').replaceAll(/\b(?:object|undefined|null)\b/g, 'none');

async function compare(
  code: string,
  options: FixtureOptions,
  before: Readonly<Record<string, unknown>>,
  after: Readonly<Record<string, unknown>>,
  isExact: boolean,
): Promise<boolean> {
  const { text: written, sites } = runChain('run.js', code, options);
  if (sites.some(({ outcome: each }) => each === 'manual')) return false;
  const [old, now] = [await outcome(code, before), await outcome(written!, after)];
  const normal = (each: string) => (isExact ? each : alike(each));
  // A component that throws while nobody is signed in may show as much as one that does not.
  if (options.path === undefined && old.includes('"throws"')) return false;
  if (normal(old) !== normal(now)) throw new Error(`${code}${old}\n${written}${now}`);
  return true;
}

describe('a rewritten function does what the original did', () => {
  it.each(['clerk', 'external'] as const)('on the server, ids of %s', async (userIds) => {
    let rewritten = 0;
    await assert(
      asyncProperty(body, async (lines) => {
        const code = `import { auth } from '@/auth';\nexport async function run(flag) {\n  const session = await auth();\n  ${lines}\n}\n`;
        for (const person of [null, WHOLE, PARTIAL]) {
          const user = person && clerkUser(person);
          const after = {
            auth: async () => ({ isAuthenticated: person !== null, userId: person?.id ?? null }),
            currentUser: async () => user,
            getUserId: async () => person?.id ?? null,
          };
          const before = { auth: async () => person && { user: person } };
          const options = { path: 'lib/run.js', userIds, modules: { '@/auth': ['auth'] } };
          rewritten += Number(await compare(code, options, before, after, person === WHOLE));
        }
      }),
      { numRuns: Number(process.env['RUNS'] ?? 300), seed: 7 },
    );
    expect(rewritten).toBeGreaterThan(100);
  });

  it('in the browser, while it loads too', async () => {
    let rewritten = 0;
    const status = text(
      "status === 'loading'",
      "status !== 'authenticated'",
      "'unauthenticated' === status",
      "status != 'unauthenticated'",
    );
    await assert(
      asyncProperty(body, array(tuple(status, value), { maxLength: 2 }), async (lines, states) => {
        const guards = states.map(([a, b]) => `if (${a} || flag) return ${b};\n  log(${a});\n  `).join('');
        const code = `import { useSession } from 'next-auth/react';\nexport function run(flag) {\n  const { data: session, status } = useSession();\n  ${guards}${lines.replaceAll(/session (===|!==) null/g, 'session $1 undefined')}\n}\n`;
        for (const person of [undefined, null, WHOLE, PARTIAL]) {
          const user = person && clerkUser(person);
          const hook = {
            isLoaded: person !== undefined,
            isSignedIn: person === undefined ? undefined : person !== null,
          };
          const after = {
            useUser: () => ({ ...hook, user }),
            useAuth: () => ({ ...hook, userId: person && person.id }),
          };
          const states = person === undefined ? 'loading' : person ? 'authenticated' : 'unauthenticated';
          const before = { useSession: () => ({ data: person && { user: person }, status: states }) };
          rewritten += Number(await compare(code, {}, before, after, person === WHOLE));
        }
      }),
      { numRuns: Number(process.env['RUNS'] ?? 300), seed: 7 },
    );
    expect(rewritten).toBeGreaterThan(100);
  });
});
