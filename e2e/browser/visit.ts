import type { Browser } from 'playwright-core';
import type { ExampleApp } from '../apps/app.js';
import { PAT, type Person } from '../people.js';
import type { Side } from '../record.js';
import { pictureOf } from './picture.js';
import { visitor, type Visitor } from './visitor.js';

/** How long the page may take to show what it should, in milliseconds; a busy machine takes long, and only a failure waits. */
const PATIENCE = 60_000;

/** What a browser found at one side; both sides have to come out alike. */
export interface Visit {
  /** What was seen, step by step: path, text, or where a button led. */
  readonly seen: Readonly<Record<string, string>>;
  /** What went wrong, with the step. */
  readonly problems: readonly string[];
  /** PNG pictures, by the step; undefined where none could be taken. */
  readonly pictures: ReadonlyMap<string, Buffer | undefined>;
}

/** Goes through an app with a browser: signed out, into the sign-in, signed in, and out again. */
export async function visit(browser: Browser, app: ExampleApp, side: Side, user: Person): Promise<Visit> {
  const seen: Record<string, string> = {};
  const problems: string[] = [];
  const pictures = new Map<string, Buffer | undefined>();
  const { publicPage, protectedPage, greeting } = app.browser;
  const during = async (name: string, person: Person | undefined, steps: (each: Visitor) => Promise<void>) => {
    const each = await visitor(browser, side, person, publicPage);
    try {
      await steps(each);
    } catch (error) {
      problems.push(`${name}: ${String(error).split('\n')[0]} at ${pathOf(each)}`);
    } finally {
      problems.push(...each.problems.map((problem) => `${name}: ${problem}`));
      pictures.set(name, await pictureOf(each.page));
      await each.close();
    }
  };

  await during('signed out', undefined, async (each) => {
    await each.page.goto(side.base.origin + publicPage);
    await button(each, /sign in/i).waitFor({ timeout: PATIENCE });
    seen['signed out, the public page'] = await textOf(each);
  });
  if (app.signIn !== undefined)
    await during('the sign-in page', undefined, async (each) => {
      await each.page.goto(side.base.origin + app.signIn, {
        waitUntil: 'networkidle',
      });
      seen['the sign-in page is at'] = pathOf(each); // what stands there is Clerk's, and for a person to look at
    });
  await during('sign in', undefined, async (each) => {
    await each.page.goto(side.base.origin + publicPage);
    await button(each, /sign in/i).click({ timeout: PATIENCE });
    seen['the sign-in button leads to'] = side.clerk ? await throughClerk(each, app) : await callbackOf(each);
  });
  await during('signed in', user, async (each) => {
    await each.page.goto(side.base.origin + protectedPage);
    await each.page.getByText(greeting).waitFor({ timeout: PATIENCE });
    await button(each, /sign out/i).waitFor({ timeout: PATIENCE });
    seen['signed in, the protected page'] = await textOf(each);
    seen['signed in, “Sign in” flashed up'] = String((await each.shown()).some((text) => /\bsign in\b/i.test(text)));
  });
  await during('sign out', user, async (each) => {
    await each.page.goto(side.base.origin + protectedPage);
    await button(each, /sign out/i).click({ timeout: PATIENCE });
    await each.page.waitForURL((url) => url.pathname !== protectedPage, {
      timeout: PATIENCE,
    });
    seen['the sign-out button leads to'] = pathOf(each);
    await each.page.waitForLoadState('networkidle');
    await each.page.goto(side.base.origin + protectedPage);
    seen['signed out, the protected page is'] = pathOf(each) === protectedPage ? 'open' : 'shut';
  });
  return { seen, problems, pictures };
}

const button = ({ page }: Visitor, name: RegExp) => page.getByRole('button', { name }).first();
const pathOf = ({ page }: Visitor): string => new URL(page.url()).pathname;
const textOf = async ({ page }: Visitor): Promise<string> =>
  (await page.locator('body').innerText()).replace(/\s+/g, ' ').trim();

/** Auth.js keeps where a sign-in leads in a cookie: the provider itself is not on this machine. */
async function callbackOf({ page, context }: Visitor): Promise<string> {
  const until = Date.now() + PATIENCE;
  while (Date.now() < until) {
    const found = (await context.cookies()).find(({ name }) => name.endsWith('.callback-url'));
    const isUnderWay = !/\/api\/auth\/(?:csrf|providers|session)$/.test(page.url());
    const value = found && decodeURIComponent(found.value);
    if (value !== undefined && isUnderWay && new URL(value).pathname !== '/') return new URL(value).pathname;
    await page.waitForTimeout(100);
  }
  return 'nowhere';
}

/** Signs in by the form of Clerk's `<SignIn/>`, and says where that ends. */
async function throughClerk(each: Visitor, app: ExampleApp): Promise<string> {
  const { page } = each;
  await page.waitForURL((url) => url.pathname === app.signIn, {
    timeout: PATIENCE,
  });
  await page.fill('input[name=identifier]', PAT.email, { timeout: PATIENCE });
  await page.click('.cl-formButtonPrimary');
  await page.fill('input[name=password]:visible', PAT.password, {
    timeout: PATIENCE,
  });
  await page.click('.cl-formButtonPrimary');
  await page.waitForURL((url) => url.pathname !== app.signIn, {
    timeout: PATIENCE,
  });
  await button(each, /sign out/i).waitFor({ timeout: PATIENCE });
  return pathOf(each);
}
