import type { UserJSON } from '@clerk/backend';
import type { FakeUser } from './people.js';

/**
 * A user as the Backend API answers it. Typed by the SDK: without `object` its e-mail would silently be undefined,
 * without `linked_to` it would throw.
 */
export function userJson(user: FakeUser, createdAt: number): UserJSON {
  const emailId = `idn_${user.id}`;
  return {
    object: 'user',
    id: user.id,
    external_id: user.externalId,
    username: null,
    first_name: user.firstName,
    last_name: user.lastName,
    image_url: user.imageUrl ?? 'https://img.clerk.com/generated',
    has_image: user.imageUrl !== undefined,
    primary_email_address_id: emailId,
    primary_phone_number_id: null,
    primary_web3_wallet_id: null,
    email_addresses: [
      {
        object: 'email_address',
        id: emailId,
        email_address: user.email,
        verification: {
          object: 'verification',
          id: `ver_${user.id}`,
          status: 'verified',
          strategy: 'email_code',
          attempts: 1,
          expire_at: null,
          external_verification_redirect_url: null,
          nonce: null,
          message: null,
        } as unknown as UserJSON['email_addresses'][number]['verification'],
        linked_to: [],
      },
    ],
    phone_numbers: [],
    web3_wallets: [],
    external_accounts: [],
    enterprise_accounts: [],
    organization_memberships: [],
    password_enabled: true,
    password_last_updated_at: createdAt,
    two_factor_enabled: false,
    totp_enabled: false,
    backup_code_enabled: false,
    public_metadata: user.publicMetadata,
    private_metadata: { ...user.privateMetadata },
    unsafe_metadata: {},
    banned: false,
    locked: false,
    deprovisioned: false,
    lockout_expires_in_seconds: null,
    verification_attempts_remaining: null,
    created_at: createdAt,
    updated_at: createdAt,
    last_sign_in_at: createdAt,
    last_active_at: createdAt,
    create_organization_enabled: false,
    create_organizations_limit: null,
    delete_self_enabled: false,
    legal_accepted_at: null,
    locale: null,
    timezone: null,
  };
}
