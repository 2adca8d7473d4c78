import { fitsHasher } from '../hashers.js';

/** What a stored text says of itself. */
interface Form {
  readonly form: RegExp;
  /** Clerk's name for what made it; undefined: Clerk takes none of these. */
  readonly hasher: string | undefined;
  /** What it is called where Clerk does not take it. */
  readonly name: string;
  /** The same digest as Clerk wants it written; undefined: as it is. */
  readonly write?: (match: RegExpExecArray) => string;
  /** How the text begins, where no other kind of text does: so it can be searched for in columns of any name. */
  readonly begins?: string;
}

/** `.` stands for `+` and the padding is gone in what passlib and the PHC string format call base64. */
const base64 = (text: string): string => Buffer.from(text.replaceAll('.', '+'), 'base64').toString('base64');
const hex = (text: string): string => Buffer.from(text.replaceAll('.', '+'), 'base64').toString('hex');

/**
 * The forms of password digests, the telling ones first. The names are Clerk's (`passwordHasher` of createUser; their
 * digests' forms stand in hashers.ts). Django writes its algorithm before what the algorithm writes itself.
 */
const FORMS: readonly Form[] = [
  { form: /^\$2[abxy]?\$\d\d\$[./A-Za-z\d]{53}$/, hasher: 'bcrypt', name: 'bcrypt', begins: '$2' },
  {
    form: /^bcrypt\$(\$2[abxy]?\$.+)$/,
    hasher: 'bcrypt',
    name: 'bcrypt',
    write: ([, digest]) => digest!,
    begins: 'bcrypt$',
  },
  { form: /^bcrypt_sha256\$\$2/, hasher: 'bcrypt_sha256_django', name: 'bcrypt_sha256', begins: 'bcrypt_sha256$' },
  { form: /^\$argon2id\$/, hasher: 'argon2id', name: 'argon2id', begins: '$argon2' },
  { form: /^\$argon2i\$/, hasher: 'argon2i', name: 'argon2i' },
  { form: /^\$argon2d\$/, hasher: undefined, name: 'argon2d' },
  {
    form: /^argon2(\$argon2id\$.+)$/,
    hasher: 'argon2id',
    name: 'argon2id',
    write: ([, digest]) => digest!,
    begins: 'argon2$',
  },
  { form: /^argon2(\$argon2i\$.+)$/, hasher: 'argon2i', name: 'argon2i', write: ([, digest]) => digest! },
  { form: /^pbkdf2_sha256\$/, hasher: 'pbkdf2_sha256_django', name: 'pbkdf2_sha256', begins: 'pbkdf2_' },
  { form: /^pbkdf2_sha512\$/, hasher: 'pbkdf2_sha512', name: 'pbkdf2_sha512' },
  {
    // Django writes base64 where Clerk wants hexadecimal.
    form: /^(pbkdf2_sha1\$\d+\$[^$]+\$)([A-Za-z\d+/]{27}=)$/,
    hasher: 'pbkdf2_sha1',
    name: 'pbkdf2_sha1',
    write: ([, head, hash]) => head! + hex(hash!),
  },
  { form: /^pbkdf2_sha1\$/, hasher: 'pbkdf2_sha1', name: 'pbkdf2_sha1' },
  {
    form: /^\$pbkdf2-sha256\$(?:i=)?(\d+)(?:,l=\d+)?\$([A-Za-z\d+/.]+)\$([A-Za-z\d+/.]+)$/,
    hasher: 'pbkdf2_sha256',
    name: 'pbkdf2-sha256',
    write: ([, rounds, salt, hash]) => `pbkdf2_sha256$${rounds}$${base64(salt!)}$${base64(hash!)}`,
    begins: '$pbkdf2-',
  },
  {
    form: /^\$pbkdf2-sha512\$(?:i=)?(\d+)(?:,l=\d+)?\$([A-Za-z\d+/.]+)\$([A-Za-z\d+/.]+)$/,
    hasher: 'pbkdf2_sha512_hex',
    name: 'pbkdf2-sha512',
    write: ([, rounds, salt, hash]) => `pbkdf2_sha512_hex$${rounds}$${hex(salt!)}$${hex(hash!)}`,
  },
  { form: /^scrypt:\d+:\d+:\d+\$[^$]+\$[a-f\d]+$/, hasher: 'scrypt_werkzeug', name: 'scrypt', begins: 'scrypt:' },
  {
    form: /^[\w+/=-]+\$[\w+/=-]+\$[\w+/=-]+\$[\w+/=-]*\$\d+\$\d+$/,
    hasher: 'scrypt_firebase',
    name: 'scrypt of Firebase',
  },
  { form: /^\$(?:scrypt|7|y)\$/, hasher: undefined, name: 'scrypt in a form of its own', begins: '$scrypt$' },
  // crypto.scrypt of Node: the text does not say with which parameters, and whether the salt went in as text.
  {
    form: /^[a-f\d]{16,64}[:.$][a-f\d]{64,128}$/i,
    hasher: undefined,
    name: 'salt and hash (crypto.scrypt or pbkdf2 of Node)',
  },
  {
    form: /^[a-f\d]{64,128}[:.$][a-f\d]{16,64}$/i,
    hasher: undefined,
    name: 'hash and salt (crypto.scrypt or pbkdf2 of Node)',
  },
  { form: /^\$P\$[./\dA-Za-z]{31}$/, hasher: 'phpass', name: 'phpass', begins: '$P$' },
  { form: /^\{SSHA\}/, hasher: 'ldap_ssha', name: 'SSHA', begins: '{SSHA}' },
  { form: /^sha512_symfony\$/, hasher: 'sha512_symfony', name: 'sha512_symfony', begins: 'sha512_symfony$' },
  { form: /^awscognito#/, hasher: 'awscognito', name: 'awscognito', begins: 'awscognito#' },
  { form: /^[a-f\d]{32}$/i, hasher: 'md5', name: 'MD5' },
  { form: /^[a-f\d]{64}$/i, hasher: 'sha256', name: 'SHA-256' },
  { form: /^[a-f\d]{40}$|^[a-f\d]{128}$/i, hasher: undefined, name: 'SHA-1 or SHA-512' },
];

export type Digest =
  | { readonly digest: string; readonly hasher: string }
  /** Nothing to send: what it is, as far as it can be told. The text itself is in no message. */
  | { readonly unusable: string };

/** Tells a password digest by its form, and writes it as Clerk wants it. */
export function readDigest(text: string): Digest {
  const stored = text.trim();
  for (const { form, hasher, name, write } of FORMS) {
    const match = form.exec(stored);
    if (match === null) continue;
    const digest = write?.(match) ?? stored;
    if (hasher !== undefined && fitsHasher(hasher, digest)) return { digest, hasher };
    const isCostly = hasher === 'bcrypt' && /^\$2[abxy]?\$(?:1[6-9]|[2-9]\d)/.test(digest);
    return { unusable: isCostly ? 'bcrypt with a cost above 15' : name };
  }
  return { unusable: 'in no known form' };
}

/** How digests begin that no other text begins like. */
export const BEGINNINGS: readonly string[] = FORMS.flatMap(({ begins }) => begins ?? []);

/** Whether a text can be nothing but a digest. */
export const isSurelyDigest = (text: string): boolean =>
  BEGINNINGS.some((begins) => text.startsWith(begins)) && 'hasher' in readDigest(text);

/** Columns that hold the password's digest by their names: `password`, `passwordHash`, `hashed_password`, `pwd` … */
export const isPasswordColumn = (folded: string): boolean =>
  /passw|passhash|^pwd|pwd(?:hash)?$|^hash$|^(?:hashed|encrypted)$/.test(folded) && !NOT_THE_PASSWORD.test(folded);

/** What else is hashed, or stands beside a password. */
export const NOT_THE_PASSWORD =
  /reset|token|expir|chang|updat|salt|hint|old|prev|temp|pin|api|key|code|secret|otp|recover|verif|require|attempt|failed|less/;
