import { describe, expect, it } from 'vitest';
import { settingsFor, signInMethods, unknownSettings } from '../../lib/clerk/instance.js';
import { withSettings } from '../../lib/steps/instance.js';

const settings = (providers: string[], lifetime?: number) => settingsFor(signInMethods(providers), lifetime);

describe('the settings of an instance', () => {
  it('turn on what the options named, each once', () => {
    expect(settings(['google', 'azure-ad', 'microsoft-entra-id', 'credentials'], 3600)).toEqual({
      session: { lifetime: 3600 },
      connection_oauth_google: { enabled: true },
      connection_oauth_microsoft: { enabled: true },
      auth_password: { enabled: true },
    });
  });

  it.each(['email', 'nodemailer', 'resend'])('let people in by a link where they came by %s', (provider) => {
    expect(settings([provider])).toEqual({
      auth_email: { used_for_sign_in: true, used_for_sign_up: true, sign_in_strategies: ['email_link'] },
      auth_password: { enabled: false, required: false },
    });
  });

  it('turn nothing off where a provider has no key, which may be one that asks for passwords', () => {
    expect(settings(['keycloak', 'github'])).toEqual({ connection_oauth_github: { enabled: true } });
    expect(signInMethods(['keycloak', 'github']).others).toEqual(['keycloak']);
    expect(settings([])).toEqual({});
  });

  it('hold no key but those that are documented', () => {
    for (const providers of [
      ['google', 'email'],
      ['credentials', 'twitter', 'linkedin'],
    ])
      expect(unknownSettings(settings(providers, 60))).toEqual([]);
    expect(
      unknownSettings({
        session: { claims: { role: 'x' }, colour: 'blue' },
        connection_oauth_x: { enabled: 'yes' },
        auth: true,
      }),
    ).toEqual(['session.colour', 'connection_oauth_x.enabled', 'auth']);
  });

  it('leave what somebody has set in the file', () => {
    const text = '{\n  "auth_password": { "enabled": true }\n}\n';
    expect(JSON.parse(withSettings(text, settings(['github']))!)).toEqual({
      auth_password: { enabled: true, required: false },
      connection_oauth_github: { enabled: true },
    });
  });
});
