/** The fields that an app's sessions hold beyond a profile, where the public metadata of Clerk's user holds them now. */
export interface OwnFields {
  /** Those of `session.user`. */
  readonly user: readonly string[];
  /** Those of the session itself. */
  readonly session: readonly string[];
  /** Those without which nobody gets in. */
  readonly required: readonly string[];
  /** Where everybody may lack each of them: those of which one at least tells that somebody has filled them in. */
  readonly anyOf: readonly string[];
  /** Those of which the app's own types tell the type. */
  readonly typed: readonly string[];
  /** Whether a type of the app's own hides others: the metadata come along whole then. */
  readonly hides: 'user' | 'session' | undefined;
  /** The app's ids are numbers, which Clerk keeps as text. */
  readonly hasNumericId: boolean;
  /** Secrets of the sign-in, by their paths (`user.accessToken`): no session holds them any more, and who reads one is told so. */
  readonly secrets: readonly string[];
}

/** Whether sessions take fields from the metadata; secrets alone are only refused. */
export const takesMetadata = ({ required, anyOf }: OwnFields): boolean => required.length + anyOf.length > 0;

/** The claim that holds the metadata, as Clerk's guides name it. */
export const METADATA_CLAIM = 'metadata';

const listOf = (fields: readonly string[]): string => fields.map((name) => `${name}: own.${name}`).join(', ');

/** The session: a profile with the metadata's fields. */
export function metadataFields(
  { user, session, hides, secrets }: OwnFields,
  { person, expires }: { person: 'user' | 'profile'; expires: string },
): string {
  const own = (whose: 'user' | 'session', fields: readonly string[]) =>
    hides === whose ? ['...own'] : fields.length > 0 ? [listOf(fields)] : [];
  // What the profile says of a person, no metadata can say otherwise.
  const inside = hides === 'user' ? [...own('user', user), `...${person}`] : [`...${person}`, ...own('user', user)];
  const plain = person === 'user' ? person : `user: ${person}`;
  const whole = inside.length > 1 ? `user: { ${inside.join(', ')} }` : plain;
  const held = `{ ${[...own('session', session), whole, expires].join(', ')} }`;
  return secrets.length > 0 ? `withoutSecrets(${held})` : held;
}

/** The end of `getSession()`: the profile with the metadata's fields. */
export function metadataAnswer(own: OwnFields, expires: string, typescript: boolean): string {
  const cast = own.hides === undefined ? ' as Session' : ' as unknown as Session';
  return [
    ...(takesMetadata(own) ? ['  const own = ownFields(userId, profile.metadata);'] : []),
    `  return ${metadataFields(own, { person: 'user', expires })}${typescript ? cast : ''};`,
  ].join('\n');
}

/** The functions that `getSession()` and the hook fill a session by. */
export const ownFunctions = (own: OwnFields, typescript: boolean): string[] => [
  ...(takesMetadata(own) ? [metadataFunction(own, typescript)] : []),
  ...(own.secrets.length > 0 ? [secretsFunction(own.secrets, typescript)] : []),
  ...(own.hasNumericId ? [numberFunction(typescript)] : []),
];

/** What yields a person's id, as the app's sessions have it. */
export const idOf = (id: string, own: OwnFields | undefined): string => (own?.hasNumericId ? `numericId(${id})` : id);

const numberFunction = (
  typescript: boolean,
): string => `/** The ids of this app's tables are numbers, which Clerk keeps as text. */
function numericId(id${typescript ? ': string' : ''}) {
  if (!/^\\d+$/.test(id)) throw new Error(\`"\${id}" is no number: the externalId of Clerk's user has to be the id of the row.\`);
  return Number(id);
}`;

/** What tells those who read a secret off a session where it is now. Not enumerable: what is sent or copied leaves it out. */
export function secretsFunction(secrets: readonly string[], typescript: boolean): string {
  const as = (type: string) => (typescript ? `: ${type}` : '');
  const refused = secrets.map((path) => {
    const [, holder, name] = /^(?:(user)\.)?(.+)$/.exec(path)!;
    return `  refuse(${holder ? 'session.user' : 'session'}, "${name}");`;
  });
  return `/** Secrets of the sign-in are in no session any more, and who reads one is told where it is. Copies of a session leave them out. */
function withoutSecrets${typescript ? '<S extends { user: object }>' : ''}(session${as('S')})${as('S')} {
  const refuse = (held${as('object')}, name${as('string')}) =>
    Object.defineProperty(held, name, {
      configurable: true,
      get() {
        throw new Error(\`The session has no \${name} any more. On the server a provider's token is (await clerkClient()).users.getUserOauthAccessToken(userId, provider), and Clerk's own is (await auth()).getToken().\`);
      },
      set(value) {
        Object.defineProperty(held, name, { value, configurable: true, enumerable: true, writable: true });
      },
    });
${refused.join('\n')}
  return session;
}`;
}

/** What looks at the metadata before anybody is let in by them: what nobody has filled in yet could open a door. */
function metadataFunction({ required, anyOf }: OwnFields, typescript: boolean): string {
  const parameters = typescript ? 'userId: string, metadata: UserPublicMetadata' : 'userId, metadata';
  const listed = (names: readonly string[]) => `[${names.map((name) => `"${name}"`).join(', ')}]`;
  const test =
    required.length > 0
      ? `const missing = ${listed(required)}.filter((name) => metadata[name] == null);\n  if (missing.length > 0)`
      : `const expected = ${listed(anyOf)};\n  if (expected.every((name) => metadata[name] == null))`;
  const names = required.length > 0 ? 'missing.join(", ")' : 'expected.join(", ")';
  return `/** What Auth.js's callbacks put into a session comes from the public metadata of Clerk's user now. Nobody gets in without. */
function ownFields(${parameters}) {
  ${test} throw new Error(\`The public metadata of Clerk's user \${userId} lack \${${names}}.\`);
  return metadata;
}`;
}

/** The types of the metadata: those that the app's own types give to a session's fields. */
export function metadataTypes({ user, session, typed }: OwnFields): string {
  const isTyped = (name: string) => typed.includes(name);
  const members = [
    ...user.filter(isTyped).map((name) => `    ${name}?: NonNullable<Session["user"]>["${name}"];`),
    ...session.filter(isTyped).map((name) => `    ${name}?: Session["${name}"];`),
  ];
  return members.length === 0
    ? ''
    : `  /** What has to be filled in for each user, by clerkClient().users.updateUserMetadata() or an import. */\n  interface UserPublicMetadata {\n${members.join('\n')}\n  }\n`;
}

/** What an earlier run's module says of the fields; undefined where it has none. */
export function readOwnFields(text: string): OwnFields | undefined {
  const plain = text.replace(/\s+/g, ' ');
  const hasNumericId = plain.includes('function numericId(');
  const [, answer] =
    /(?:const own = ownFields\([\w.]+, (?:profile\.m|user\.publicM)etadata\);? return (?:withoutSecrets\()?|return withoutSecrets\()\{(.*?)expires:/.exec(
      plain,
    ) ??
    (hasNumericId ? /return \{( user\b.*?)expires:/.exec(plain) : undefined) ??
    [];
  if (answer === undefined) return undefined;
  const inUser = /user: \{(.*?)\}/.exec(answer)?.[1] ?? '';
  const names = (part: string) => [...part.matchAll(/(\w+): own\.\1\b/g)].map((match) => match[1]!);
  const listed = (name: string) => {
    const list = new RegExp(`const ${name} = \\[(.*?)\\]`).exec(plain)?.[1] ?? '';
    return [...list.matchAll(/["'](\w+)["']/g)].map((match) => match[1]!);
  };
  const typed = [...plain.matchAll(/(\w+)\?: (NonNullable<Session\[["']user["']\]>|Session)\[/g)];
  const hides = /\.\.\.own\b/.test(inUser) ? 'user' : /\.\.\.own\b/.test(answer) ? 'session' : undefined;
  // Where the metadata come along whole, the types alone name the fields.
  const namedBy = (type: RegExp) => typed.filter(([, , whose]) => type.test(whose!)).map(([, name]) => name!);
  return {
    user: hides === 'user' ? namedBy(/^Non/) : names(inUser),
    session: hides === 'session' ? namedBy(/^Session/) : names(answer.replace(/user: \{.*?\}/, '')),
    required: listed('missing'),
    anyOf: listed('expected'),
    typed: typed.map(([, name]) => name!),
    hides,
    hasNumericId,
    secrets: readSecrets(text),
  };
}

/** Which secrets an earlier run's module refuses. */
export const readSecrets = (text: string): string[] =>
  [...text.matchAll(/refuse\(session(\.user)?, ["'](\w+)["']\)/g)].map(([, user, name]) =>
    user ? `user.${name}` : name!,
  );
