/**
 * Provider ids of Auth.js by the OAuth strategy of Clerk that signs the same people in. Clerk's names are those of
 * `OAuthProvider` in @clerk/shared 4; Auth.js's are the `id`s in next-auth/providers/*.
 */
const SAME_ID = [
  'apple',
  'atlassian',
  'bitbucket',
  'box',
  'coinbase',
  'discord',
  'dropbox',
  'facebook',
  'github',
  'gitlab',
  'google',
  'hubspot',
  'huggingface',
  'instagram',
  'line',
  'notion',
  'slack',
  'spotify',
  'tiktok',
  'twitch',
] as const;

const STRATEGIES: Readonly<Record<string, string>> = {
  ...Object.fromEntries(SAME_ID.map((id) => [id, `oauth_${id}`])),
  'azure-ad': 'oauth_microsoft',
  'microsoft-entra-id': 'oauth_microsoft',
  linkedin: 'oauth_linkedin_oidc',
  twitter: 'oauth_x',
};

/** Clerk's strategy for a provider id; undefined where Clerk has none built in and a custom connection is needed. */
export const strategyOf = (provider: string): string | undefined =>
  Object.hasOwn(STRATEGIES, provider) ? STRATEGIES[provider] : undefined;

/** Ids and parts of ids that stand for a form or a ceremony of the app's own, and not for a page to be sent to. */
const FORM =
  /credential|password|email|e-mail|nodemailer|resend|sendgrid|postmark|mailgun|forwardemail|passkey|webauthn|magic|otp|sms|phone|token|ldap|guest|anonymous|demo|siwe|ethereum|wallet|web3/i;

/** Whether a provider takes what the visitor types in: credentials, e-mail links, passkeys. Other ids redirect. */
export const takesForm = (provider: string): boolean => strategyOf(provider) === undefined && FORM.test(provider);

/** Providers that send a link, by Auth.js's ids and what apps call their own. */
const MAIL = /email|e-mail|nodemailer|resend|sendgrid|postmark|mailgun|forwardemail|magic/i;

export const sendsMail = (provider: string): boolean => takesForm(provider) && MAIL.test(provider);
