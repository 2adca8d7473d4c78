import type { Augmentation } from '../../authjs/augmentation.js';
import { claimIn, isHelperType, ownTypeIn, type Helper } from '../helpers.js';
import {
  idOf,
  METADATA_CLAIM,
  metadataAnswer,
  ownFunctions,
  readOwnFields,
  takesMetadata,
  type OwnFields,
} from './session-metadata.js';
import { claims, claimsOf } from './session-claims.js';
import { SERVER_SIGN_OUT_IMPORTS, serverSignOut } from './sign-in-and-out.js';
import { accountFunction, answer, EXPIRES, readCallbacks } from './session-callbacks.js';
import { namesIn, sessionTypes, type CallbacksInput } from './session-types.js';

/** Marks a module as generated, so that a later run may add to it. */
export const MARKER = 'Made by authjs-clerk-codemod';

/** What the generated module has to offer, and how the app is written. */
export interface SessionModule {
  readonly helpers: ReadonlySet<Helper>;
  /** 'app': Next's async context; 'pages': the request is given; both where the app has both. */
  readonly forms: ReadonlySet<'app' | 'pages'>;
  readonly typescript: boolean;
  readonly style: 'v4' | 'v5';
  /** Whether Auth.js's release declared a person's id as always there. */
  readonly requiresId?: boolean;
  /** What the app's own types add; their imports are written as this module has to write them. */
  readonly augmentation: Augmentation;
  /** The app's own callbacks, where sessions hold fields of its own. */
  readonly callbacks?: CallbacksInput | undefined;
  /** The fields of the app's own that the public metadata hold, where no callback of its own fills them. */
  readonly own?: OwnFields | undefined;
  /** The module that writes a newcomer's row, as this one imports it, where that is done at the first request. */
  readonly users?: string | undefined;
  /** The types that an earlier run wrote, where there are some. */
  readonly earlier?: EarlierTypes | undefined;
}

interface EarlierTypes {
  readonly imports: string[];
  readonly types: string;
}

/** What asks Clerk who is signed in. */
const ASKING = ['getUserId', 'getUser', 'getSession', 'getToken', 'signOut'] as const;

const wants = (helpers: ReadonlySet<Helper>, ...names: Helper[]): boolean => names.some((name) => helpers.has(name));

/** Begins the part that a later run takes over as it is: what it was made from may be gone by then. */
const TYPES = '// The session’s types, as this app’s code knows them.';

/** The text of the module that the rewritten code asks for ids, people and sessions. */
export function sessionModule(module: SessionModule): string {
  const { helpers, forms, typescript } = module;
  const types = typescript && wantsTypes(helpers) ? typesOf(module) : undefined;
  const kept = helpers.has('getSession') ? (module.callbacks?.imports ?? []) : [];
  const writes = module.users !== undefined && wants(helpers, 'getUserId', 'getSession', 'getToken');
  const users = writes ? [`import { ensureUser } from "${module.users}";`] : [];
  const next = helpers.has('signOut') ? SERVER_SIGN_OUT_IMPORTS : [];
  const imports = [importOfClerk(module), ...next, ...users, ...kept, ...(types?.imports ?? [])].filter(Boolean);
  const parts = [[headerOf(module), ...imports].join('\n')];
  if (typescript && claimsOf(helpers).length > 0) parts.push(claims(module));
  if ([...helpers].every((helper) => claimIn(helper) !== undefined)) parts.push('export {};');
  if (typescript && forms.has('pages') && wants(helpers, ...ASKING))
    parts.push('type Request = Parameters<typeof getAuth>[0];');
  if (helpers.has('getUserId')) parts.push(userIdFunction(module));
  if (helpers.has('getUser')) parts.push(userFunction(module));
  if (helpers.has('getSession')) parts.push(sessionFunction(module));
  if (helpers.has('getSession') && module.callbacks?.account)
    parts.push(accountFunction(module.callbacks.account, typescript));
  if (helpers.has('getSession') && module.own) parts.push(...ownFunctions(module.own, typescript));
  if (helpers.has('getToken')) parts.push(tokenFunction(module));
  if (wants(helpers, 'getSession', 'getToken')) parts.push(profileFunction(module));
  if (helpers.has('signOut')) parts.push(serverSignOut(typescript));
  if (types) parts.push(`${TYPES}\n\n${types.text}`);
  return `${parts.join('\n\n')}\n`;
}

const wantsTypes = (helpers: ReadonlySet<Helper>): boolean =>
  [...helpers].some(
    (helper) =>
      isHelperType(helper) || ownTypeIn(helper) !== undefined || helper === 'getSession' || helper === 'getToken',
  );

const headerOf = ({ helpers, forms }: SessionModule): string =>
  `// ${MARKER}: ${[...helpers].toSorted().join(', ')} (${[...forms].toSorted().join(', ')}).`;

function importOfClerk({ helpers, forms, typescript }: SessionModule): string {
  if (!wants(helpers, ...ASKING)) return '';
  const names = [...(forms.has('app') ? ['auth'] : []), 'clerkClient', ...(forms.has('pages') ? ['getAuth'] : [])];
  const type = typescript && helpers.has('getUser') ? ', type User as ClerkUser' : '';
  return `import { ${names.toSorted().join(', ')}${type} } from "@clerk/nextjs/server";`;
}

/** The types that the helpers need; those of an earlier run stay as they are, since what they were made from may be gone. */
function typesOf({
  helpers,
  style,
  augmentation,
  callbacks,
  own,
  earlier,
  requiresId = style === 'v4',
}: SessionModule) {
  const hasSession = helpers.has('getSession');
  const types = sessionTypes({
    wanted: new Set([
      ...[...helpers].filter(isHelperType),
      ...(hasSession ? (['Session'] as const) : []),
      ...(helpers.has('getToken') ? (['JWT'] as const) : []),
    ]),
    wantedOwn: [...helpers].flatMap((helper) => ownTypeIn(helper) ?? []),
    widened: augmentation.interfaces,
    locals: augmentation.local,
    imported: augmentation.imports.map(({ local }) => local),
    style,
    requiresId,
    callbacks: hasSession ? callbacks : undefined,
    hasNumericId: own?.hasNumericId ?? false,
  });
  const before = earlier?.types.trim() ?? '';
  const isThere = (name: string) => new RegExp(`^(?:export )?(?:interface|type|enum) ${name}\\b`, 'm').test(before);
  const added = types.filter(({ name }) => !isThere(name)).map(({ text }) => text);
  return {
    imports: [...(earlier?.imports ?? []), ...typeImports(augmentation, added.join('\n'), earlier?.imports ?? [])],
    text: [before, ...added].filter(Boolean).join('\n\n'),
  };
}

/** One import a module, with all of its names that the types mention. */
function typeImports({ imports }: Augmentation, types: string, earlier: readonly string[]): string[] {
  const imported = new Set(namesIn(earlier.join('\n')));
  const mentioned = new Set(namesIn(types).filter((name) => !imported.has(name)));
  const named = new Map<string, string[]>();
  const whole: string[] = [];
  for (const { local, imported: name, source } of imports) {
    if (!mentioned.has(local)) continue;
    if (name === 'default') whole.push(`import type ${local} from "${source}";`);
    else if (name === '*') whole.push(`import type * as ${local} from "${source}";`);
    else named.set(source, [...(named.get(source) ?? []), name === local ? local : `${name} as ${local}`]);
  }
  return [
    ...whole,
    ...[...named].map(([source, names]) => `import type { ${names.toSorted().join(', ')} } from "${source}";`),
  ];
}

/** How a function of the module gets at the request. */
function access({ forms, typescript }: SessionModule): { parameter: string; asked: string } {
  const [app, pages] = [forms.has('app'), forms.has('pages')];
  const type = typescript ? `${app ? '?' : ''}: Request` : '';
  return {
    parameter: pages ? `req${type}` : '',
    asked: pages ? (app ? 'req ? getAuth(req) : await auth()' : 'getAuth(req)') : 'await auth()',
  };
}

function userIdFunction(module: SessionModule): string {
  const { parameter, asked } = access(module);
  return `/** The id that this app's tables hold: the former id of a migrated user, Clerk's id of a new one. */
export async function getUserId(${parameter})${module.typescript ? ': Promise<string | null>' : ''} {
  const { userId, sessionClaims } = ${asked};
  if (!userId) return null;
${lines(newcomersId(module))}  if (sessionClaims.userId) return sessionClaims.userId;
  const user = await (await clerkClient()).users.getUser(userId); // until the claim is configured
  return user.externalId ?? user.id;
}`;
}

/** Whoever has a former id has a row; of anybody else no webhook may have told yet. */
const newcomersId = ({ users }: SessionModule): string[] =>
  users === undefined
    ? []
    : [
        'if (sessionClaims.userId && sessionClaims.userId !== userId) return sessionClaims.userId;',
        'const newcomer = await ensureUser(userId); // nobody may have written the row yet',
        'if (newcomer) return String(newcomer.id);',
      ];

/** The same where the claims' id is called `id`. */
const newcomer = ({ users }: SessionModule): { line: string[]; id: string } =>
  users === undefined
    ? { line: [], id: 'profile.id' }
    : {
        line: [
          'const newcomer = id && id !== userId ? null : await ensureUser(userId); // nobody may have written the row yet',
        ],
        id: 'newcomer ? String(newcomer.id) : profile.id',
      };

const lines = (statements: readonly string[]): string => statements.map((each) => `  ${each}\n`).join('');

function userFunction(module: SessionModule): string {
  const { parameter, asked } = access(module);
  return `/** The person who is signed in, from Clerk's API. */
export async function getUser(${parameter})${module.typescript ? ': Promise<ClerkUser | null>' : ''} {
  const { userId } = ${asked};
  return userId ? (await clerkClient()).users.getUser(userId) : null;
}`;
}

function sessionFunction(module: SessionModule): string {
  const { parameter, asked } = access(module);
  const { own, typescript } = module;
  const row = newcomer(module);
  const [more, ready] = own && takesMetadata(own) ? [`, ${METADATA_CLAIM}`, `id && ${METADATA_CLAIM}`] : ['', 'id'];
  return `/** From the session token where its claims are configured, otherwise from Clerk's API. */
export async function getSession(${parameter})${typescript ? ': Promise<Session | null>' : ''} {
  const { userId, sessionClaims } = ${asked};
  if (!userId) return null;
  const { userId: id, name, email, image, hasImage${more} } = sessionClaims;
  const profile = ${ready} ? { id, name, email, image: hasImage ? image : null${more} } : await fetchProfile(userId); // until the claims are configured
${lines(row.line)}  const user = { id: ${idOf(row.id, own)}, name: profile.name ?? null, email: profile.email ?? null, image: profile.image ?? null };
${own ? metadataAnswer(own, EXPIRES, typescript) : answer(module)}
}`;
}

/** For apps whose callbacks put nothing into the token: that is known to whoever asks for it. */
function tokenFunction(module: SessionModule): string {
  const { parameter, asked } = access(module);
  const row = newcomer(module);
  return `/** What Auth.js's token held, from the session token where its claims are configured, otherwise from Clerk's API. */
export async function getToken(${parameter})${module.typescript ? ': Promise<JWT | null>' : ''} {
  const { userId, sessionClaims } = ${asked};
  if (!userId) return null;
  const { userId: id, name, email, image, hasImage, iat, exp } = sessionClaims;
  const profile = id ? { id, name, email, image: hasImage ? image : null } : await fetchProfile(userId); // until the claims are configured
${lines(row.line)}  return { name: profile.name ?? null, email: profile.email ?? null, picture: profile.image ?? null, sub: ${row.id}, iat, exp };
}`;
}

function profileFunction({ typescript, helpers, own }: SessionModule): string {
  const metadata = own && takesMetadata(own) && helpers.has('getSession') ? ', metadata: user.publicMetadata' : '';
  return `async function fetchProfile(userId${typescript ? ': string' : ''}) {
  const user = await (await clerkClient()).users.getUser(userId);
  return { id: user.externalId ?? user.id, name: user.fullName, email: user.primaryEmailAddress?.emailAddress, image: user.hasImage ? user.imageUrl : null${metadata} };
}`;
}

/** What an earlier run has put into the module; undefined where the file is the app's own. */
export function readSessionModule(
  text: string,
): Pick<SessionModule, 'helpers' | 'forms' | 'callbacks' | 'own' | 'users' | 'earlier'> | undefined {
  const header = new RegExp(`^// ${MARKER}: ([\\w, ]+) \\(([\\w, ]*)\\)`).exec(text);
  if (!header) return undefined;
  const plain = text.replaceAll('\r\n', '\n');
  const at = plain.indexOf(TYPES);
  return {
    helpers: new Set(header[1]!.split(', ') as Helper[]),
    forms: new Set(header[2]!.split(', ').filter(Boolean) as ('app' | 'pages')[]),
    callbacks: readCallbacks(plain),
    own: readOwnFields(plain),
    users: /^import \{ ensureUser \} from ["'](.+)["']/m.exec(plain)?.[1],
    earlier:
      at < 0 ? undefined : { imports: plain.match(/^import type .*$/gm) ?? [], types: plain.slice(at + TYPES.length) },
  };
}
