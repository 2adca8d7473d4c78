import { readFileSync } from 'node:fs';
import type { Place } from '../clerk/sign-in-places.js';
import { redirectPage } from '../clerk/generated/sign-in-page.js';
import type { App, Project } from '../project/index.js';
import type { Scan } from '../scan/scan.js';
import { withoutSites } from '../scan/sites.js';
import { TEST_FILE } from '../authjs/runtime.js';
import { houseStyle, inStyle } from '../steps/house-style.js';
import { transform as LINKS } from '../../transforms/sign-in-links.js';
import { ChainFile } from './chain.js';
import type { Contexts } from './context.js';
import { displayPath } from './paths.js';
import type { SignInPages } from './sign-in-pages.js';
import type { SignInParts } from './sign-in-parts.js';
import type { PlanOptions } from './waves.js';

interface Input {
  readonly project: Project;
  readonly found: Scan;
  readonly pages: SignInPages;
  readonly parts: SignInParts;
  readonly contexts: Contexts;
}

/**
 * Takes the app's own sign-in and sign-up pages out once Clerk's Account Portal stands for them: their files go with the
 * components that only they show. A page that something still leads to stays as one that sends on, and one on which a
 * part is left to a person stays as it is.
 * @returns the chain with the files that only led there
 */
export function moveToPortal(chain: readonly ChainFile[], input: Input, options: PlanOptions): ChainFile[] {
  const { project, pages } = input;
  const apps = project.apps.filter((app) => pages.portal(app).size > 0);
  if (apps.length === 0 || options.isPartial || !project.isWhole) return [...chain];
  const all = [...chain, ...linkedFrom(chain, input, options)];
  for (const app of apps) {
    // A page to sign up on names the one to sign in on.
    const own = pages.portalPages(app).toSorted((a, b) => b.place.localeCompare(a.place));
    for (const { path, place } of own) leavePage(path, place, app, all, input);
  }
  return all;
}

/** Files without a site that lead to the pages. */
function linkedFrom(chain: readonly ChainFile[], input: Input, { todo }: PlanOptions): ChainFile[] {
  const { project, found, pages, contexts } = input;
  const known = new Set(chain.map(({ path }) => path));
  return project.sourceFiles.flatMap((path) => {
    const app = project.appOf(path);
    if (!app || known.has(path) || !project.isTargeted(path)) return [];
    const text = found.textOf(path) ?? '';
    if (![...pages.portal(app).keys()].some((address) => text.includes(address))) return [];
    const file = new ChainFile(withoutSites(path, text), contexts.of(path));
    file.apply([LINKS]);
    file.finish({ todo, onlyOne: false });
    return file.error === undefined && file.after !== text ? [file] : [];
  });
}

function leavePage(path: string, place: Place, app: App, all: ChainFile[], input: Input): void {
  const { project, found, parts, contexts } = input;
  const fileAt = (at: string) => all.find((file) => file.path === at);
  const shown = parts.shownOnlyOn(path).flatMap((part) => fileAt(part) ?? []);
  const index = found.importIndex();
  const going = new Set([path, ...shown.map((file) => file.path)]);
  const alone = shown.filter((part) => index.importersOf(part.path).every((from) => going.has(from)));
  const own = fileAt(path);
  if ([...(own ? [own] : []), ...shown].some((file) => !isSettled(file))) return;
  const page = own ?? new ChainFile(withoutSites(path, readFileSync(path, 'utf8')), contexts.of(path));
  if (!own) all.push(page);
  const gone = new Set([path, ...alone.map((file) => file.path)]);
  const address = project.addressOf(path)!;
  const textOf = (from: string) => {
    const file = fileAt(from);
    return (file ? file.after : found.textOf(from)) ?? '';
  };
  const leads = project.sourceFiles.filter(
    (from) => project.appOf(from) === app && !gone.has(from) && !TEST_FILE.test(from) && leadsTo(textOf(from), address),
  );
  for (const file of alone) file.replaceBy(null, 'went with the page');
  if (leads.length === 0) return page.replaceBy(null, 'Clerk’s Account Portal takes the page’s place');
  page.replaceBy(
    inStyle(redirectPage(place), houseStyle([page.scanned.text])),
    'the page sends on to Clerk’s Account Portal',
  );
  const places = leads.map((from) => displayPath(project, from));
  page.surroundings.needs.notes.push({
    rule: 'sign-in-design',
    title: `${address} sends on to Clerk’s Account Portal`,
    detail: `${places.slice(0, 5).join(', ')}${places.length > 5 ? ` and ${places.length - 5} more` : ''} still ${places.length > 1 ? 'lead' : 'leads'} there. Lead to Clerk’s page by redirectToSignIn() or <SignInButton>, and take the page out.`,
  });
}

/** Whether nothing of a file is left to a person. */
const isSettled = (file: ChainFile): boolean =>
  file.error === undefined && file.report().sites.every(({ outcome }) => outcome !== 'manual');

/** Whether a text names an address for anything but to compare with it. */
const leadsTo = (text: string, address: string): boolean =>
  new RegExp(`(?<![!=]==\\s*)["'\`]${address.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?=["'\`?#])`).test(text);
