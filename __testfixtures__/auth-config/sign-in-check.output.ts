import type { Account, Profile, User as ClerkUser } from '@/lib/clerk-session';
import type { User } from './models';

const DOMAINS = ['example.com', 'example.org'];

function isKnown(email: string): boolean {
  return DOMAINS.some((domain) => email.endsWith(`@${domain}`));
}

// TODO(authjs-clerk): auth-config-sign-in-callback — nothing calls it any more: set Clerk’s restrictions to what it decides, or call it where sessions are read
export const signInCheck = {
    // Invited people and our own.
    async signIn({ user: person, account, ...rest }) {
      if (account?.provider === 'github' && isKnown(person.email ?? '')) {
        return true;
      }
      const text = `
      no: ${person.email}
      `;
      console.warn(text, rest);
      return '/denied';
    },
} satisfies { signIn(params: { user: ClerkUser; account: Account | null; profile?: Profile; email?: { verificationRequest?: boolean }; credentials?: Record<string, unknown> }): unknown };

export const nameOf = (user: User) => user.name;
