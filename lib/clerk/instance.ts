import { takesForm, strategyOf } from './strategies.js';

/** A part of an instance's configuration, as `clerk config patch` takes it: merged into what is set. */
export interface Settings {
  readonly [key: string]: string | number | boolean | readonly string[] | Settings;
}

type Kind = 'boolean' | 'number' | 'string' | 'strings';

/**
 * The keys that Clerk's documentation of `clerk config patch`, and examples of it, name (2026-11), each with the kind of
 * its value; `*` stands for any name. Nothing else is written: the command leaves the judging to the server.
 */
export const DOCUMENTED: readonly (readonly [path: string, kind: Kind])[] = [
  ['session.claims.*', 'string'],
  ['session.lifetime', 'number'],
  ['connection_oauth_*.enabled', 'boolean'],
  ['connection_oauth_*.client_id', 'string'],
  ['connection_oauth_*.client_secret', 'string'],
  ['auth_email.used_for_sign_in', 'boolean'],
  ['auth_email.used_for_sign_up', 'boolean'],
  ['auth_email.required_for_sign_up', 'boolean'],
  ['auth_email.sign_in_strategies', 'strings'],
  ['auth_email.verification_strategies', 'strings'],
  ['auth_password.enabled', 'boolean'],
  ['auth_password.required', 'boolean'],
];

const TESTS = DOCUMENTED.map(
  ([path, kind]) => [new RegExp(`^${path.replaceAll('.', '\\.').replaceAll('*', '\\w+')}$`), kind] as const,
);

/** What of a configuration no documentation names, by the path of each value; none where it is well. */
export function unknownSettings(settings: Settings, above = ''): string[] {
  return Object.entries(settings).flatMap(([key, value]) => {
    const path = `${above}${key}`;
    if (typeof value === 'object' && !isList(value)) return unknownSettings(value, `${path}.`);
    const kind = isList(value) ? 'strings' : typeof value;
    return TESTS.some(([test, wanted]) => wanted === kind && test.test(path)) ? [] : [path];
  });
}

const isList = (value: Settings[string]): value is readonly string[] => Array.isArray(value);

/** Ids of providers by which a mail is sent: a link, or a code. */
const MAIL = /^(?:email|nodemailer|resend|sendgrid|postmark|mailgun|forwardemail|loops|http-email)$/;

/** The ways to sign in that an app's options named, as Clerk has them. */
export interface SignInMethods {
  /** Keys of connections: `connection_oauth_google`. */
  readonly connections: readonly string[];
  readonly hasMail: boolean;
  readonly hasPassword: boolean;
  /** Ids of providers that no key stands for: a connection of the app's own, a passkey. */
  readonly others: readonly string[];
}

/** @param providers ids as the modules of Auth.js's providers have them: `google`, `azure-ad` */
export function signInMethods(providers: readonly string[]): SignInMethods {
  const ids = [...new Set(providers)];
  const isOther = (id: string) => strategyOf(id) === undefined && !MAIL.test(id) && id !== 'credentials';
  return {
    connections: [...new Set(ids.flatMap((id) => strategyOf(id) ?? []))].map((strategy) => `connection_${strategy}`),
    hasMail: ids.some((id) => MAIL.test(id) || (takesForm(id) && /e-?mail/.test(id))),
    hasPassword: ids.includes('credentials'),
    others: ids.filter(isOther),
  };
}

/**
 * The settings for what Auth.js's options set. Ways to sign in that they did not name are not turned off, but passwords:
 * a new instance asks everybody for one.
 * @param lifetime of a session, in seconds; undefined where the options did not say
 */
export function settingsFor(
  { connections, hasMail, hasPassword, others }: SignInMethods,
  lifetime: number | undefined,
): Settings {
  const isKnown = connections.length > 0 || hasMail || hasPassword;
  return {
    ...(lifetime !== undefined && { session: { lifetime } }),
    ...Object.fromEntries(connections.map((key) => [key, { enabled: true }])),
    ...(hasMail && {
      auth_email: { used_for_sign_in: true, used_for_sign_up: true, sign_in_strategies: ['email_link'] },
    }),
    ...(hasPassword && { auth_password: { enabled: true } }),
    ...(isKnown && !hasPassword && others.length === 0 && { auth_password: { enabled: false, required: false } }),
  };
}
