import { child, childList, nameOf, type Node } from '../ast/tree.js';
import type { WidenedInterface } from '../authjs/augmentation.js';
import { isSecret } from '../authjs/session-fields.js';
import type { OwnFields } from '../clerk/generated/session-metadata.js';
import { oxcProgram } from './oxc.js';

/** What Auth.js's own sessions and people have. */
const PROFILE = new Set(['id', 'name', 'email', 'image']);
/** A field whose absence lets people through: it does not tell whether anybody has filled the metadata in. */
const NEGATIVE =
  /^(?:is|has|was|must|needs?|requires?|force)?(?:ban|block|disabl|suspend|lock|restrict|delet|inactiv|expir|deactiv|must|needs?|requires?|force|twofactor|2fa|mfa|otp)/i;

interface Field {
  readonly of: 'user' | 'session';
  readonly name: string;
  readonly isOptional: boolean;
}

/**
 * The fields that an app's sessions hold beyond Auth.js's own, where the public metadata of Clerk's user can hold them.
 * @param extra their paths as `callbacks.session` writes them, in code that could be followed; `user.role`
 * @param widened what the app's types say of them
 * Secrets are told apart: no metadata hold them.
 * @returns undefined where one of the others may be no metadata, or where nothing tells what there is
 */
export function ownFields(extra: readonly string[], widened: readonly WidenedInterface[]): OwnFields | undefined {
  const reader = new TypeReader(widened);
  const typed = reader.fields();
  const written = extra.map((path): Field => {
    const [root, name] = path.split('.');
    return root === 'user' && name !== undefined
      ? { of: 'user', name, isOptional: false }
      : { of: 'session', name: path, isOptional: false };
  });
  const all = [...typed];
  for (const each of written) if (!all.some((one) => one.of === each.of && one.name === each.name)) all.push(each);
  const fields = all.filter(({ name }) => !isSecret(name));
  const names = fields.map(({ name }) => name);
  const isRefused = ({ of, name }: Field) =>
    !/^[A-Za-z_$][\w$]*$/.test(name) || (of === 'user' && PROFILE.has(name)) || name === 'user';
  if (fields.some(isRefused) || reader.isRefused || (all.length === 0 && !reader.hides)) return undefined;
  // The same name twice is one field of the metadata, and nothing says that both are the same thing.
  if (new Set(names).size < names.length) return undefined;
  const required = fields.filter(({ isOptional }) => !isOptional).map(({ name }) => name);
  const anyOf = required.length > 0 ? [] : names.filter((name) => !NEGATIVE.test(name));
  // Secrets alone need no metadata.
  const isSecretAlone = fields.length === 0 && !reader.hides;
  if (required.length + anyOf.length === 0 && !isSecretAlone) return undefined;
  const of = (whose: Field['of']) => fields.filter((each) => each.of === whose).map(({ name }) => name);
  return {
    user: of('user'),
    session: of('session'),
    required,
    anyOf,
    typed: typed.flatMap(({ name }) => (isSecret(name) ? [] : [name])),
    hides: reader.hides,
    secrets: all.flatMap(({ of: whose, name }) => (isSecret(name) ? [whose === 'user' ? `user.${name}` : name] : [])),
  };
}

/** Reads the fields off the app's augmentations. */
class TypeReader {
  /** Where a type stands whose fields are not to be seen. */
  hides: OwnFields['hides'];
  /** A person’s id of another type than a string is none that Clerk has. */
  isRefused = false;
  readonly #sessions: readonly WidenedInterface[];
  readonly #people: readonly WidenedInterface[];

  constructor(widened: readonly WidenedInterface[]) {
    this.#sessions = widened.filter(({ name }) => name === 'Session' || name === 'DefaultSession');
    const members = this.#sessions.flatMap((each) => each.members);
    const isMentioned =
      members.some(({ text }) => /\bUser\b/.test(text)) || !members.some(({ name }) => name === 'user');
    this.#people = isMentioned ? widened.filter(({ name }) => name === 'User' || name === 'DefaultUser') : [];
  }

  fields(): Field[] {
    return [
      ...this.#sessions.flatMap(({ members, bases }) => {
        if (bases.length > 0) this.hides = 'session';
        return members.flatMap(({ name, text }) => {
          if (name === 'expires') return [];
          const member = memberOf(text);
          if (!member) return this.#refuse();
          return name === 'user' ? this.#user(typeOf(member)) : [field('session', member)];
        });
      }),
      ...this.#people.flatMap(({ members, bases }) => {
        if (bases.length > 0) this.hides ??= 'user';
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
    if (read.name === 'id' && !/^TS(?:String|Undefined|Null|Union)/.test(typeOf(member)?.type ?? '')) this.#refuse();
    if (read.name === 'id' && [...childList(typeOf(member), 'types')].some(({ type }) => type === 'TSNumberKeyword'))
      this.#refuse();
    return [];
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
