import NextAuth from 'other-auth';
import type { NextAuthConfig } from 'next-auth';

// NextAuth({ providers: [] }) of next-auth
export const options = { providers: [], callbacks: {} };
export const text = 'declare module "next-auth"';
export const made = NextAuth(options);
export type Config = NextAuthConfig;
