import type { BrowserContext } from 'playwright-core';

/** The pairs of a `Cookie` header. */
export const pairsOf = (header: string): [string, string][] =>
  header
    .split('; ')
    .filter((pair) => pair !== '')
    .map((pair) => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)]);

/** Puts cookies on the app's own address. */
export async function plant(
  context: BrowserContext,
  base: URL,
  cookies: Iterable<readonly [string, string]>,
): Promise<void> {
  const list = [...cookies].map(([name, value]) => ({
    name,
    value,
    url: base.origin,
    sameSite: 'Lax' as const,
  }));
  if (list.length > 0) await context.addCookies(list);
}
