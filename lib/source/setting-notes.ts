import { Lines } from '../ast/lines.js';
import type { Setting, SettingName } from '../scan/config-settings.js';
import type { SourceFile } from './source-file.js';

const RULE = 'auth-config-setting';

interface Words {
  readonly title: (setting: Setting) => string;
  readonly detail: (setting: Setting) => string;
}

const went = ({ name, provider }: Setting): string => `${provider ? `${provider}: ` : ''}${name} went with the options`;
const scopes: Words = {
  title: ({ provider }) => `${provider}: scopes were asked for`,
  detail: ({ says }) =>
    `${says === '…' ? 'Clerk asks for a profile and an address alone' : `“${says}”. Clerk asks for a profile and an address by itself`}: add the others in the Dashboard, SSO connections, at the provider under “Scopes”, and at the provider’s own console. With them getUserOauthAccessToken() gives a token that may do the same.`,
};

/** What each setting did, and where Clerk has the same (Clerk's guides on account linking, satellite domains, appearance). */
const WORDS: Readonly<Record<SettingName, Words>> = {
  cookies: {
    title: went,
    detail: () =>
      'It named or scoped Auth.js’s cookies; Clerk’s have names of their own. Sessions are shared by all subdomains of a production instance’s domain without a setting (list those that need it under Allowed Subdomains); another domain has to be a satellite domain of the instance.',
  },
  theme: {
    title: went,
    detail: () =>
      'It was the look of Auth.js’s pages: set `appearance` of <ClerkProvider>, or the Account Portal’s look in the Dashboard under Customization.',
  },
  debug: { title: went, detail: () => 'clerkMiddleware(handler, { debug: true }) logs what Clerk decides.' },
  logger: {
    title: went,
    detail: () =>
      'It took up what Auth.js logged. Clerk logs sign-ins and failures in its Dashboard; a webhook tells the app.',
  },
  jwt: {
    title: went,
    detail: () =>
      'It made or bounded Auth.js’s own token. Where another service reads that token, it has to verify Clerk’s: getToken() of auth(), with a JWT template of the Dashboard where it needs claims of its own.',
  },
  experimental: {
    title: went,
    detail: () => 'Passkeys (enableWebAuthn) are turned on in the Dashboard under User & authentication.',
  },
  profile: {
    title: ({ provider, says }) =>
      `${provider}: profile() ${says ? `filled ${says}` : 'made the user'} of whoever came first`,
    detail: ({ says }) =>
      `Clerk has no such function: ${says ? `${says} of new people ${says.includes(',') ? 'are' : 'is'}` : 'what it adds for new people is'} filled by nobody now. Where the run wrote lib/clerk-users, set the columns in its insertRow(); else put them into the public metadata in a webhook on user.created. Who has a row already keeps what it holds.`,
  },
  authorization: scopes,
  scope: scopes,
  allowDangerousEmailAccountLinking: {
    title: went,
    detail: () =>
      'Clerk links a provider’s account to the person who has the same address, where both are verified, and asks to verify it otherwise. Nothing is to be set.',
  },
  sendVerificationRequest: {
    title: went,
    detail: () =>
      'It sent the mail to sign in. Clerk sends its own: the words are set in the Dashboard under Customization, Emails; a webhook on email.created can send them by the app instead.',
  },
};

/** Settings of the options for which Clerk has another place. */
export function noteSettings({ scanned, text, context }: SourceFile): void {
  const lines = new Lines(text);
  for (const setting of scanned.configs.flatMap(({ settings }) => settings)) {
    const { title, detail } = WORDS[setting.name];
    const at = `${context.displayPath}:${lines.at(setting.start).line}-${lines.at(setting.end).line}`;
    context.note({ rule: RULE, title: title(setting), detail: `${at}. ${detail(setting)}` });
  }
}
