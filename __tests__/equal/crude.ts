import type { Files } from './load.js';

/** What somebody would do with an editor in a few minutes: names exchanged as a guide lists them, and nothing followed. */
const REPLACEMENTS: readonly (readonly [RegExp, string])[] = [
  [/import (?:NextAuth|type \{[^}]*\}|\{ type \w+ \}) from ['"]next-auth[^'"]*['"];?/g, ''],
  [
    /import \{[^}]*\} from ['"]next-auth\/react['"]/g,
    "import { useUser, useClerk, ClerkProvider, SignInButton } from '@clerk/nextjs'",
  ],
  [
    /import \{[^}]*\} from ['"](?:next-auth(?:\/\w+)?|@\/auth|@\/lib\/auth)['"]/g,
    "import { auth, currentUser, getAuth } from '@clerk/nextjs/server'",
  ],
  [/SessionProvider(?: session=\{\w+\})?/g, 'ClerkProvider'],
  [/useSession\([^)]*\)/g, 'useUser()'],
  [/(?:getServerSession|unstable_getServerSession|getServerAuthSession)\((\w+\.?req), .*?\)/g, 'getAuth($1)'],
  [/(?:getServerSession|getServerAuthSession|auth)\([^)]*\)/g, 'currentUser()'],
  [/session\?\.user/g, 'session'],
  [/session!?\.user/g, 'session'],
  [/\.name\b/g, '.fullName'],
  [/\.email\b/g, '.primaryEmailAddress?.emailAddress'],
  [/\.image\b/g, '.imageUrl'],
];

export const crudely = (files: Files): Files =>
  new Map(
    [...files].map(([path, text]) => [
      path,
      path.endsWith('.json') ? text : REPLACEMENTS.reduce((done, [from, to]) => done.replaceAll(from, to), text),
    ]),
  );
