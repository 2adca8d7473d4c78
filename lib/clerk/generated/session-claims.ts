import type { Augmentation } from '../../authjs/augmentation.js';
import { claimIn, type Helper } from '../helpers.js';
import { METADATA_CLAIM, metadataTypes, type OwnFields } from './session-metadata.js';

/** What of a generated module reads claims. */
interface Claimed {
  readonly helpers: ReadonlySet<Helper>;
  readonly augmentation: Augmentation;
  readonly own?: OwnFields | undefined;
}

/** The claims that a generated module reads, with their values as `clerk.patch.json` writes them (clerk-api.md 7). */
export const CLAIMS: Readonly<Record<string, string>> = {
  userId: '{{user.external_id || user.id}}',
  name: '{{user.full_name}}',
  email: '{{user.primary_email_address}}',
  image: '{{user.image_url}}',
  // Clerk generates a picture for whoever has none, and Auth.js had null there, which code tests.
  hasImage: '{{user.has_image}}',
};

/** A claim's value; a field of the app's own is one of the public metadata. */
export const claimValue = (name: string): string =>
  name === METADATA_CLAIM ? '{{user.public_metadata}}' : (CLAIMS[name] ?? `{{user.public_metadata.${name}}}`);

/** Which claims the helpers read. */
export function claimsOf(helpers: ReadonlySet<Helper>): string[] {
  const functions =
    helpers.has('getSession') || helpers.has('getToken')
      ? Object.keys(CLAIMS)
      : helpers.has('getUserId')
        ? ['userId']
        : [];
  return [...new Set([...functions, ...[...helpers].flatMap((helper) => claimIn(helper) ?? [])])];
}

/** Types that mean the same in any file. */
const PLAIN_TYPE = /^(?:(?:string|number|boolean|null|undefined|'[^']*'|"[^"]*"|\||\[\]|\s)+)$/;

/** The type of a claim: Auth.js's token or user says it of a field of the app's own. */
function claimType(name: string, { interfaces }: Augmentation): string {
  if (name === 'userId') return 'string';
  if (name === 'hasImage') return 'boolean';
  if (name === METADATA_CLAIM) return 'UserPublicMetadata';
  if (CLAIMS[name] !== undefined) return 'string | null';
  const members = interfaces.flatMap((each) => (/^(?:JWT|User)$/.test(each.name) ? each.members : []));
  const text = members.find((each) => each.name === name)?.text;
  const type = /^[^:]*\?:([\s\S]*?);?\s*$|^[^:]*:([\s\S]*?);?\s*$/.exec(text ?? '');
  const written = (type?.[1] ?? type?.[2])?.trim();
  return written !== undefined && PLAIN_TYPE.test(written) ? written : 'string';
}

/** The types of the claims, and of the metadata that one of them holds. */
export function claims({ helpers, augmentation, own }: Claimed): string {
  const members = claimsOf(helpers).map(
    (name) => `    /** ${claimValue(name)} */\n    ${name}?: ${claimType(name, augmentation)};`,
  );
  return `declare global {\n${own && helpers.has('getSession') ? metadataTypes(own) : ''}  /** As set by clerk.patch.json. */\n  interface CustomJwtSessionClaims {\n${members.join('\n')}\n  }\n}`;
}
