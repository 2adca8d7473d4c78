import { USER_COLUMNS, type UserColumn, type UserEvent, type UserTable } from '../user-table.js';
import { MARKER } from './session-module.js';
import { queriesOf, type Queries, type UserStore } from './users-queries.js';

/** What the generated module writes, and how the app is written. */
export interface UsersModule {
  readonly store: UserStore;
  readonly table: UserTable;
  readonly typescript: boolean;
  /** Whether the app's code sees Clerk's ids alone (`--user-ids clerk`): a row has to bear it then. */
  readonly ids: 'external' | 'clerk';
  /** The app's own code that ran on Auth.js's events: the module that has it, and which events. */
  readonly events?: { readonly module: string; readonly names: readonly UserEvent[] } | undefined;
}

/** What of Clerk's user becomes a column. */
const SOURCES: Readonly<Record<Exclude<UserColumn, 'emailVerified'>, string>> = {
  name: 'person.fullName',
  email: 'address?.verification?.status === "verified" ? address.emailAddress : null',
  image: 'person.hasImage ? person.imageUrl : null',
};

/** The first line, by which a later run knows its own. */
export const USERS_HEADER = `// ${MARKER}: users`;

/** The text of the module that gives people who sign in through Clerk the row that Auth.js's adapter wrote. */
export function usersModule(module: UsersModule): string {
  const queries = queriesOf(module.store, module.table, module.typescript);
  const parts = [
    [
      USERS_HEADER,
      `import { isClerkAPIResponseError } from "@clerk/nextjs/errors";`,
      `import { clerkClient${module.typescript ? ', type User as ClerkUser' : ''} } from "@clerk/nextjs/server";`,
      ...queries.imports,
      ...(module.events ? [`import { userEvents } from "${module.events.module}";`] : []),
    ].join('\n'),
    ...(module.typescript ? [TYPES] : []),
    ...(module.typescript && module.events ? [EVENT_TYPES] : []),
    syncFunction(module),
    ensureFunction(module),
    ...(hears(module, 'signIn') ? [signedInFunction(module)] : []),
    ...(deletesRows(module) ? [deleteFunction(module, queries)] : []),
    profileFunction(module),
    queries.reads.slice(0, findsByEmail(module) ? 2 : 1).join('\n'),
    findFunction(module),
    insertFunction(module, queries),
    updateFunction(module, queries),
    ...(module.ids === 'external' ? [linkFunction(module)] : []),
    clerkUserFunction(module),
    ...(findsByEmail(module) ? [ownerFunction(module)] : []),
  ];
  return `${parts.join('\n\n')}\n`;
}

/** What the code of events is given, for TypeScript. */
const EVENT_TYPES = `/** What the app’s own code is told of. */
export interface UserEvents {
  createUser?(message: { user: Row }): unknown;
  updateUser?(message: { user: Row }): unknown;
  linkAccount?(message: { user: Row; account: { provider: string; type: string; providerAccountId: string } }): unknown;
  signIn?(message: { user: Row }): unknown;
}`;

const hears = ({ events }: UsersModule, name: UserEvent): boolean => events?.names.includes(name) ?? false;

/** A row goes with its user where no data of the app's own refers to it. */
export const deletesRows = ({ table }: Pick<UsersModule, 'table'>): boolean => table.dependents.length === 0;

const has = ({ table }: UsersModule, column: UserColumn): boolean => table.columns.has(column);
const findsByEmail = (module: UsersModule): boolean => module.ids === 'external' && has(module, 'email');
const typed = ({ typescript }: UsersModule, text: string): string => (typescript ? text : '');
const ROW = 'Row';
const PROFILE = 'Profile';
/** What a row and a profile are, for TypeScript. */
const TYPES = `type Row = NonNullable<Awaited<ReturnType<typeof rowById>>>;\ntype Profile = ReturnType<typeof profileOf>;`;

function syncFunction(module: UsersModule): string {
  const needsEmail = module.table.columns.get('email') === 'needed';
  return [
    '/**',
    ' * Brings the row of a person up to date, and writes it where there is none. It asks Clerk what holds now: events may',
    ' * come twice, late and in another order, and change nothing wrong.',
    ' * @returns null where Clerk knows nobody by this id any more',
    ' */',
    `export async function syncUser(userId${typed(module, ': string')})${typed(module, `: Promise<${ROW} | null>`)} {`,
    '  const person = await clerkUserOf(userId);',
    '  if (!person) return null;',
    '  const profile = profileOf(person);',
    '  const found = await findRow(person' + (findsByEmail(module) ? ', profile.email' : '') + ');',
    ...(needsEmail
      ? ['  if (!found && !profile.email) return null; // a row needs an address; Clerk tells when there is one']
      : []),
    '  const row = found ? await updateRow(found, profile) : await insertRow(person, profile);',
    '  if (!row) return null;',
    ...(module.ids === 'external' ? ['  await linkRow(person, row.id);'] : []),
    ...(hears(module, 'createUser') ? ['  if (!found) await userEvents.createUser({ user: row });'] : []),
    ...(hears(module, 'linkAccount')
      ? [
          '  for (const { provider, externalId } of found ? [] : person.externalAccounts) {',
          '    const account = { provider: provider.replace(/^oauth_(custom_)?/, ""), type: "oauth", providerAccountId: externalId };',
          '    await userEvents.linkAccount({ user: row, account });',
          '  }',
        ]
      : []),
    ...(hears(module, 'updateUser')
      ? ['  if (found && row !== found) await userEvents.updateUser({ user: row });']
      : []),
    '  return row;',
    '}',
  ].join('\n');
}

function ensureFunction(module: UsersModule): string {
  return [
    '/** The row of somebody who is signed in, written now where no webhook has come yet. */',
    `export async function ensureUser(userId${typed(module, ': string')})${typed(module, `: Promise<${ROW} | null>`)} {`,
    ...(module.table.id === 'clerk' || module.ids === 'clerk'
      ? ['  const row = await rowById(userId);', '  if (row) return row;']
      : []),
    '  return syncUser(userId).catch(() => syncUser(userId)); // the webhook may have written it in between',
    '}',
  ].join('\n');
}

function signedInFunction(module: UsersModule): string {
  return [
    '/** Runs what ran at each sign-in. */',
    `export async function signedIn(userId${typed(module, ': string')}) {`,
    '  const user = await syncUser(userId);',
    '  if (user) await userEvents.signIn({ user });',
    '}',
  ].join('\n');
}

function deleteFunction(module: UsersModule, { remove }: Queries): string {
  const given = module.ids === 'clerk' ? ['id'] : module.table.id === 'clerk' ? ['id', 'external_id'] : ['external_id'];
  const type = typed(module, `: { ${given.map((name) => `${name}?: string`).join('; ')} }`);
  return [
    '/** The row goes with the person: no table of this app’s own refers to it. */',
    `export async function deleteUser({ ${given.join(', ')} }${type}) {`,
    `  const known = ${given.toReversed().join(' ?? ')};`,
    '  if (!known) return;',
    `  ${remove.replace(/\bknown\b/, module.table.id === 'number' ? 'Number(known)' : 'known')}`,
    '}',
  ].join('\n');
}

function profileFunction(module: UsersModule): string {
  const lines = USER_COLUMNS.flatMap((column) =>
    column !== 'emailVerified' && has(module, column) ? [`    ${column}: ${SOURCES[column]},`] : [],
  );
  return [
    '/** What a row takes over from Clerk. An address counts once it is verified. */',
    `function profileOf(person${typed(module, ': ClerkUser')}) {`,
    ...(has(module, 'email') ? ['  const address = person.primaryEmailAddress;'] : []),
    '  return {',
    ...lines,
    '  };',
    '}',
  ].join('\n');
}

/** The id of the row that a user of Clerk's is known to have; undefined in code where none is known. */
function knownId({ table, ids }: UsersModule): string {
  if (ids === 'clerk') return 'person.id';
  if (table.id === 'clerk') return 'person.externalId ?? person.id';
  return table.id === 'number' ? 'Number(person.externalId)' : 'person.externalId';
}

function findFunction(module: UsersModule): string {
  const isKnown = module.table.id === 'clerk' || module.ids === 'clerk';
  const byId = isKnown
    ? `await rowById(${knownId(module)})`
    : `person.externalId ? await rowById(${knownId(module)}) : null`;
  if (!findsByEmail(module))
    return [`async function findRow(person${typed(module, ': ClerkUser')}) {`, `  return ${byId};`, '}'].join('\n');
  return [
    '/** By the id that Clerk has of it, otherwise by the verified address, as Auth.js found it. */',
    `async function findRow(person${typed(module, ': ClerkUser')}, email${typed(module, ': string | null')}) {`,
    `  const row = ${byId};`,
    '  if (row || !email) return row;',
    '  const other = await rowByEmail(email);',
    '  const owner = other && (await ownerOf(String(other.id)));',
    '  if (!owner || owner.id === person.id) return other;',
    '  await syncUser(owner.id); // it is the row of somebody who had the address before',
    '  return null;',
    '}',
  ].join('\n');
}

function insertFunction(module: UsersModule, { insert }: Queries): string {
  const { table } = module;
  const lines = USER_COLUMNS.flatMap((column) => {
    const needed = table.columns.get(column);
    if (!needed) return [];
    if (column === 'emailVerified')
      return [`    emailVerified: ${has(module, 'email') ? 'profile.email ? new Date() : null' : 'null'},`];
    if (column === 'email' && needed === 'needed') return ['    email: profile.email ?? "",'];
    return [`    ${column}: profile.${column}${needed === 'needed' ? ' ?? ""' : ''},`];
  });
  return [
    `async function insertRow(person${typed(module, ': ClerkUser')}, profile${typed(module, `: ${PROFILE}`)}) {`,
    '  const data = {',
    ...(table.id === 'clerk' || module.ids === 'clerk' ? [`    id: ${knownId(module)},`] : []),
    ...lines,
    '  };',
    `  ${insert}`,
    '}',
  ].join('\n');
}

function updateFunction(module: UsersModule, { update }: Queries): string {
  const columns = USER_COLUMNS.filter((column) => has(module, column));
  const value = (column: UserColumn): string =>
    column === 'emailVerified'
      ? `row.emailVerified ?? ${has(module, 'email') ? '(profile.email ? new Date() : null)' : 'null'}`
      : `profile.${column} ?? row.${column}`;
  const same = columns.map((column) => `data.${column} === row.${column}`);
  const test = same.length > 2 ? `\n    ${same.join(' &&\n    ')}\n  ` : same.join(' && ');
  return [
    '/** What Clerk has wins; what it has not stays, and so do the columns of this app’s own. */',
    `async function updateRow(row${typed(module, `: ${ROW}`)}, profile${typed(module, `: ${PROFILE}`)}) {`,
    '  const data = {',
    ...columns.map((column) => `    ${column}: ${value(column)},`),
    '  };',
    ...(same.length > 2 ? [`  if (${test}) {`, '    return row;', '  }'] : [`  if (${test}) return row;`]),
    `  ${update}`,
    '}',
  ].join('\n');
}

function linkFunction({ table, typescript }: UsersModule): string {
  const isNumber = table.id === 'number';
  const id = isNumber ? 'String(rowId)' : 'rowId';
  return [
    '/** The app’s code and the session token go by externalId, where it is another than Clerk’s own id. */',
    `async function linkRow(person${typescript ? ': ClerkUser' : ''}, rowId${typescript ? `: ${isNumber ? 'number' : 'string'}` : ''}) {`,
    `  if (${id} === (person.externalId ?? person.id)) return;`,
    '  const clerk = await clerkClient();',
    `  await clerk.users.updateUser(person.id, { externalId: ${id} });`,
    '}',
  ].join('\n');
}

function clerkUserFunction(module: UsersModule): string {
  return [
    `async function clerkUserOf(userId${typed(module, ': string')}) {`,
    '  const clerk = await clerkClient();',
    '  return clerk.users.getUser(userId).catch((error) => {',
    '    if (isClerkAPIResponseError(error) && error.status === 404) return null;',
    '    throw error;',
    '  });',
    '}',
  ].join('\n');
}

function ownerFunction(module: UsersModule): string {
  const own = module.table.id === 'clerk' ? ['  if (rowId.startsWith("user_")) return clerkUserOf(rowId);'] : [];
  return [
    '/** Clerk’s user whose row it is. */',
    `async function ownerOf(rowId${typed(module, ': string')}) {`,
    '  const clerk = await clerkClient();',
    '  const { data } = await clerk.users.getUserList({ externalId: [rowId] });',
    '  const owner = data.find((each) => each.externalId === rowId);',
    ...(own.length > 0 ? ['  if (owner) return owner;', ...own, '  return null;'] : ['  return owner ?? null;']),
    '}',
  ].join('\n');
}
