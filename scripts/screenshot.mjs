// Makes docs/report.png: the HTML report of the bundled example, as a browser shows it. Needs chromium.
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'authjs-clerk-codemod-'));
const app = join(folder, 'app');
cpSync(join(root, 'examples', 'v4-app-router'), app, { recursive: true });
const bin = join(root, 'dist', 'bin', 'authjs-clerk-codemod.js');
execFileSync(process.execPath, [bin, '--yes', '--report', join(folder, 'report.html'), '.'], { cwd: app });

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
  args: ['--headless', '--no-sandbox', '--disable-gpu'],
});
const page = await browser.newPage({ viewport: { width: 1200, height: 900 }, deviceScaleFactor: 1.5 });
await page.goto(pathToFileURL(join(folder, 'report.html')).href);
await page.selectOption('#rule', 'server-session');
await page.selectOption('#file', 'app/dashboard/page.tsx');
await page.getByText('4 sites in 1 file', { exact: true }).waitFor();
await page.locator('summary:visible', { hasText: 'getServerSession' }).click();
await page.mouse.move(0, 0);
await page.screenshot({ path: join(root, 'docs', 'report.png') });
await browser.close();
rmSync(folder, { recursive: true });
