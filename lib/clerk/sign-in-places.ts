/** By which words an app calls its sign-in and sign-up pages and the components in them. */

const words = (list: string): RegExp => new RegExp(`(?:^|-)(?:${list})(?:-|$)`);

const SIGN_UP = words('sign-?up|register|registration|create-?account|join');
const SIGN_IN = words(
  'sign-?in|log-?in|log-?on|auth|o-?auth|authenticate|authentication|credentials?|magic-?link|social|socials|providers?',
);
/** Places where somebody signs in for another reason than to come in, or where more than that happens. */
const OTHER = words(
  'settings?|account|profile|user|users|delete|remove|linked|linking|connect|connected|invite|invitation|invitations|verify|verification|verified|reset|forgot|change|confirm|onboarding|setup|wizard|step|steps|enterprise|required|initiate|idp|viewer?|guest|demo|callback|error|sign-?out|log-?out',
);

/** What sends people to sign in from wherever they are. */
const BUTTON = words('button|btn|nav|navbar|navigation|header|menu|sidebar|toolbar');

/** Whether a component is a control that leads to a sign-in page, and no such page itself. */
export const isControl = (names: readonly (string | undefined)[]): boolean =>
  names.some((name) => name !== undefined && BUTTON.test(asWords(name)));

/** `UserAuthForm`, `pages/auth/sign_in` → `user-auth-form`, `pages-auth-sign-in`. */
const asWords = (name: string): string =>
  name
    .replace(/([a-z\d])([A-Z])/g, '$1-$2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1-$2')
    .replace(/[^A-Za-z\d]+/g, '-')
    .toLowerCase();

export type Place = 'SignIn' | 'SignUp';

/**
 * Which of Clerk's pages a place is, by its names: those of the route, the file and the component, the most telling
 * first. Undefined where no name says so, or one says that something else happens there.
 */
export function placeOf(names: readonly (string | undefined)[]): Place | undefined {
  for (const name of names) {
    if (name === undefined) continue;
    const said = asWords(name);
    if (SIGN_UP.test(said) && !words('sign-?in|log-?in').test(said))
      return OTHER.test(without(said)) ? undefined : 'SignUp';
    if (OTHER.test(without(said))) return undefined;
    if (SIGN_IN.test(said)) return 'SignIn';
  }
  return undefined;
}

/** Whether a name says that somebody signs up, or signs in for another reason than to come in. */
export const happensElsewhere = (names: readonly (string | undefined)[]): boolean =>
  names.some((name) => {
    const said = name === undefined ? '' : asWords(name);
    return OTHER.test(without(said)) || placeOf([name]) === 'SignUp';
  });

/** Whether people come in at an address, and not only get there on their way: `/login`, `/auth/signin`, `/auth`. */
export const isEntrance = (address: string): boolean =>
  /^(?:sign-?in|log-?in|log-?on|auth|sign-?up|register|registration|create-?account|join)$/.test(
    asWords(address.slice(address.lastIndexOf('/') + 1)),
  );

/** `user-auth-form` is no place where users are managed. */
const without = (said: string): string =>
  said.replace(/user-(?=o?-?auth|log-?in|sign-?in|sign-?up|register)/, '').replace(/create-?account/, '');

/** Where people who are signed in add another account to theirs. */
const LINKS = words('link|links|linked|linking|connect|connected|connections?|integrations?');
const OWN_ACCOUNT = words('settings?|accounts?|profile|delete|remove');

/**
 * Whether signing in by a provider means something else in a place: to link an account, to confirm who one is.
 * @param isListed the provider is one of several, as on a page of linked accounts
 */
export const isForMembers = (names: readonly (string | undefined)[], isListed: boolean): boolean =>
  names.some(
    (name) => name !== undefined && (LINKS.test(asWords(name)) || (isListed && OWN_ACCOUNT.test(asWords(name)))),
  );
