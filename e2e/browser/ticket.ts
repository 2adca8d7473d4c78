import type { Page } from 'playwright-core';

/** How long clerk-js may take to load, in milliseconds. */
const PATIENCE = 60_000;

/** What of clerk-js is used in the page. */
interface ClerkInPage {
  readonly loaded?: boolean;
  readonly client: {
    readonly signIn: {
      create(params: { strategy: 'ticket'; ticket: string }): Promise<{ createdSessionId: string | null }>;
    };
  };
  setActive(params: { session: string | null }): Promise<void>;
}

/** Signs in without a form, by a sign-in token of the Backend API. @param address a page of the app that anybody may see */
export async function signInByTicket(page: Page, address: string, ticket: string): Promise<void> {
  await page.goto(address);
  await page.waitForFunction(() => (globalThis as unknown as { Clerk?: ClerkInPage }).Clerk?.loaded, undefined, {
    timeout: PATIENCE,
  });
  await page.evaluate(async (given) => {
    const { Clerk } = globalThis as unknown as { Clerk: ClerkInPage };
    const { createdSessionId } = await Clerk.client.signIn.create({ strategy: 'ticket', ticket: given });
    await Clerk.setActive({ session: createdSessionId });
  }, ticket);
}
