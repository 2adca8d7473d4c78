/** What to do about a rejection, by its code. Clerk's own codes are among them. */
const WAYS_OUT: Readonly<Record<string, string>> = {
  duplicate_in_file: 'merge the records, or drop the later ones with --allow-partial',
  no_identifier: 'give the record an address, a phone number or a username; otherwise its user signs up anew',
  unverified_only:
    '--reserve-unverified creates the address unverified and locked to the user; mark it as verified only if you know it is',
  email_address_required:
    'export with --trust-emails if you know that the addresses are theirs, --reserve-unverified, or make it optional: clerk config patch',
  phone_number_required: 'make it optional for the import: clerk config patch, or the Dashboard, User & authentication',
  username_required: 'make it optional for the import: clerk config patch, or the Dashboard, User & authentication',
  first_name_required: 'make it optional for the import: clerk config patch, or the Dashboard, User & authentication',
  last_name_required: 'make it optional for the import: clerk config patch, or the Dashboard, User & authentication',
  email_address_not_enabled: 'turn it on: clerk config patch, or the Dashboard, User & authentication',
  phone_number_not_enabled: 'turn it on: clerk config patch, or the Dashboard, User & authentication',
  username_not_enabled: 'turn it on: clerk config patch, or the Dashboard, User & authentication',
  first_name_not_enabled: 'turn it on: clerk config patch, or the Dashboard, User & authentication',
  last_name_not_enabled: 'turn it on: clerk config patch, or the Dashboard, User & authentication',
  password_not_enabled: 'turn passwords on: clerk config patch, or the Dashboard, User & authentication',
  email_taken:
    'somebody else’s account holds it: look at that one; --link-by-email joins them where both sides hold it verified',
  phone_taken: 'somebody else’s account holds it: look at that one',
  username_taken: 'somebody else’s account holds it: give the record another one',
  already_there: 'drop --on-conflict fail to skip them',
  password_without_hasher: 'add passwordHasher; a password in clear is not taken',
  invalid_digest: 'name the hasher that made it, or leave the password out: its user sets a new one by email',
  unknown_hasher: 'leave the password out: its user sets a new one by email',
  form_data_missing: 'the instance requires a field that the record has not: make it optional for the import',
  form_param_unknown: 'the instance has a field turned off that the record brings: turn it on, or take it out',
  user_quota_exceeded: 'a development instance takes about 100 users: rehearse with a part of the file',
};

/** Undefined where nothing better is known than the reason itself. */
export const wayOut = (code: string): string | undefined =>
  Object.hasOwn(WAYS_OUT, code) ? WAYS_OUT[code] : undefined;
