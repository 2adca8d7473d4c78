import { isDataTypeName } from './data-types.js';

/** An interface of Auth.js that the app has widened: `declare module "next-auth" { interface Session { … } }`. */
export interface WidenedInterface {
  readonly name: string;
  /** What stands between its braces, with the comments above each. */
  readonly members: readonly { readonly name: string; readonly text: string }[];
  /** What it extends, as written; Auth.js's own bases left out. */
  readonly bases: readonly string[];
}

/** A type that stands in a file of augmentations. */
export interface LocalType {
  readonly name: string;
  readonly text: string;
  readonly isExported: boolean;
  /** It is declared inside Auth.js's module, and code imports it from there. */
  readonly isInModule?: true;
}

/** What a file adds to the types of Auth.js, with all that the additions refer to. */
export interface Augmentation {
  readonly interfaces: readonly WidenedInterface[];
  /** Types of the file's own that the additions name: their text if they are local, the name alone if they are exported. */
  readonly local: readonly LocalType[];
  readonly imports: readonly { readonly local: string; readonly imported: string; readonly source: string }[];
}

/**
 * An augmentation whose imports have none of the names that Auth.js's own types have: where both stand in one module, a
 * `User` of the app's own becomes `AppUser`. A name that the file widens as well means Auth.js's type.
 */
export function withOwnNames(augmentation: Augmentation): Augmentation {
  const widened = new Set(augmentation.interfaces.map(({ name }) => name));
  const renamed = augmentation.imports.filter(({ local }) => isDataTypeName(local) && !widened.has(local));
  if (renamed.length === 0) return augmentation;
  const mention = new RegExp(
    `(?<![\\w$.'"])(?:${renamed.map(({ local }) => local).join('|')})(?![\\w$'"]|\\s*\\??:)`,
    'g',
  );
  const written = (text: string) => text.replaceAll(mention, ownName);
  return {
    interfaces: augmentation.interfaces.map(({ name, members, bases }) => ({
      name,
      members: members.map((each) => ({ ...each, text: written(each.text) })),
      bases: bases.map(written),
    })),
    local: augmentation.local.map((each) => ({ ...each, text: written(each.text) })),
    imports: augmentation.imports.map((each) =>
      renamed.includes(each) ? { ...each, local: ownName(each.local) } : each,
    ),
  };
}

const ownName = (name: string): string => `App${name}`;
