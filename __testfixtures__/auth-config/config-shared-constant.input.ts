import type { NextAuthOptions } from 'next-auth';

const maxAge = 3600;
function only() {
  return 'one';
}

export const authOptions: NextAuthOptions = {
  session: { maxAge },
  secret: only(),
  providers: [],
};

export const cookieAge = maxAge;
