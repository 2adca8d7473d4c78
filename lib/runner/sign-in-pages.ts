import { existsSync } from 'node:fs';
import { dirname, extname, join } from 'node:path';
import {
  SIGN_IN_ADDRESS,
  SIGN_IN_PATHS,
  SIGN_IN_PATHS_BY_LANGUAGE,
  signInPage,
  signInPagePath,
} from '../clerk/generated/sign-in-page.js';
import { isEntrance, placeOf, type Place } from '../clerk/sign-in-places.js';
import type { SignInAddresses } from '../clerk/variables.js';
import type { FollowUp, PlannedFile } from '../ledger.js';
import type { App, Project } from '../project/index.js';
import { slashed } from '../project/paths.js';
import type { Scan } from '../scan/scan.js';
import { houseStyle, inStyle } from '../steps/house-style.js';
import { styleSamples } from './middleware-files.js';
import { displayPath, mayChange } from './paths.js';
import type { Ui } from './preferences.js';
import { pageAddress, type PageAddress } from './sign-in-address.js';
import type { SignInParts } from './sign-in-parts.js';

interface Input {
  readonly project: Project;
  readonly found: Scan;
  readonly ui: Ui;
  readonly parts: SignInParts;
}

const NONE: ReadonlyMap<string, Place> = new Map();
const PLACES: readonly Place[] = ['SignIn', 'SignUp'];

/** Where people sign in and up once an app asks Clerk: on the app's own pages, on generated ones, or at Clerk's Account Portal. */
export class SignInPages {
  readonly #known = new Map<App, SignInAddresses>();
  readonly #answered = new Map<App, readonly string[]>();
  readonly #portals = new Map<App, ReadonlyMap<string, Place>>();

  constructor(private readonly input: Input) {}

  /** The app's pages that hold Clerk's forms; none where the Account Portal does. */
  of(app: App): SignInAddresses {
    if (!this.#known.has(app)) this.#known.set(app, this.#find(app));
    return this.#known.get(app)!;
  }

  #find(app: App): SignInAddresses {
    if (this.input.ui === 'account-portal') return { signIn: undefined, signUp: undefined };
    const address = (place: Place) => this.#own(app, place) ?? this.#placeFor(app, place)?.address;
    return { signIn: address('SignIn'), signUp: address('SignUp') };
  }

  /** What the paths of pages that are made for signing in look like; undefined where none is made, or a middleware leads there. */
  hosts(app: App): string | undefined {
    const made = PLACES.flatMap((place) => {
      const found = this.#own(app, place) === undefined ? this.#placeFor(app, place) : undefined;
      return found === undefined ? [] : [found];
    });
    if (made.some(({ isByLanguage }) => isByLanguage)) return SIGN_IN_PATHS_BY_LANGUAGE;
    const isPlain = made.some(({ path }) => !slashed(app.dir, dirname(dirname(path))).includes('['));
    return isPlain ? SIGN_IN_PATHS : undefined;
  }

  /** The addresses of the app's own pages that give way to Clerk's Account Portal. */
  portal(app: App): ReadonlyMap<string, Place> {
    if (this.input.ui !== 'account-portal') return NONE;
    if (!this.#portals.has(app))
      this.#portals.set(
        app,
        new Map(
          PLACES.flatMap((place) => {
            const own = this.#own(app, place);
            return own === undefined ? [] : [[own, place] as const];
          }),
        ),
      );
    return this.#portals.get(app)!;
  }

  /** The files of these pages. A page below a language, whose address depends on the visit, stays. */
  portalPages(app: App): { path: string; place: Place }[] {
    const { project } = this.input;
    const portal = this.portal(app);
    return project.sourceFiles.flatMap((path) => {
      const place = project.appOf(path) === app ? portal.get(project.addressOf(path) ?? '') : undefined;
      return place && project.isTargeted(path) ? [{ path, place }] : [];
    });
  }

  /** The address of the page that the app has by itself: the one that its options name, or one on which people sign in. */
  #own(app: App, place: Place): string | undefined {
    const { parts } = this.input;
    const all = this.#addresses(app);
    if (place === 'SignIn') {
      const named = this.#named(app);
      if (named !== undefined && all.some((each) => leadsTo(each, named))) return named;
    }
    const own = parts
      .pages()
      .filter((path) => this.input.project.appOf(path) === app)
      .map((path) => this.input.project.addressOf(path)!)
      .filter((each) => !each.includes('[') && isEntrance(each) && placeOf([each]) === place);
    return own.toSorted((a, b) => a.length - b.length || a.localeCompare(b))[0];
  }

  #addresses(app: App): readonly string[] {
    const { project } = this.input;
    const known = this.#answered.get(app);
    if (known) return known;
    const own = project.sourceFiles.filter((path) => project.appOf(path) === app);
    const addresses = own.flatMap((path) => project.addressOf(path) ?? []);
    this.#answered.set(app, addresses);
    return addresses;
  }

  /** What `pages.signIn` says, of options that are the app's or shared by all. */
  #named(app: App): string | undefined {
    const { project, found } = this.input;
    for (const { path, configs } of found.files.values()) {
      const owner = project.appOf(path);
      const named = configs.map(({ pages }) => pages.get('signIn')).find((page) => page !== undefined);
      if (named !== undefined && /^\/[^?#]+$/.test(named) && (owner === undefined || owner === app)) return named;
    }
    return undefined;
  }

  /** Where a page of Clerk's stands, or will, and answers; undefined where none is wanted or none can be. */
  #placeFor(app: App, place: Place): (PageAddress & { readonly path: string }) | undefined {
    const { project, ui } = this.input;
    if (ui !== 'self-hosted' || app.routers.length === 0) return undefined;
    const root = rootOf(app, project, this.input.found);
    const at = pageAddress(place, root.dir, app, project, this.input.found);
    if (!at) return undefined;
    const router = app.routers.includes('app') ? 'app' : 'pages';
    const path = `${join(root.dir, signInPagePath(place, router))}${root.extension}`;
    const isTaken = this.#addresses(app).some((each) => leadsTo(each, SIGN_IN_ADDRESS[place]));
    return mayChange(project, path) && (existsSync(path) || !isTaken) ? { ...at, path } : undefined;
  }

  /** The pages that the apps which moved to Clerk lack. */
  files(apps: readonly App[], followUps: FollowUp[]): PlannedFile[] {
    const { project, found } = this.input;
    return apps.flatMap((app) => {
      const made = PLACES.flatMap((place): PlannedFile[] => {
        const path = this.#own(app, place) === undefined ? this.#placeFor(app, place)?.path : undefined;
        if (path === undefined || existsSync(path)) return [];
        const style = houseStyle(styleSamples(project, [...found.files.values()], path));
        return [{ path, before: null, after: inStyle(signInPage(place), style) }];
      });
      if (this.input.ui === 'self-hosted' && PLACES.every((place) => this.of(app)[keyOf(place)] === undefined))
        followUps.push(UNPLACED);
      const names = made.map(({ path }) => displayPath(project, path));
      if (made.length > 0 && app.middlewarePath !== undefined)
        followUps.push({
          rule: 'sign-in-design',
          title: 'See that signed-out people reach the new sign-in pages',
          detail: `${names.join(' and ')} hold Clerk’s forms. Where ${displayPath(project, app.middlewarePath)} decides by code of its own who passes, it has to let /sign-in and /sign-up pass, with what lies below them.`,
        });
      return made;
    });
  }
}

const keyOf = (place: Place): keyof SignInAddresses => (place === 'SignIn' ? 'signIn' : 'signUp');

const UNPLACED: FollowUp = {
  rule: 'sign-in-design',
  title: 'Give Clerk’s forms pages of their own',
  detail:
    'No address is known that leads to a page below the app’s root layout, or others stand at /sign-in and /sign-up. Until then people sign in at Clerk’s Account Portal. Put <SignIn/> and <SignUp/> on pages in catch-all folders (sign-in/[[...sign-in]]/page.tsx), and name their addresses by NEXT_PUBLIC_CLERK_SIGN_IN_URL and NEXT_PUBLIC_CLERK_SIGN_UP_URL.',
};

/** Whether a page answers at an address: as it is, below a language, or as the foot of a catch-all. */
function leadsTo(page: string, address: string): boolean {
  const plain = page.replace(/\/\[\[\.\.\.[^\]]*\]\]$/, '');
  return plain === address || plain.replace(/^\/\[[^\].]+\]/, '') === address;
}

/** The folder whose layout renders the document, and how its files end: a page elsewhere would have none around it. */
function rootOf(app: App, project: Project, found: Scan): { dir: string; extension: string } {
  const isApp = app.routers.includes('app');
  const top = join(app.sourceDir, isApp ? 'app' : 'pages');
  const roots = project.sourceFiles
    .filter((path) => project.appOf(path) === app)
    .filter((path) => project.routeKindOf(path) === (isApp ? 'app-layout' : 'pages-app'))
    .filter((path) => !isApp || /<html\b/.test(found.textOf(path) ?? ''))
    .toSorted((a, b) => rank(a) - rank(b) || a.localeCompare(b));
  const extension = roots[0] === undefined ? (app.language === 'ts' ? '.tsx' : '.js') : extname(roots[0]);
  return { dir: roots[0] === undefined ? top : dirname(roots[0]), extension };
}

/** The topmost first; of groups side by side, the one that is there to sign in. */
const rank = (path: string): number =>
  slashed('/', path).split('/').length * 2 - Number(/\((?:auth|public|marketing|site)\)/.test(path));
