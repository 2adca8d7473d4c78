import { expect, it } from 'vitest';
import { git, runOn } from './app.js';
import { folder, tree } from './folder.js';

const FILES = {
  'package.json': JSON.stringify({
    name: 'app',
    dependencies: { next: '^15.0.0', react: '^19.0.0', 'next-auth': '4.24.15' },
  }),
  'tsconfig.json': '{}',
  'pages/api/auth/[...nextauth].ts': `import NextAuth from 'next-auth';

export default NextAuth({ providers: [], pages: { signIn: '/login' } });
`,
  'app/layout.tsx': 'export default ({ children }) => <html><body>{children}</body></html>;\n',
  'app/page.tsx': `import Link from 'next/link';
import { Button } from '../components/button';

export default function Home() {
  return (
    <nav>
      <Link href="/login" className="link">
        Sign in
      </Link>
      <Link href="/login?callbackUrl=/app">
        <Button>Start</Button>
      </Link>
      <Button asChild variant="ghost">
        <Link href="/register">Join</Link>
      </Button>
      <Link href="/about">About</Link>
    </nav>
  );
}
`,
  'components/button.tsx': 'export const Button = (props) => <button {...props} />;\n',
  'app/login/page.tsx': `import { LoginForm } from '../../components/login-form';

export default function LoginPage() {
  return <LoginForm />;
}
`,
  'components/login-form.tsx': `'use client';
import { signIn } from 'next-auth/react';

export function LoginForm() {
  return (
    <form action={(data) => signIn('email', { email: data.get('email') })}>
      <input name="email" />
    </form>
  );
}
`,
  'app/register/page.tsx': `'use client';
import { signIn } from 'next-auth/react';

export default function RegisterPage() {
  return (
    <form action={(data) => signIn('credentials', { email: data.get('email') })}>
      <input name="email" />
    </form>
  );
}
`,
  'app/app/page.tsx': `import { redirect } from 'next/navigation';
import { getServerSession } from 'next-auth';

export default async function Page() {
  const session = await getServerSession();
  if (!session) redirect('/login');
  return <h1>App</h1>;
}
`,
  'components/leave.tsx': `'use client';
import { useRouter } from 'next/navigation';

export function Leave() {
  const router = useRouter();
  return <input onChange={() => router.push('/login')} />;
}
`,
};

/** What an app becomes with `--ui account-portal`, and the same after a second run. */
async function migrated(files: Record<string, string>) {
  const dir = folder(files);
  git(dir, 'init', '--quiet');
  git(dir, 'add', '--all');
  git(dir, 'commit', '--quiet', '--message', 'state');
  const { report } = await runOn(dir, { ui: 'account-portal' });
  const after = tree(dir);
  await runOn(dir, { ui: 'account-portal', force: true });
  expect(tree(dir)).toEqual(after);
  return { after, report };
}

it('takes the pages out, with what only they showed, and leads to Clerk’s what led there', async () => {
  const { after, report } = await migrated(FILES);
  expect(Object.keys(after).filter((path) => /login|register/.test(path) && !path.endsWith('/'))).toEqual([]);
  expect(after['app/page.tsx']).toBe(`import Link from 'next/link';
import { Button } from '../components/button';
import { SignInButton, SignUpButton } from '@clerk/nextjs';

export default function Home() {
  return (
    <nav>
      <SignInButton>
        <button className="link">
          Sign in
        </button>
      </SignInButton>
      <SignInButton forceRedirectUrl="/app">
        <Button>Start</Button>
      </SignInButton>
      <SignUpButton>
        <Button variant="ghost">
          Join
        </Button>
      </SignUpButton>
      <Link href="/about">About</Link>
    </nav>
  );
}
`);
  expect(after['app/app/page.tsx']).toContain('return (await auth()).redirectToSignIn();');
  expect(after['components/leave.tsx']).toBe(`'use client';
import { useClerk } from '@clerk/nextjs';

export function Leave() {
  const { redirectToSignIn } = useClerk();
  return <input onChange={() => redirectToSignIn()} />;
}
`);
  expect(JSON.stringify(after)).not.toMatch(/CLERK_SIGN_(?:IN|UP)_URL=/);
  expect(report.summary.sitesManual).toBe(0);
  expect(report.files.find(({ path }) => path === 'components/login-form.tsx')?.status).toBe('deleted');
});

it('leaves a page that something still leads to as one that sends on', async () => {
  const { after, report } = await migrated({ ...FILES, 'lib/mail.ts': 'export const link = `/login?from=mail`;\n' });
  expect(after['app/login/page.tsx']).toBe(`import { RedirectToSignIn } from '@clerk/nextjs';

export default function SignInPage() {
  return <RedirectToSignIn signInForceRedirectUrl="/" />;
}
`);
  expect(after).not.toHaveProperty(['components/login-form.tsx']);
  expect(after).not.toHaveProperty(['app/register/page.tsx']);
  expect(report.followUps.find(({ title }) => title.startsWith('/login sends on'))?.detail).toContain('lib/mail.ts');
});

it('leaves a page alone on which something is left to a person', async () => {
  const page = `'use client';
import { signIn } from 'next-auth/react';

export default function LoginPage() {
  const tell = signIn('credentials', { redirect: false });
  tell.then(console.log);
  return <p />;
}
`;
  const { after } = await migrated({ ...FILES, 'app/login/page.tsx': page });
  expect(after['app/login/page.tsx']).toContain('signIn(');
});

it('leaves links alone that another element clones, and those that say more', async () => {
  const home = `import Link from 'next/link';
import { Menu } from './menu';

export default function Home({ to }) {
  return (
    <Menu.Trigger asChild>
      <Link href="/login">Sign in</Link>
      <Link href={to}>Elsewhere</Link>
      <Link href="/login?tab=1&x=2">Tab</Link>
    </Menu.Trigger>
  );
}
`;
  const { after } = await migrated({ ...FILES, 'app/page.tsx': home });
  expect(after['app/page.tsx']).toBe(home);
  expect(after['app/login/page.tsx']).toContain('RedirectToSignIn');
});
