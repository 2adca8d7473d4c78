import { existsSync } from 'node:fs';
import { chromium, type Browser } from 'playwright-core';

/** Debian's package puts it there; another place is named by CHROMIUM_PATH. */
const CHROMIUM = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium';

/** Why pages can't be tried here; undefined where they can. */
export const WHY_NO_BROWSER: string | undefined = existsSync(CHROMIUM)
  ? undefined
  : `skipped: there is no ${CHROMIUM}; install chromium, or name one by CHROMIUM_PATH`;

/** A browser that may run as root. Whoever starts it closes it. */
export const startBrowser = (): Promise<Browser> =>
  chromium.launch({
    executablePath: CHROMIUM,
    args: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'],
  });
