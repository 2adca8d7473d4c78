import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from 'playwright-core';

/** How often a picture is tried, and how long Chromium may take for one, in milliseconds. */
const TRIES = 4;
const PATIENCE = 10_000;

/**
 * A PNG of what a page shows, for a person to look at; undefined where Chromium gives none.
 * A page that is just leaving for an address where nobody answers has none ("Unable to capture screenshot"), so it is
 * asked again. Nothing is compared by pictures: a missing one fails nothing, and the page of pictures says so.
 * @param pause between two tries, in milliseconds
 */
export async function pictureOf(page: Pick<Page, 'screenshot'>, pause = 500): Promise<Buffer | undefined> {
  for (let tries = 1; ; tries++)
    try {
      return await page.screenshot({ timeout: PATIENCE });
    } catch {
      if (tries === TRIES) return undefined;
      await sleep(pause);
    }
}
