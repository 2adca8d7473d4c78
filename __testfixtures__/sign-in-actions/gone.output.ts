'use server';

export type LoginState = { error?: string };
