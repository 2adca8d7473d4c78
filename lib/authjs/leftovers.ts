/** What the import graph does not show: addresses, cookies and variables that name Auth.js in strings. */

/** Auth.js's own routes below its base path (v4 and v5). */
const ENDPOINT =
  /(?:^|[^\w-])(\/?api\/auth\/(?:signin|signout|session|csrf|providers|callback|error|verify-request|_log)(?![\w-])[^\s?#'"`]*)/;

/** The first Auth.js address in a string (`/api/auth/signin/github`), with a slash in front. */
export function endpointIn(text: string): string | undefined {
  const found = ENDPOINT.exec(text)?.[1];
  return found === undefined ? undefined : `/${found.replace(/^\//, '')}`;
}

/** Whether a module string names Auth.js's own route: `@/pages/api/auth/[...nextauth]`. */
export const isRoutePath = (source: string): boolean =>
  /\/api\/auth\/\[\.\.\.nextauth\](?:\/route)?(?:\.[jt]s)?$/.test(source);

const COOKIE = /(?:next-auth|authjs)\.(?:session-token|csrf-token|callback-url|pkce|state|nonce)/;

/** The first name of an Auth.js cookie in a string, without its `__Secure-` or `__Host-` prefix. */
export const cookieIn = (text: string): string | undefined => COOKIE.exec(text)?.[0];

/** Provider ids as they stand in v5's variable names (`AUTH_GITHUB_ID`), upper case. */
const PROVIDERS =
  'APPLE|ATLASSIAN|AUTH0|AUTHENTIK|AZURE_AD|AZURE_AD_B2C|BATTLENET|BITBUCKET|BOX|BOXYHQ_SAML|COGNITO|COINBASE|DESCOPE|DISCORD|DROPBOX|DUENDE_IDENTITY_SERVER6|FACEBOOK|FIGMA|FORWARDEMAIL|FUSIONAUTH|GITHUB|GITLAB|GOOGLE|HUBSPOT|IDENTITY_SERVER4|INSTAGRAM|KAKAO|KEYCLOAK|LINE|LINKEDIN|LOGTO|MAILCHIMP|MAILGUN|MATTERMOST|MEDIUM|MICROSOFT_ENTRA_ID|NAVER|NETLIFY|NODEMAILER|NOTION|OKTA|ONELOGIN|OSU|PASSAGE|PATREON|PINTEREST|PIPEDRIVE|POSTMARK|REDDIT|RESEND|SALESFORCE|SENDGRID|SLACK|SPOTIFY|STRAVA|TIKTOK|TRAKT|TWITCH|TWITTER|VK|WORDPRESS|WORKOS|YANDEX|ZITADEL|ZOHO|ZOOM';
const VARIABLE = `(?:NEXT_PUBLIC_)?NEXTAUTH_(?:URL_INTERNAL|URL|SECRET)|AUTH_(?:SECRET|URL|TRUST_HOST|DEBUG|REDIRECT_PROXY_URL)(?:_\\d)?|AUTH_(?:${PROVIDERS})_(?:ID|SECRET|ISSUER|KEY|SERVER|FROM|URL)`;
const VARIABLE_NAME = new RegExp(`^(?:${VARIABLE})$`);
const VARIABLE_IN_TEXT = new RegExp(`(?<![\\w-])(?:${VARIABLE})(?!\\w)`, 'g');

/** Whether the name is that of a variable which Auth.js reads by itself. */
export const isVariable = (name: string): boolean => VARIABLE_NAME.test(name);

/** Each mention of such a variable in a text that is no source code: env files, deployment files. */
export function* variablesIn(text: string): Generator<{ name: string; offset: number }> {
  for (const match of text.matchAll(VARIABLE_IN_TEXT)) yield { name: match[0], offset: match.index };
}

/** Each mention of one of the names in such a text. */
export function* mentionsOf(text: string, names: readonly string[]): Generator<{ name: string; offset: number }> {
  if (names.length === 0) return;
  for (const match of text.matchAll(new RegExp(`(?<![\\w-])(?:${names.join('|')})(?!\\w)`, 'g')))
    yield { name: match[0], offset: match.index };
}

/** A file without one of these says nothing of Auth.js by itself. Cheap on purpose: it decides what gets parsed. */
export const MENTIONS_AUTHJS = /next-auth|@auth\/|authjs\.|NEXTAUTH_|\bAUTH_[A-Z]|api\/auth\/|\.nextauth\]/;
