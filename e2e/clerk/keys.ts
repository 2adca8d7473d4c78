/** Keys of somebody's own instance. */
export interface RealKeys {
  readonly publishableKey: string;
  readonly secretKey: string;
  /** The Backend API; `CLERK_API_URL` puts it elsewhere. */
  readonly apiUrl: string;
  /** Where the Frontend API is answered instead of the host in the key: `E2E_FRONTEND_URL`, for a stand-in. */
  readonly frontendUrl: string | undefined;
}

/**
 * The keys in the environment; undefined where there are none, and the fake answers.
 * @param live whether those of a production instance are meant
 * @throws where one is missing, they are of different instances, or they are live ones that nobody meant
 */
export function realKeys(env: Readonly<NodeJS.ProcessEnv>, live: boolean): RealKeys | undefined {
  const secretKey = env['CLERK_SECRET_KEY'];
  const publishableKey = env['NEXT_PUBLIC_CLERK_PUBLISHABLE_KEY'];
  if (!secretKey && !publishableKey) return undefined;
  const kind = kindOf('CLERK_SECRET_KEY', secretKey, 'sk');
  if (kindOf('NEXT_PUBLIC_CLERK_PUBLISHABLE_KEY', publishableKey, 'pk') !== kind)
    throw new Error('One of the two keys is of a production instance, and the other is not.');
  if (kind === 'live' && !live)
    throw new Error(
      'CLERK_SECRET_KEY is of a production instance, and the harness makes and deletes people: use the keys of a development instance, or say --live.',
    );
  return {
    secretKey: secretKey!,
    publishableKey: publishableKey!,
    apiUrl: env['CLERK_API_URL'] || 'https://api.clerk.com',
    frontendUrl: env['E2E_FRONTEND_URL'] || undefined,
  };
}

function kindOf(name: string, key: string | undefined, prefix: 'sk' | 'pk'): string {
  const kind = new RegExp(`^${prefix}_(test|live)_.`).exec(key ?? '')?.[1];
  if (kind === undefined)
    throw new Error(
      key ? `${name} is none: it begins with ${prefix}_test_.` : `${name} is missing: the harness needs both keys.`,
    );
  return kind;
}
