/** By Clerk's name of the attribute; what is not named is turned on and not required. */
export type Attributes = Partial<Record<Attribute, { enabled: boolean; required: boolean }>>;
export type Attribute = 'email_address' | 'phone_number' | 'username' | 'first_name' | 'last_name' | 'password';

const ALL: readonly Attribute[] = ['email_address', 'phone_number', 'username', 'first_name', 'last_name', 'password'];

/** `GET /v1/environment` of the Frontend API, as far as an import reads it. */
export const environment = (attributes: Attributes): object => ({
  object: 'environment',
  user_settings: {
    attributes: Object.fromEntries(ALL.map((name) => [name, settingOf(attributes, name)])),
  },
});

export const settingOf = (attributes: Attributes, name: Attribute): { enabled: boolean; required: boolean } =>
  attributes[name] ?? { enabled: true, required: false };
