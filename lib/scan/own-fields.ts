import { child, childList, nameOf, type Node } from '../ast/tree.js';
import type { LocalType, WidenedInterface } from '../authjs/augmentation.js';
import { isSecret } from '../authjs/session-fields.js';
import type { OwnFields } from '../clerk/generated/session-metadata.js';
import { oxcProgram } from './oxc.js';

/** What Auth.js's own sessions and people have. */
const PROFILE = new Set(['id', 'name', 'email', 'image']);
/** A field whose absence lets people through: it does not tell whether anybody has filled the metadata in. */
const NEGATIVE =
  /^(?:is|has|was|must|needs?|requires?|force)?(?:ban|block|disabl|suspend|lock|restrict|delet|inactiv|expir|error|deactiv|must|needs?|requires?|force|twofactor|2fa|mfa|otp)/i;

interface Field {
  readonly of: 'user' | 'session';
  readonly name: string;
  readonly isOptional: boolean;
}

/**
 * The fields that an app's sessions hold beyond Auth.js's own, where the public metadata of Clerk's user can hold them.
 * @param extra their paths as `callbacks.session` writes them, in code that could be followed; `user.role`
 * @param widened what the app's types say of them
 * @param local types of the app's own that those name
 * @param isNumeric whether a callback makes a number of the person's id
 * Secrets are told apart: no metadata hold them.
 * @param isAll whether the callbacks put no other fields there, whatever the types say
 * @returns undefined where one of the others may be no metadata, or where nothing tells what there is
 */
export function ownFields(
  extra: readonly string[],
  widened: readonly WidenedInterface[],
  local: readonly LocalType[] = [],
  isNumeric = false,
  isAll = false,
): OwnFields | undefined {
  if (isAll && extra.length === 0) return undefined;
  const reader = new TypeReader(widened, local, isNumeric);
  const declared = reader.fields();
  const hasNumericId = isNumeric || reader.hasNumericId;
  const isMadeNumber = (path: string) => hasNumericId && path === 'user.id';
  const written = extra
    .filter((path) => !isMadeNumber(path))
    .map((path): Field => {
      const [root, name] = path.split('.');
      return root === 'user' && name !== undefined
        ? { of: 'user', name, isOptional: false }
        : { of: 'session', name: path, isOptional: false };
    });
  const isWritten = (field: Field) => written.some(({ of, name }) => of === field.of && name === field.name);
  const typed = declared.filter((field) => !isAll || isWritten(field));
  const all: Field[] = [];
  // A session's type may say it again of what the user's type has, and more strictly.
  for (const each of [...typed, ...written]) {
    const known = all.findIndex((one) => one.of === each.of && one.name === each.name);
    if (known < 0) all.push(each);
    else if (typed.includes(each) && !each.isOptional) all[known] = each;
  }
  const fields = all.filter(({ name }) => !isSecret(name));
  const names = fields.map(({ name }) => name);
  const hides = isAll ? undefined : reader.hides;
  const isRefused = ({ of, name }: Field) =>
    !/^[A-Za-z_$][\w$]*$/.test(name) || (of === 'user' && PROFILE.has(name)) || name === 'user';
  if (fields.some(isRefused) || reader.isRefused || (all.length === 0 && !hides && !hasNumericId)) return undefined;
  // The same name twice is one field of the metadata, and nothing says that both are the same thing.
  if (new Set(names).size < names.length) return undefined;
  const required = fields.filter(({ isOptional }) => !isOptional).map(({ name }) => name);
  const anyOf = required.length > 0 ? [] : names.filter((name) => !NEGATIVE.test(name));
  // Secrets and a number of an id need no metadata.
  const needsNone = fields.length === 0 && !hides;
  if (required.length + anyOf.length === 0 && !needsNone) return undefined;
  const of = (whose: Field['of']) => fields.filter((each) => each.of === whose).map(({ name }) => name);
  return {
    user: of('user'),
    session: of('session'),
    required,
    anyOf,
    typed: fields.flatMap(({ of: whose, name }) =>
      typed.some((one) => one.of === whose && one.name === name) ? [name] : [],
    ),
    hides,
    hasNumericId,
    secrets: all.flatMap(({ of: whose, name }) => (isSecret(name) ? [whose === 'user' ? `user.${name}` : name] : [])),
  };
}

/** Reads the fields off the app's augmentations. */
class TypeReader {
  /** Where a type stands whose fields are not to be seen. */
  hides: OwnFields['hides'];
  /** A person’s id of another type than a string is none that Clerk has. */
  isRefused = false;
  /** Or a number, which Clerk keeps as text. */
  hasNumericId = false;
  readonly #sessions: readonly WidenedInterface[];
  readonly #people: readonly WidenedInterface[];

  constructor(
    widened: readonly WidenedInterface[],
    private readonly local: readonly LocalType[],
    private readonly isNumeric: boolean,
  ) {
    this.#sessions = widened.filter(({ name }) => name === 'Session' || name === 'DefaultSession');
    const members = this.#sessions.flatMap((each) => each.members);
    const isMentioned =
      members.some(({ text }) => /\bUser\b/.test(text)) || !members.some(({ name }) => name === 'user');
    this.#people = isMentioned ? widened.filter(({ name }) => name === 'User' || name === 'DefaultUser') : [];
  }

  fields(): Field[] {
    return [
      ...this.#sessions.flatMap(({ members, bases }) => {
        if (bases.some(hidesFields)) this.hides = 'session';
        return members.flatMap(({ name, text }) => {
          if (name === 'expires') return [];
          const member = memberOf(text);
          if (!member) return this.#refuse();
          return name === 'user' ? this.#user(typeOf(member)) : [field('session', member)];
        });
      }),
      ...this.#people.flatMap(({ members, bases }) => {
        if (bases.some(hidesFields)) this.hides ??= 'user';
        return members.flatMap(({ text }) => this.#member(memberOf(text)));
      }),
    ];
  }

  #refuse(): never[] {
    this.isRefused = true;
    return [];
  }

  /** A member of a person: its field, unless Auth.js has it as well. */
  #member(member: Node | undefined): Field[] {
    if (!member) return this.#refuse();
    const read = field('user', member);
    if (!PROFILE.has(read.name)) return [read];
    if (read.name === 'id') this.#id(typeOf(member));
    return [];
  }

  /** A person's id is text, or all of it a number; what a type from elsewhere is, a callback has to tell. */
  #id(type: Node | undefined): void {
    const named = this.local.find(({ name }) => name === nameOf(child(type, 'typeName')))?.text;
    const alias = /=\s*(string|number)\s*;?\s*$/.exec(named ?? '')?.[1];
    const kinds = type?.type === 'TSUnionType' ? childList(type, 'types').map((each) => each.type) : [type?.type ?? ''];
    const values = kinds.filter((kind) => !/^TS(?:Undefined|Null)Keyword$/.test(kind));
    if (this.isNumeric || values.length === 0) return;
    if (alias === 'number' || values.every((kind) => kind === 'TSNumberKeyword')) this.hasNumericId = true;
    else if (alias !== 'string' && !values.every((kind) => kind.startsWith('TSString'))) this.#refuse();
  }

  /** `{ role: Role } & DefaultSession["user"]`, `User`, or what hides its fields. */
  #user(type: Node | undefined): Field[] {
    if (type?.type === 'TSIntersectionType' || type?.type === 'TSUnionType')
      return childList(type, 'types').flatMap((each) => this.#user(each));
    if (type?.type === 'TSParenthesizedType') return this.#user(child(type, 'typeAnnotation'));
    if (type?.type === 'TSTypeLiteral') return childList(type, 'members').flatMap((each) => this.#member(each));
    if (type?.type === 'TSUndefinedKeyword' || type?.type === 'TSNullKeyword') return [];
    const named = type?.type === 'TSIndexedAccessType' ? child(type, 'objectType') : type;
    const name = nameOf(child(named, 'typeName'));
    if (name !== undefined && /^(?:DefaultSession|Session|User|DefaultUser|NonNullable)$/.test(name)) return [];
    this.hides ??= 'user';
    return [];
  }
}

/** What takes fields from Auth.js's own types hides none: `Omit<DefaultUser, 'id'>`. */
const hidesFields = (base: string): boolean =>
  !/^(?:Omit|Pick|Partial|Required)<\s*Default(?:User|Session)\b/.test(base);

function field(of: Field['of'], member: Node): Field {
  const type = typeOf(member);
  const isNullable = childList(type, 'types').some(({ type: each }) => /^TS(?:Null|Undefined)Keyword$/.test(each));
  return {
    of,
    name: nameOf(child(member, 'key')) ?? '',
    isOptional: member['optional'] === true || (type?.type === 'TSUnionType' && isNullable),
  };
}

const typeOf = (member: Node): Node | undefined => child(child(member, 'typeAnnotation'), 'typeAnnotation');

/** The tree of one member of an interface; undefined for what is no property. */
function memberOf(text: string): Node | undefined {
  const program = oxcProgram('member.ts', `interface Members {${text}\n}`);
  const [member] = childList(child(childList(program, 'body')[0], 'body'), 'body');
  return member?.type === 'TSPropertySignature' && !member['computed'] ? member : undefined;
}
