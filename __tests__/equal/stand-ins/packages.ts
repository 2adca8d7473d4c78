import { PERSONS, rowOf } from '../persons.js';
import type { World } from '../world.js';

type Values = Record<string, unknown>;

const matches = (row: Values, where: Values = {}): boolean =>
  Object.entries(where).every(([key, value]) => value !== undefined && row[key] === value);

/** A table of rows that answers as Prisma's client does. */
function table(world: World, name: string, rows: readonly Values[]): Values {
  const find = async ({ where }: { where?: Values } = {}) => rows.find((row) => matches(row, where)) ?? null;
  const written = (verb: string) => async (args: Values) => {
    world.log.push(`${verb} ${name} ${JSON.stringify(args)}`);
    return { id: 'new', ...(args['data'] as Values | undefined) };
  };
  return {
    findUnique: find,
    findFirst: find,
    findFirstOrThrow: find,
    findUniqueOrThrow: async (args: { where?: Values }) =>
      (await find(args)) ?? Promise.reject(new Error(`no such ${name}`)),
    findMany: async ({ where }: { where?: Values } = {}) => rows.filter((row) => matches(row, where)),
    count: async ({ where }: { where?: Values } = {}) => rows.filter((row) => matches(row, where)).length,
    create: written('create'),
    update: written('update'),
    delete: written('delete'),
    deleteMany: written('delete'),
  };
}

/** The app's data: a row for each person, and posts that hold its id. */
function prisma(world: World): Values {
  const posts = PERSONS.flatMap(({ id, name }, at) =>
    Array.from({ length: at + 1 }, (_, number) => ({
      id: `p${at}${number}`,
      authorId: id,
      title: `Note ${number + 1} of ${name ?? 'nobody'}`,
      published: number === 0,
    })),
  );
  class PrismaClient {
    user = table(world, 'user', PERSONS.map(rowOf));
    post = table(world, 'post', posts);
    audit = table(world, 'audit', []);
  }
  return { PrismaClient };
}

type Step = (params: { ctx: unknown; input?: unknown; next: (more?: { ctx?: unknown }) => unknown }) => unknown;

/** As much of tRPC as a router needs: contexts, middlewares that add to them, procedures that are called with them. */
function trpc(): Values {
  class TRPCError extends Error {
    readonly code: string;

    constructor({ code, message }: { code: string; message?: string }) {
      super(message ?? code);
      this.code = code;
    }
  }
  const procedure = (steps: readonly Step[]): Values => {
    const end = (resolver: (params: Values) => unknown) => async (ctx: unknown, input?: unknown) => {
      const run = async (at: number, current: unknown): Promise<unknown> => {
        const step = steps[at];
        if (!step) return resolver({ ctx: current, input });
        return step({
          ctx: current,
          input,
          next: (more) => run(at + 1, { ...(current as Values), ...(more?.ctx as Values) }),
        });
      };
      return run(0, ctx);
    };
    return {
      use: (step: Step) => procedure([...steps, step]),
      input: () => procedure(steps),
      query: end,
      mutation: end,
    };
  };
  const create = () => ({
    router: (routes: unknown) => routes,
    procedure: procedure([]),
    middleware: (step: Step) => step,
  });
  return { initTRPC: { create, context: () => ({ create }) }, TRPCError };
}

/** The packages besides Next.js, Auth.js and Clerk that the probes' apps ask for. */
export const packages = (world: World): Record<string, Values> => ({
  '@prisma/client': prisma(world),
  '@trpc/server': trpc(),
  'server-only': {},
  'client-only': {},
});
