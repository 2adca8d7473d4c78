import type { FollowUp } from '../ledger.js';
import type { Project } from '../project/index.js';
import type { Scan } from '../scan/scan.js';
import { displayPath } from './paths.js';

interface Runner {
  readonly name: string;
  /** What the files of such tests say. */
  readonly mark: string;
  readonly isTest: RegExp;
  /** What takes the place of a sign-in; checked against the types of @clerk/testing 2.2.36. */
  readonly advice: string;
}

const RUNNERS: readonly Runner[] = [
  {
    name: 'Playwright',
    mark: 'playwright',
    isTest: /['"](?:@playwright\/test|playwright(?:-core)?)['"]/,
    advice:
      "Install @clerk/testing; import { clerk, clerkSetup } from '@clerk/testing/playwright', await clerkSetup() in the global set-up, then, on a page that is not protected, await clerk.signIn({ page, emailAddress }), or with { page, signInParams: { strategy: 'password', identifier, password } }.",
  },
  {
    name: 'Cypress',
    mark: 'cy',
    isTest: /\bCypress\.Commands\b|\bcy\.(?:visit|session|setCookie|request|get)\(/,
    advice:
      "Install @clerk/testing; in the config return clerkSetup({ config }) from '@clerk/testing/cypress', in the support file call addClerkCommands({ Cypress, cy }), then cy.visit('/') and cy.clerkSignIn({ strategy: 'password', identifier, password }).",
  },
];

/** A form of the app's own that is filled in with a password, or Auth.js's page. */
const FILLS_PASSWORD =
  /\.(?:fill|type)\([^)\n]*password|(?:get(?:ByLabel|ByPlaceholder|ByTestId)?|locator)\([^)\n]*password/i;
const SIGN_IN_PAGE = /['"\x60/](?:auth\/)?(?:log-?in|sign-?in)\b/i;

/** Helpers of end-to-end tests that sign in through Auth.js, or make its cookie. */
export function endToEndNotes(project: Project, found: Scan): FollowUp[] {
  return RUNNERS.flatMap(({ name, mark, isTest, advice }) => {
    const withSites = [...found.files.values()].filter(
      ({ text, sites }) =>
        isTest.test(text) &&
        (signsIn(text) ||
          sites.some(
            (site) =>
              site.kind === 'cookie' ||
              site.kind === 'address' ||
              (site.kind === 'module' && site.source.endsWith('/jwt')),
          )),
    );
    const others = found.othersWith(mark).filter(({ text }) => isTest.test(text) && signsIn(text));
    const places = [...withSites, ...others].map(({ path }) => displayPath(project, path)).toSorted();
    if (places.length === 0) return [];
    const more = places.length > 5 ? ` and ${places.length - 5} more files` : '';
    return {
      rule: 'end-to-end-sign-in',
      title: `Sign in through Clerk in the ${name} tests`,
      detail: `${places.slice(0, 5).join(', ')}${more} signed in through Auth.js. ${advice} Clerk’s development instance keeps no session in Auth.js’s cookie, and its testing token passes the bot protection.`,
    };
  });
}

const signsIn = (text: string): boolean => FILLS_PASSWORD.test(text) && SIGN_IN_PAGE.test(text);
