import { randomBytes } from 'node:crypto';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import type { Person } from '../people.js';
import type { Side } from '../record.js';
import { pairsOf, plant } from './cookies.js';
import { leadAstray } from './network.js';
import { signInByTicket } from './ticket.js';

/** A browser of one person at one side of the comparison, and what went wrong in it. */
export interface Visitor {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Console errors, uncaught errors and failed hydrations, and requests that would have left this machine. */
  readonly problems: string[];
  /** The texts that the page showed, one after the other, since the last visit. */
  shown(): Promise<string[]>;
  close(): Promise<void>;
}

/**
 * Opens a browser of its own for somebody.
 * @param person undefined for somebody who is signed out
 * @param publicPage where anybody may go
 */
export async function visitor(
  browser: Browser,
  side: Side,
  person: Person | undefined,
  publicPage: string,
): Promise<Visitor> {
  const { base, clerk } = side;
  const pass = person?.user && (await clerk?.ticketFor?.(person.user));
  const context = await browser.newContext({
    viewport: { width: 900, height: 600 },
  });
  const problems: string[] = [];
  const client = randomBytes(6).toString('hex');
  await leadAstray(context, {
    base,
    clerk,
    client,
    testingToken: pass?.testingToken,
    leak: (what) => problems.push(what),
  });
  if (person?.user && clerk?.fake) {
    // clerk-js asks who is signed in in this browser, and believes that rather than the cookies.
    const { instance } = clerk.fake;
    instance.startSession(instance.client(client), person.user);
    await plant(context, base, Object.entries(instance.cookies(instance.client(client))));
  } else if (person && !clerk) await plant(context, base, pairsOf(await side.cookieOf(person)));
  await context.addInitScript(RECORD_TEXTS);
  const page = await context.newPage();
  if (pass) await signInByTicket(page, base.origin + publicPage, pass.ticket);
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(`console: ${message.text()} (${message.location().url})`);
  });
  page.on('pageerror', (error) => problems.push(`uncaught: ${error.message}`));
  return {
    page,
    context,
    problems,
    shown: () => page.evaluate(() => (globalThis as unknown as { __shown?: string[] }).__shown ?? []),
    close: async () => {
      // A request that is still on its way finds nobody to answer it once the fake is gone.
      await context.unrouteAll({ behavior: 'ignoreErrors' });
      await context.close();
    },
  };
}

/** Keeps what the page says at each change, so that a flash of the wrong content is seen. */
const RECORD_TEXTS = `
  window.__shown = [];
  const note = () => {
    const text = document.body?.innerText ?? '';
    if (text !== window.__shown.at(-1)) window.__shown.push(text);
  };
  new MutationObserver(note).observe(document, { childList: true, subtree: true, characterData: true });
`;
