import { pepper } from '@/lib/pepper';

const ROUNDS = 12;

/** Hashes a password. */
export async function hash(password: string): Promise<string> {
  return `${password}:${pepper}:${ROUNDS}`;
}
