import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createColors } from 'picocolors';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Report } from '../../lib/ledger.js';
import { render } from '../../lib/report/index.js';
import { startBrowser, WHY_NO_BROWSER } from '../helpers/browser.js';
import { sample, site } from '../report/sample.js';
import { checkout, FIXTURES, runOn } from '../runner/app.js';
import { folder } from '../runner/folder.js';

if (WHY_NO_BROWSER !== undefined) process.stderr.write(`html-report.test.ts ${WHY_NO_BROWSER}\n`);

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const PAGE = 'apps/web/app/(auth)/[id]/page.tsx';

describe.skipIf(WHY_NO_BROWSER !== undefined)(`the HTML report in a browser ${WHY_NO_BROWSER ?? ''}`, () => {
  let browser: Browser;
  beforeAll(async () => void (browser = await startBrowser()));
  afterAll(() => browser.close());

  /** Opens a report, and counts what the page asks for besides itself, and what it complains of. */
  async function open(report: Report = sample(), options: BrowserContextOptions = {}) {
    const texts = (path: string) =>
      path === PAGE
        ? { before: `const a = 1;\nconst session = useSession();\n`.repeat(80), after: `const b = 2;\n`.repeat(160) }
        : undefined;
    const file = join(folder(), 'report.html');
    writeFileSync(file, render(report, 'html', { colors: createColors(false), dryRun: false, texts }));
    return load(file, options);
  }

  async function load(file: string, options: BrowserContextOptions = {}) {
    const context = await browser.newContext(options);
    const page = await context.newPage();
    const faults: string[] = [];
    page.on('request', (request) => request.url().startsWith('file:') || faults.push(request.url()));
    page.on('console', (message) => faults.push(message.text()));
    page.on('pageerror', (error) => faults.push(error.message));
    await page.goto(pathToFileURL(file).href);
    return { page, faults };
  }

  const found = (page: Page, text: string) => page.getByText(text, { exact: true }).waitFor();
  const shown = (page: Page) => page.locator('.sites > li[data-rule]:visible').count();

  /** What axe has against a page, with all of it open. */
  async function violations(page: Page): Promise<string[]> {
    await page.evaluate(`document.querySelectorAll('details').forEach((each) => (each.open = true))`);
    // What runs in the page is written as text: its types are not those of Node. The page forbids scripts; a browser's own
    // tools are not bound by that.
    await page.evaluate(AXE);
    return page.evaluate(
      `axe.run().then((result) => result.violations.map(({ id, nodes }) => id + ': ' + nodes.map(({ html }) => html).join(' ')))`,
    );
  }

  it.each(['light', 'dark'] as const)('axe finds no violation in %s', async (colorScheme) => {
    const { page, faults } = await open(sample(), { colorScheme });
    expect(await violations(page)).toEqual([]);
    expect(faults).toEqual([]);
  });

  it.each(['v4-app-ts', 'v5-src-proxy'])(
    'shows a run over the app %s: its code, its rules, no violation',
    async (name) => {
      const dir = checkout(join(FIXTURES, 'apps', name, 'input'));
      await runOn(dir, { reports: ['report.html'] });
      const { page, faults } = await load(join(dir, 'report.html'));
      expect(await violations(page)).toEqual([]);
      expect(await page.locator('.pair del mark').count()).toBeGreaterThan(0);
      expect(await page.locator('.pair ins').count()).toBeGreaterThan(0);
      const rules = await page
        .locator('.sites a[href^="#rule-"]')
        .evaluateAll((links: unknown[]) => (links as { hash: string }[]).map(({ hash }) => hash));
      for (const rule of new Set(rules)) expect([rule, await page.locator(rule).count()]).toEqual([rule, 1]);
      expect(faults).toEqual([]);
    },
  );

  it('filters by outcome, rule and file, searches, and says how many are shown', async () => {
    const { page, faults } = await open();
    await found(page, '7 sites in 3 files');
    await page.uncheck('[value=rewritten]');
    await found(page, '5 sites in 3 files');
    expect(await shown(page)).toBe(5);
    await page.selectOption('#file', PAGE);
    await found(page, '2 sites in 1 file');
    await page.selectOption('#rule', 'session-escape');
    await found(page, '1 site in 1 file');
    await page.click('[type=reset]');
    await found(page, '7 sites in 3 files');
    await page.fill('#text', 'STORED  (auth)');
    await found(page, '1 site in 1 file');
    expect(await page.locator('section.file:visible').count()).toBe(1);
    await page.fill('#text', 'nothing has this');
    await found(page, 'No site fits.');
    expect(await page.locator('section.file:visible').count()).toBe(0);
    expect(faults).toEqual([]);
  });

  it('works by the keyboard alone', async () => {
    const { page } = await open();
    await page.keyboard.press('/');
    await page.keyboard.type('options');
    await found(page, '1 site in 1 file');
    const summary = page.locator('.sites > li:visible summary');
    await summary.focus();
    await page.keyboard.press('Enter');
    expect(await page.locator('.sites > li:visible details').getAttribute('open')).not.toBeNull();
    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.tagName')).not.toBe('BODY');
  });

  it('shows all of it without scripts', async () => {
    const { page } = await open(sample(), { javaScriptEnabled: false });
    expect(await page.locator('.sites > li[data-rule]').count()).toBe(7);
    expect(await page.locator('#filter').isVisible()).toBe(false);
    expect(await page.locator('summary').first().isVisible()).toBe(true);
  });

  it('does not scroll sideways on a narrow screen', async () => {
    const { page } = await open(sample(), { viewport: { width: 320, height: 640 } });
    await page.click('#toggle');
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(320);
  });

  it('takes the colours that are chosen', async () => {
    const { page } = await open(sample(), { colorScheme: 'light' });
    const back = () => page.evaluate('getComputedStyle(document.body).backgroundColor');
    const light = await back();
    await page.selectOption('#theme', 'dark');
    expect(await back()).not.toBe(light);
  });

  it('filters thousands of sites', async () => {
    const report = sample();
    report.files = Array.from({ length: 400 }, (_, index) => ({
      path: `app/${index}/page.tsx`,
      status: 'modified',
      transforms: [],
      sites: Array.from({ length: 20 }, (_, line) =>
        site({ line: line + 1, outcome: line === 0 ? 'manual' : 'rewritten', message: `in place ${index}-${line}` }),
      ),
    }));
    const { page, faults } = await open(report);
    await found(page, '8000 sites in 400 files');
    await page.uncheck('[value=rewritten]');
    await found(page, '400 sites in 400 files');
    await page.fill('#text', '399-0');
    await found(page, '1 site in 1 file');
    expect(await shown(page)).toBe(1);
    expect(faults).toEqual([]);
  });
});
