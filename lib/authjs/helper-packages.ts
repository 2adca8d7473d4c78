/**
 * Packages that an app mostly has for its Auth.js set-up alone: passwords are hashed and mails with links sent in there. They
 * go from a package.json only where the run took their last import.
 */
const HELPERS: ReadonlySet<string> = new Set([
  'bcrypt',
  'bcryptjs',
  'bcrypt-ts',
  'argon2',
  '@node-rs/argon2',
  '@node-rs/bcrypt',
  'nodemailer',
]);

export const isHelperPackage = (name: string): boolean => HELPERS.has(name);

/** Auth.js's email providers load it without an import in the app. */
export const loadsNodemailer = (source: string): boolean => /\/providers\/(?:email|nodemailer)$/.test(source);

/** The package that has another's types: `@types/bcryptjs`, `@types/node-rs__argon2`. */
export const typesOf = (name: string): string => `@types/${name.replace(/^@([^/]+)\//, '$1__')}`;
