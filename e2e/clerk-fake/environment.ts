/** What `<SignIn/>` reads before it draws: which ways in there are, and where things are. */
export function environment(oauth: readonly string[]): object {
  return {
    object: 'environment',
    id: 'env_fake',
    maintenance_mode: false,
    auth_config: { object: 'auth_config', id: 'aconf_fake', single_session_mode: true, reverification: false },
    display_config: {
      object: 'display_config',
      id: 'display_fake',
      application_name: 'Example',
      branded: false,
      instance_environment_type: 'production',
      preferred_sign_in_strategy: 'password',
      theme: {},
      captcha_public_key: null,
      captcha_widget_type: null,
      captcha_provider: 'turnstile',
      captcha_oauth_bypass: [],
      logo_image_url: '',
      home_url: '/',
      after_sign_in_url: '/',
      after_sign_up_url: '/',
      after_sign_out_all_url: '/',
      after_sign_out_one_url: '/',
    },
    user_settings: {
      attributes: {
        email_address: attribute({ required: true, used_for_first_factor: true, first_factors: ['email_code'] }),
        password: attribute({ required: true }),
      },
      social: Object.fromEntries(oauth.map((strategy) => [strategy, connection(strategy)])),
      actions: { delete_self: false, create_organization: false },
      sign_in: { second_factor: { required: false, enabled: false } },
      sign_up: { captcha_enabled: false, progressive: true, mode: 'public', legal_consent_enabled: false },
      password_settings: { min_length: 8, max_length: 72, disable_hibp: true, show_zxcvbn: false },
      passkey_settings: { allow_autofill: false, show_sign_in_button: false },
      attack_protection: { enumeration_protection: { enabled: false } },
    },
    organization_settings: { enabled: false, domains: { enabled: false, enrollment_modes: [] } },
    commerce_settings: {
      billing: {
        organization: { enabled: false, has_paid_plans: false },
        user: { enabled: false, has_paid_plans: false },
      },
    },
    api_keys_settings: { enabled: false },
    protect_config: null,
  };
}

const attribute = (own: object): object => ({
  enabled: true,
  required: false,
  used_for_first_factor: false,
  first_factors: [],
  used_for_second_factor: false,
  second_factors: [],
  verifications: [],
  verify_at_sign_up: false,
  ...own,
});

/** `oauth_github` → a button “GitHub”. */
function connection(strategy: string): object {
  const name = strategy.replace(/^oauth_/, '');
  return {
    enabled: true,
    required: false,
    authenticatable: true,
    strategy,
    name: name[0]!.toUpperCase() + name.slice(1),
    logo_url: `https://img.clerk.com/static/${name}.png`,
  };
}
