import { join } from 'node:path';
import { SIGN_IN_ADDRESS } from '../clerk/generated/sign-in-page.js';
import type { Place } from '../clerk/sign-in-places.js';
import type { App, Project } from '../project/index.js';
import { slashed } from '../project/paths.js';
import type { Scan } from '../scan/scan.js';

/** A folder that stands for the language of a page. */
const LANGUAGE = /^\[(?:locale|lang|language|lng|i18n)\]$/;
/** How libraries for languages, and Next's own guide, name the one that an app falls back on. */
const DEFAULT =
  /\b(?:defaultLocale|defaultLang|defaultLanguage|fallbackLng|fallbackLocale)\b\s*[:=]\s*['"]([a-z]{2,3}(?:-[A-Za-z]{2,4})?)['"]/;

/** Where a generated page answers. */
export interface PageAddress {
  readonly address: string;
  /** Whether it stands below a language, and answers at its address in each. */
  readonly isByLanguage: boolean;
}

/**
 * The address of a page that stands in the folder of an app's root layout. Below a language it is that of the language which
 * the app falls back on; without one, an app's middleware has to lead there.
 * @param root the folder of the layout
 * @returns undefined where no address that is known leads to the page
 */
export function pageAddress(
  place: Place,
  root: string,
  app: App,
  project: Project,
  found: Scan,
): PageAddress | undefined {
  const router = join(app.sourceDir, app.routers.includes('app') ? 'app' : 'pages');
  const folders = slashed(router, root)
    .split('/')
    .filter((name) => name !== '' && !/^\(.*\)$/.test(name));
  const plain = { address: SIGN_IN_ADDRESS[place], isByLanguage: false };
  if (!folders.some((name) => name.startsWith('['))) return plain;
  const [language, ...others] = folders;
  if (others.length > 0 || !LANGUAGE.test(language!)) return undefined;
  const name = defaultLanguage(app, project, found);
  if (name !== undefined) return { address: `/${name}${SIGN_IN_ADDRESS[place]}`, isByLanguage: true };
  return app.middlewarePath === undefined ? undefined : plain;
}

/** The language that the app's own code says it falls back on, if it names one alone. */
function defaultLanguage(app: App, project: Project, found: Scan): string | undefined {
  const names = project.sourceFiles
    .filter(
      (path) => project.appOf(path) === app && /i18n|locale|lang|intl|routing|middleware|proxy|config/i.test(path),
    )
    .flatMap((path) => DEFAULT.exec(found.textOf(path) ?? '')?.[1] ?? []);
  const [name, ...others] = new Set(names);
  return others.length === 0 ? name : undefined;
}
