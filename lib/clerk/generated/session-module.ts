import type { Helper } from '../helpers.js';

/** Marks a module as generated, so that a later run may add to it. */
export const MARKER = 'Made by authjs-clerk-codemod';

/** What the generated module has to offer, and how the app is written. */
export interface SessionModule {
  readonly helpers: ReadonlySet<Helper>;
  /** 'app': Next's async context; 'pages': the request is given; both where the app has both. */
  readonly forms: ReadonlySet<'app' | 'pages'>;
  readonly typescript: boolean;
}

/** The text of the module that the rewritten code asks for ids and people. */
export function sessionModule({ helpers, forms, typescript }: SessionModule): string {
  const [app, pages] = [forms.has('app'), forms.has('pages')];
  const type = (text: string) => (typescript ? text : '');
  const request = pages ? (app ? `req${type('?: Request')}` : `req${type(': Request')}`) : '';
  const asked = pages ? (app ? 'req ? getAuth(req) : await auth()' : 'getAuth(req)') : 'await auth()';
  const imports = [...(app ? ['auth'] : []), 'clerkClient', ...(pages ? ['getAuth'] : [])].toSorted();
  const types = typescript && helpers.has('getUser') ? ', type User' : '';
  const parts = [
    `// ${MARKER}: ${[...helpers].toSorted().join(', ')} (${[...forms].toSorted().join(', ')}).\nimport { ${imports.join(', ')}${types} } from "@clerk/nextjs/server";\n`,
  ];
  if (typescript && helpers.has('getUserId')) parts.push(CLAIMS);
  if (typescript && pages) parts.push('type Request = Parameters<typeof getAuth>[0];\n');
  if (helpers.has('getUserId')) {
    parts.push(`/** The id that this app's tables hold: the former id of a migrated user, Clerk's id of a new one. */
export async function getUserId(${request})${type(': Promise<string | null>')} {
  const { userId, sessionClaims } = ${asked};
  if (!userId) return null;
  if (sessionClaims.userId) return sessionClaims.userId;
  const user = await (await clerkClient()).users.getUser(userId); // until the claim is configured
  return user.externalId ?? user.id;
}
`);
  }
  if (helpers.has('getUser')) {
    parts.push(`/** The person who is signed in, from Clerk's API. */
export async function getUser(${request})${type(': Promise<User | null>')} {
  const { userId } = ${asked};
  return userId ? (await clerkClient()).users.getUser(userId) : null;
}
`);
  }
  return parts.join('\n');
}

const CLAIMS = `declare global {
  interface CustomJwtSessionClaims {
    /** {{user.external_id || user.id}}, see clerk.patch.json */
    userId?: string;
  }
}
`;

/** What an earlier run has put into the module; undefined where the file is the app's own. */
export function readSessionModule(text: string): Pick<SessionModule, 'helpers' | 'forms'> | undefined {
  const header = new RegExp(`^// ${MARKER}: ([\\w, ]+) \\(([\\w, ]+)\\)`).exec(text);
  if (!header) return undefined;
  return {
    helpers: new Set(header[1]!.split(', ') as Helper[]),
    forms: new Set(header[2]!.split(', ') as ('app' | 'pages')[]),
  };
}
