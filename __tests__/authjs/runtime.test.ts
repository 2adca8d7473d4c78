import { describe, expect, it } from 'vitest';
import { OWN } from '../../lib/authjs/modules.js';
import { needsRuntime } from '../../lib/authjs/runtime.js';

describe('what is left to a person needs Auth.js’s route and options', () => {
  it.each([
    ['next-auth/react', 'useSession', 'app/page.tsx', false],
    ['next-auth/middleware', 'withAuth', 'middleware.ts', false],
    ['next-auth', 'customFetch', 'lib/oidc.ts', false],
    ['next-auth', 'getServerSession', 'app/page.tsx', true],
    ['next-auth/jwt', 'getToken', 'middleware.ts', false],
    ['next-auth/jwt', 'decode', 'lib/api.ts', false],
    [OWN.instance, 'signIn', 'app/actions.ts', true],
    [OWN.beside, 'getCurrentUser', 'app/page.tsx', false],
    [OWN.options, '*', '__tests__/auth.test.ts', true],
    ['next-auth/react', 'signIn', 'app/login/form.tsx', false],
    ['next-auth/react', 'getProviders', 'components/nav.jsx', false],
    ['next-auth/react', 'SessionContext', 'components/gap.tsx', false],
    ['next-auth/react', 'SessionProvider', 'app/providers.tsx', false],
    ['next-auth', 'Session', 'lib/types.ts', false],
    ['next-auth', 'AuthError', 'app/actions.ts', false],
    ['next-auth', 'getServerSession', 'pages/api/me.test.ts', false],
    ['next-auth', 'getServerSession', 'app/latest/page.tsx', true],
  ])('%s %s in %s: %s', (module, name, path, expected) => {
    expect(needsRuntime({ module, name }, path)).toBe(expected);
  });
});
