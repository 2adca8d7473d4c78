import type { SessionCallbacks } from '@/lib/clerk-session';
import { planOf } from './plans';

export const sessionCallbacks = {
    async session({ session, token, user }) {
      const banner = `
        ${token.name}
      `;
      return { ...session, banner, plan: await planOf(token.email) };
    },
} satisfies SessionCallbacks;
