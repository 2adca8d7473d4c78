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
