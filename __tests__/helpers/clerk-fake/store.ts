import type { UserJSON, EmailAddressJSON, PhoneNumberJSON } from '@clerk/backend';
import type { Attributes } from './environment.js';

/** A user in the shape that @clerk/backend types; a list of them is what the fake holds. */
export type FakeUser = UserJSON;

export type Status = 'verified' | 'reserved' | 'unverified';

/** The instance's users, with the identifiers that nobody else may have. */
export class Store {
  readonly users = new Map<string, FakeUser>();
  readonly byExternalId = new Map<string, FakeUser>();
  readonly byEmail = new Map<string, FakeUser>();
  readonly byPhone = new Map<string, FakeUser>();
  readonly byUsername = new Map<string, FakeUser>();
  /** Every status that an address has had, by address: one that was verified for a moment shows. */
  readonly statuses = new Map<string, Status[]>();
  #next = 0;

  constructor(readonly attributes: Attributes) {}

  id(prefix: string): string {
    this.#next += 1;
    return `${prefix}_${String(this.#next).padStart(6, '0')}`;
  }

  add(user: FakeUser): void {
    this.users.set(user.id, user);
    if (user.external_id !== null) this.byExternalId.set(user.external_id, user);
    if (user.username !== null) this.byUsername.set(user.username.toLowerCase(), user);
  }

  remove(user: FakeUser): void {
    this.users.delete(user.id);
    if (user.external_id !== null) this.byExternalId.delete(user.external_id);
    if (user.username !== null) this.byUsername.delete(user.username.toLowerCase());
    for (const { email_address: address } of user.email_addresses) this.byEmail.delete(address.toLowerCase());
    for (const { phone_number: number } of user.phone_numbers) this.byPhone.delete(number);
  }

  /** Somebody who is there before the import: a convenience for tests. */
  seed(facts: { externalId?: string; email?: string; verified?: boolean; username?: string }): FakeUser {
    const user = blank(this.id('user'));
    user.external_id = facts.externalId ?? null;
    user.username = facts.username ?? null;
    this.add(user);
    if (facts.email !== undefined)
      this.addEmail(user, facts.email, facts.verified === false ? 'unverified' : 'verified');
    return user;
  }

  setExternalId(user: FakeUser, id: string): void {
    if (user.external_id !== null) this.byExternalId.delete(user.external_id);
    user.external_id = id;
    this.byExternalId.set(id, user);
  }

  setUsername(user: FakeUser, name: string): void {
    if (user.username !== null) this.byUsername.delete(user.username.toLowerCase());
    user.username = name;
    this.byUsername.set(name.toLowerCase(), user);
  }

  addEmail(user: FakeUser, address: string, status: Status): EmailAddressJSON {
    const email: EmailAddressJSON = {
      object: 'email_address',
      id: this.id('idn'),
      email_address: address,
      verification: verification(this.id('ver'), status, 'email_code'),
      linked_to: [],
    };
    user.email_addresses.push(email);
    user.primary_email_address_id ??= email.id;
    this.byEmail.set(address.toLowerCase(), user);
    this.note(address, status);
    return email;
  }

  addPhone(user: FakeUser, number: string, status: Status): PhoneNumberJSON {
    const phone: PhoneNumberJSON = {
      object: 'phone_number',
      id: this.id('idn'),
      phone_number: number,
      reserved_for_second_factor: false,
      default_second_factor: false,
      reserved: status === 'reserved',
      verification: verification(this.id('ver'), status, 'phone_code'),
      linked_to: [],
      backup_codes: [],
    };
    user.phone_numbers.push(phone);
    user.primary_phone_number_id ??= phone.id;
    this.byPhone.set(number, user);
    this.note(number, status);
    return phone;
  }

  note(value: string, status: Status): void {
    this.statuses.set(value, [...(this.statuses.get(value) ?? []), status]);
  }
}

type Verification = NonNullable<EmailAddressJSON['verification']>;

/** A reserved address is unverified; that nobody else can claim it shows nowhere in it. */
function verification(id: string, status: Status, strategy: string): Verification | null {
  if (status === 'unverified') return null;
  const shown = status === 'verified' ? 'verified' : 'unverified';
  return {
    object: 'verification',
    id,
    status: shown,
    strategy,
    attempts: null,
    expire_at: null,
  } as unknown as Verification;
}

/** A user of whom nothing is known. */
export function blank(id: string): FakeUser {
  const now = Date.now();
  return {
    object: 'user',
    id,
    username: null,
    first_name: null,
    last_name: null,
    image_url: 'https://img.clerk.com/x',
    has_image: false,
    primary_email_address_id: null,
    primary_phone_number_id: null,
    primary_web3_wallet_id: null,
    password_enabled: false,
    two_factor_enabled: false,
    totp_enabled: false,
    backup_code_enabled: false,
    email_addresses: [],
    phone_numbers: [],
    web3_wallets: [],
    organization_memberships: null,
    external_accounts: [],
    enterprise_accounts: [],
    password_last_updated_at: null,
    public_metadata: {},
    private_metadata: {},
    unsafe_metadata: {},
    external_id: null,
    last_sign_in_at: null,
    banned: false,
    locked: false,
    deprovisioned: false,
    lockout_expires_in_seconds: null,
    verification_attempts_remaining: null,
    created_at: now,
    updated_at: now,
    last_active_at: null,
    create_organization_enabled: true,
    create_organizations_limit: null,
    delete_self_enabled: true,
    legal_accepted_at: null,
    locale: null,
    timezone: null,
  };
}
