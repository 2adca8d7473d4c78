import { fullNameOf, type FakeUser } from './people.js';

/** The shortcodes of Clerk's session token that `clerk.patch.json` uses; a name that is not here is a mistake. */
const SHORTCODES: Readonly<Record<string, (user: FakeUser) => unknown>> = {
  'user.id': ({ id }) => id,
  'user.external_id': ({ externalId }) => externalId,
  'user.full_name': fullNameOf,
  'user.first_name': ({ firstName }) => firstName,
  'user.last_name': ({ lastName }) => lastName,
  'user.primary_email_address': ({ email }) => email,
  'user.email_verified': () => true,
  'user.image_url': ({ imageUrl }) => imageUrl ?? 'https://img.clerk.com/generated',
  'user.has_image': ({ imageUrl }) => imageUrl !== undefined,
  'user.public_metadata': ({ publicMetadata }) => publicMetadata,
};

/**
 * The claims that a template yields for a person: `"{{user.external_id || user.id}}"` → the first that is there.
 * @throws where a shortcode is none
 */
export function claimsFor(user: FakeUser, template: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(template).map(([name, value]) => [name, filled(value, user)]));
}

function filled(value: unknown, user: FakeUser): unknown {
  if (typeof value !== 'string') return value;
  const [, whole] = /^\{\{([^{}]*)\}\}$/.exec(value) ?? [];
  if (whole !== undefined) return firstOf(whole, user); // alone it keeps its type
  return value.replace(/\{\{([^{}]*)\}\}/g, (_, code: string) => String(firstOf(code, user) ?? ''));
}

function firstOf(code: string, user: FakeUser): unknown {
  for (const each of code.split('||')) {
    const found = valueOf(each.trim(), user);
    if (found !== undefined && found !== null && found !== '') return found;
  }
  return null;
}

function valueOf(name: string, user: FakeUser): unknown {
  const [, quoted] = /^'(.*)'$/.exec(name) ?? [];
  if (quoted !== undefined) return quoted;
  const metadata = /^user\.public_metadata\.(.+)$/.exec(name)?.[1];
  if (metadata !== undefined)
    return metadata
      .split('.')
      .reduce<unknown>((value, key) => (value as Record<string, unknown> | undefined)?.[key], user.publicMetadata);
  const read = Object.hasOwn(SHORTCODES, name) ? SHORTCODES[name] : undefined;
  if (!read) throw new Error(`Clerk has no shortcode {{${name}}}, or the fake does not know it`);
  return read(user);
}
