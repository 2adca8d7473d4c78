import { child, childList, isFunction, nameOf, stringOf, unwrap, walk, type Node, type Span } from '../ast/tree.js';
import { propertyOf, valueOf } from './callback-scope.js';

/** A setting of Auth.js's options, or of one of their providers, for which Clerk has another place. */
export interface Setting extends Span {
  readonly name: SettingName;
  /** Whose it is, where it is a provider's. */
  readonly provider?: string;
  /** What it says, where that is literal: the scopes that are asked for, the columns that are filled. */
  readonly says?: string;
}

const OF_OPTIONS = ['cookies', 'theme', 'debug', 'logger', 'jwt', 'experimental'] as const;
const OF_PROVIDERS = [
  'profile',
  'authorization',
  'scope',
  'allowDangerousEmailAccountLinking',
  'sendVerificationRequest',
] as const;

export type SettingName = (typeof OF_OPTIONS)[number] | (typeof OF_PROVIDERS)[number];

/** What a profile of Auth.js's own holds. */
const PROFILE = new Set(['id', 'name', 'email', 'image']);

/**
 * The settings that go with the options and may be missed.
 * @param providers the elements of the list of providers
 */
export function settingsOf(
  options: Node,
  providers: readonly Node[],
  nameOfProvider: (node: Node) => string,
): Setting[] {
  const own = OF_OPTIONS.flatMap((name): Setting[] => {
    const found = propertyOf(options, name);
    return found ? [{ name, start: found.start, end: found.end }] : [];
  });
  const theirs = providers.flatMap((provider) =>
    childList(provider, 'arguments').flatMap((given) =>
      OF_PROVIDERS.flatMap((name): Setting[] => {
        const found = propertyOf(given, name);
        if (!found) return [];
        const says = name === 'profile' ? columnsOf(found) : scopesOf(name, given);
        if (name === 'profile' ? says === '' : name === 'authorization' && says === undefined) return [];
        const place = { start: found.start, end: found.end };
        return [{ name, ...place, provider: nameOfProvider(provider), ...(says ? { says } : {}) }];
      }),
    ),
  );
  return [...own, ...theirs];
}

/** The fields that `profile()` gives back besides Auth.js's own; undefined where that is not to be seen. */
function columnsOf(property: Node): string | undefined {
  const fn = property.type === 'ObjectMethod' ? property : unwrap(child(property, 'value'));
  if (!fn || !isFunction(fn)) return undefined;
  const body = unwrap(child(fn, 'body'));
  const given =
    body?.type === 'BlockStatement'
      ? [...walk(body)].filter(({ type }) => type === 'ReturnStatement').map((each) => unwrap(child(each, 'argument')))
      : [body];
  const properties = given.flatMap((each) => (each?.type === 'ObjectExpression' ? childList(each, 'properties') : []));
  if (given.some((each) => each?.type !== 'ObjectExpression')) return undefined;
  const names = properties.map((each) => nameOf(child(each, 'key')) ?? '…');
  return [...new Set(names.filter((name) => !PROFILE.has(name)))].join(', ');
}

/** `authorization: { params: { scope } }`, `scope`; undefined where no scope stands there. */
function scopesOf(name: string, given: Node): string | undefined {
  const value = valueOf(given, name);
  const scope = name === 'scope' ? value : (valueOf(valueOf(value, 'params'), 'scope') ?? valueOf(value, 'scope'));
  const text = stringOf(value);
  if (text !== undefined && name === 'authorization')
    return /[?&]scope=([^&]*)/.exec(text)?.[1]?.replaceAll(/\+|%20/g, ' ');
  return scope && (stringOf(scope) ?? '…');
}
