import { describe, expect, it } from 'vitest';
import { migrate } from './migrate.js';

const AUTH = `import NextAuth from 'next-auth';
import GitHub from 'next-auth/providers/github';
export const { handlers, auth, signIn } = NextAuth({ providers: [GitHub] });
`;
const BUTTON = `'use client';
import { signIn } from 'next-auth/react';
import { useSearchParams } from 'next/navigation';

export function Social() {
  const next = useSearchParams().get('callbackUrl');
  return <button onClick={() => signIn('github', { callbackUrl: next ?? '/desk' })}>GitHub</button>;
}
`;
const FORM = `'use client';
import { signIn } from 'next-auth/react';

export function Email() {
  return (
    <form action={(data) => signIn('resend', data)}>
      <input name="email" />
      <button>Go on</button>
    </form>
  );
}
`;
const page = (...names: string[]) =>
  `${names.map((name) => `import { ${name} } from '@/components/${name.toLowerCase()}';\n`).join('')}
export default function Page() {
  return <main>${names.map((name) => `<${name} />`).join('')}</main>;
}
`;
const PATHS = { 'tsconfig.json': JSON.stringify({ compilerOptions: { paths: { '@/*': ['./*'] } } }), 'auth.ts': AUTH };

describe('a button of its own that signs in', () => {
  it('is Clerk’s form where only sign-in pages show it: a button would lead back to them', async () => {
    const { after } = await migrate({
      ...PATHS,
      'components/social.tsx': BUTTON,
      'app/login/page.tsx': page('Social'),
      'app/register/page.tsx': page('Social'),
    });
    expect(after['components/social.tsx']).toContain(
      'return <SignIn routing="hash" fallbackRedirectUrl={next ?? \'/desk\'} />;',
    );
  });

  it('shows nothing where each of those pages has a form that becomes Clerk’s', async () => {
    const { after, sites } = await migrate({
      ...PATHS,
      'components/social.tsx': BUTTON,
      'components/email.tsx': FORM,
      'app/login/page.tsx': page('Email', 'Social'),
    });
    expect(after['components/email.tsx']).toContain('<SignIn routing="hash" />');
    expect(after['components/social.tsx']).toBe(`'use client';

export function Social() {
  return null;
}
`);
    expect(sites('components/social.tsx')).toEqual([
      'rewritten sign-in-form next-auth/react',
      'rewritten sign-in-form signIn',
    ]);
  });

  it.each([
    ['another page', { 'app/login/page.tsx': page('Social'), 'app/shop/page.tsx': page('Social') }],
    ['a layout', { 'app/login/page.tsx': page('Social'), 'app/login/layout.tsx': page('Social') }],
    ['no page', {}],
  ])('stays a button where %s shows it', async (_, pages) => {
    const { after } = await migrate({ ...PATHS, 'components/social.tsx': BUTTON, ...pages });
    expect(after['components/social.tsx']).toContain('GitHub</button>');
    expect(after['components/social.tsx']).not.toContain('<SignIn ');
  });
});
