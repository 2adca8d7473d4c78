import type { Preferences } from '../runner/preferences.js';
import type { Survey } from '../runner/talk.js';

/** One choice that a person is offered, where it applies and nobody made it already. */
export interface Question<Name extends keyof Preferences = keyof Preferences> {
  readonly name: Name;
  /** @returns whether the answer changes anything in this app */
  applies(survey: Survey): boolean;
  readonly message: string;
  /** One line: why it is asked, or what hangs on it. */
  why(survey: Survey): string;
  /** What may be answered; the first is what fits most, and what Enter takes. */
  readonly options: readonly { readonly value: Preferences[Name]; readonly label: string; readonly hint: string }[];
}

/** The last question is whether to write: with these three no more than four are asked. */
export const MOST_QUESTIONS = 3;

/** Written so that each row is checked against the option that it sets. */
const question = <Name extends keyof Preferences>(row: Question<Name>): Question => row as unknown as Question;

/** In the order of what they weigh: where more apply than may be asked, the last go by their defaults. */
export const QUESTIONS: readonly Question[] = [
  question({
    name: 'userIds',
    applies: ({ database }) => database !== undefined,
    message: 'Which user id shall your code see?',
    why: ({ database }) => `${database} is among the dependencies, so rows may hold the ids of Auth.js.`,
    options: [
      { value: 'external', label: 'The one that your tables hold', hint: 'people keep it, as externalId at Clerk' },
      { value: 'clerk', label: 'Clerk’s own', hint: 'where no row refers to a person' },
    ],
  }),
  question({
    name: 'customFields',
    applies: ({ hasOwnFields }) => hasOwnFields,
    message: 'Where shall the session’s own fields (a role, a plan) come from?',
    why: () => 'callbacks.session puts them there; Clerk’s session knows nothing of them.',
    options: [
      { value: 'auto', label: 'From your callbacks, else from Clerk’s metadata', hint: 'fits most apps' },
      { value: 'metadata', label: 'From Clerk’s public metadata', hint: 'the import of the users has to set it' },
      { value: 'callbacks', label: 'From your callbacks alone', hint: 'what they can’t give is left to you' },
    ],
  }),
  question({
    name: 'sync',
    applies: ({ projects }) => projects.some(({ adapter }) => adapter !== null),
    message: 'What shall write the row of a new user?',
    why: () => 'Auth.js’s adapter wrote it at the first sign-in, and foreign keys point at it.',
    options: [
      { value: 'auto', label: 'A webhook that Clerk calls', hint: 'a generated route, through your own ORM' },
      { value: 'both', label: 'That, and the first request', hint: 'a request may come before the webhook' },
      { value: 'on-demand', label: 'The first request alone', hint: 'a lookup of the row at each request' },
      { value: 'none', label: 'Nothing', hint: 'no row refers to a person, or you write it yourself' },
    ],
  }),
  question({
    name: 'ui',
    applies: ({ signsIn }) => signsIn,
    message: 'Where shall people sign in?',
    why: ({ hasSignInPage }) =>
      hasSignInPage
        ? 'The app has a sign-in page of its own, which may hold Clerk’s form.'
        : 'The app used the page that Auth.js came with.',
    options: [
      { value: 'auto', label: 'On the app’s own page if it has one', hint: 'else on Clerk’s Account Portal' },
      { value: 'self-hosted', label: 'On pages of the app', hint: '/sign-in and /sign-up, where it has none' },
      { value: 'account-portal', label: 'On Clerk’s Account Portal', hint: 'the app’s own pages go' },
    ],
  }),
  question({
    name: 'profile',
    applies: ({ readsOnServer }) => readsOnServer,
    message: 'Where shall the server read name, email and image?',
    why: () => 'A session of Auth.js held them; Clerk’s currentUser() is a request to its API.',
    options: [
      { value: 'auto', label: 'Pages from Clerk’s API, the rest from the token', hint: 'fits most apps' },
      { value: 'claims', label: 'From the session token everywhere', hint: 'no request, once clerk.patch.json is set' },
      { value: 'user', label: 'From Clerk’s API everywhere', hint: 'always fresh, a request each time' },
    ],
  }),
];

/** The questions that apply to an app, and that nobody has answered. */
export const questionsFor = (survey: Survey, all: readonly Question[] = QUESTIONS): Question[] =>
  all.filter(({ name, applies }) => survey.given[name] === undefined && applies(survey)).slice(0, MOST_QUESTIONS);
