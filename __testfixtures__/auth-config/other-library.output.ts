import NextAuth from 'other-auth';
import type { NextAuthConfig } from 'next-auth';

// NextAuth({ providers: [] }) of next-auth
export const options = { providers: [], callbacks: {} };
export const text = 'declare module "next-auth"';
export const made = NextAuth(options);
// TODO(authjs-clerk): auth-config-in-use — describes the Auth.js set-up, which stays while code needs it
export type Config = NextAuthConfig;
