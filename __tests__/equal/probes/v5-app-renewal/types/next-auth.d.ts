import 'next-auth';
import 'next-auth/jwt';

declare module 'next-auth' {
  interface Session {
    mailToken?: string;
    error?: 'RefreshTokenError';
  }
}

declare module 'next-auth/jwt' {
  interface JWT {
    access_token?: string;
    expires_at?: number;
    refresh_token?: string;
    error?: 'RefreshTokenError';
  }
}
