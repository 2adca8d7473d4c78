import type { Place } from '../sign-in-places.js';

/** A page that holds one of Clerk's forms, in a catch-all folder, so that its steps have addresses below the page's. */
export const signInPage = (place: Place): string => `import { ${place} } from "@clerk/nextjs";

export default function ${place}Page() {
  return <${place} />;
}
`;

/** Where such a page stands, below the folder of its router. Source: clerk.com/docs/nextjs/guides/development/custom-sign-in-or-up-page (2026-08). */
export const signInPagePath = (place: Place, router: 'app' | 'pages'): string => {
  const name = place === 'SignIn' ? 'sign-in' : 'sign-up';
  return router === 'app' ? `${name}/[[...${name}]]/page` : `${name}/[[...${name}]]`;
};

/** Its address, below the language's where the page is. */
export const SIGN_IN_ADDRESS: Readonly<Record<Place, string>> = { SignIn: '/sign-in', SignUp: '/sign-up' };

/** What the paths of both pages, and of what lies below them, look like. */
export const SIGN_IN_PATHS = '^\\/sign-(in|up)(\\/|$)';

/** The same below a language: `/en/sign-in`, `/pt-BR/sign-in`. */
export const SIGN_IN_PATHS_BY_LANGUAGE = '^\\/[a-z]{2,3}(-[A-Za-z]{2,4})?\\/sign-(in|up)(\\/|$)';

/** What is left of a page of the app's own that something still leads to. Whoever is signed in already goes home. */
export const redirectPage = (place: Place): string => `import { RedirectTo${place} } from "@clerk/nextjs";

export default function ${place}Page() {
  return <RedirectTo${place} ${place === 'SignIn' ? 'signInForceRedirectUrl' : 'signUpForceRedirectUrl'}="/" />;
}
`;
