/**
 * The password hashers that Clerk takes and the form that each wants its digest in
 * (comments of `passwordHasher` in @clerk/backend 3.25). Where the docs give no form, any text goes.
 */
export const HASHERS: Readonly<Record<string, RegExp>> = {
  argon2i: /^\$argon2i\$(v=\d+\$)?[a-z0-9=,]+\$[\w+/.-]+\$[\w+/.-]+=*$/,
  argon2id: /^\$argon2id\$(v=\d+\$)?[a-z0-9=,]+\$[\w+/.-]+\$[\w+/.-]+=*$/,
  awscognito: /^awscognito#[^#]+#[^#]+#[^#]+$/,
  // Clerk refuses a cost above 15: checking such a digest would take seconds.
  bcrypt: /^\$2[abxy]?\$(0[4-9]|1[0-5])\$[./A-Za-z0-9]{53}$/,
  bcrypt_peppered: /^\$2[abxy]?\$(0[4-9]|1[0-5])\$[./A-Za-z0-9]{53}\$.+$/,
  bcrypt_sha256_django: /^bcrypt_sha256\$\$2[abxy]?\$\d\d\$[./A-Za-z0-9]{53}$/,
  hmac_sha256_utf16_b64: /^\S+$/,
  ldap_ssha: /^\S+$/,
  md5: /^[a-f0-9]{32}$/i,
  md5_phpass: /^\S+$/,
  md5_salted: /^[^$]*\$[a-f0-9]{32}$/i,
  pbkdf2_sha1: /^pbkdf2_sha1\$\d+\$[^$]+\$[a-f0-9]+(\$\d+)?$/i,
  pbkdf2_sha256: /^pbkdf2_sha256\$\d+\$[\w+/.-]+=*\$[\w+/.-]+=*$/,
  pbkdf2_sha256_django: /^pbkdf2_sha256\$\d+\$[^$]+\$[\w+/.-]+=*$/,
  pbkdf2_sha512: /^pbkdf2_sha512\$\d+\$[^$]+\$[a-f0-9]+$/i,
  pbkdf2_sha512_hex: /^pbkdf2_sha512(_hex)?\$\d+\$[a-f0-9]+\$[a-f0-9]+$/i,
  phpass: /^\$P\$[./0-9A-Za-z]{31}$/,
  scrypt_firebase: /^([^$]+\$){5}[^$]+$/,
  scrypt_werkzeug: /^\$?[^$]+\$[^$]+\$[^$]+$/,
  sha256: /^[a-f0-9]{64}$/i,
  sha256_salted: /^[^$]*\$[a-f0-9]{64}$/i,
  sha512_symfony: /^sha512_symfony\$\d+\$[^$]+\$.+$/,
};

/**
 * The hasher by the name that Clerk knows it by. `argon` and `argon2`, as the guide writes them, are told by the digest.
 * @returns undefined for one that Clerk does not take
 */
export function resolveHasher(name: string, digest: string): string | undefined {
  const hasher = name.trim().toLowerCase();
  if (hasher === 'argon' || hasher === 'argon2') return /^\$(argon2id?)\$/.exec(digest)?.[1];
  return Object.hasOwn(HASHERS, hasher) ? hasher : undefined;
}

/** Whether the digest has the form that Clerk wants from this hasher. */
export const fitsHasher = (hasher: string, digest: string): boolean => HASHERS[hasher]?.test(digest) === true;
