import { withLeadingComments } from '../lib/ast/comments.js';
import { Lines, wholeLines } from '../lib/ast/lines.js';
import { contains, type Span } from '../lib/ast/tree.js';
import { authModule, isSelfContained } from '../lib/source/auth-module.js';
import type { SourceFile } from '../lib/source/source-file.js';
import { standalone, type Transform } from '../lib/source/transform.js';

const GONE = 'nothing uses Auth.js’s set-up any more';

/** The `[...nextauth]` route, the options, `NextAuth()` and the types that describe its session go once no code needs them. */
export const transform: Transform = {
  name: 'auth-config',
  description: 'the [...nextauth] route, NextAuth() and its options, and module augmentations go with their last use',
  rules: [
    'auth-config',
    'auth-config-in-use',
    'auth-config-sign-in-callback',
    'auth-augmentation',
    'auth-config-providers',
    'auth-config-callback',
    'auth-config-event',
    'auth-config-adapter',
    'auth-config-page',
    'auth-config-session',
    'credentials-authorize',
  ],
  apply(file: SourceFile): void {
    const { context } = file;
    const module = authModule(file);
    if (module.owned.length === 0) return;
    if (context.runtimeNeeded !== false) return; // what is left is named by the runner: it knows what still needs it
    const isLeft = module.owned.some((statement) =>
      file.entries.some(({ site, settlement }) => settlement?.outcome === 'manual' && contains(statement, site)),
    );
    if (isLeft || !isSelfContained(module, file)) return; // a person has to look at a part of it first
    noteWhatGoes(file);
    if (module.rest.length === 0 && !context.isImportedElsewhere) {
      file.deleted = true;
      file.settleWithin({ start: 0, end: file.text.length }, 'removed', 'auth-config', GONE);
      return;
    }
    for (const statement of module.owned) {
      file.settleWithin(statement, 'removed', 'auth-config', GONE);
      file.edits.remove(wholeLines(file.text, withLeadingComments(file.text, statement)));
    }
  },
};

export default standalone(transform);

/** Nothing of the app's own logic goes without a word. */
function noteWhatGoes(file: SourceFile): void {
  const lines = new Lines(file.text);
  const at = ({ start, end }: Span) => `${file.context.displayPath}:${lines.at(start).line}-${lines.at(end).line}`;
  for (const config of file.scanned.configs) {
    const note = (rule: string, title: string, detail: string) => file.context.note({ rule, title, detail });
    if (config.providers.length > 0) {
      const names = config.providers.map(({ name }) => name).join(', ');
      note(
        'auth-config-providers',
        'Turn the sign-in methods on in Clerk',
        `${at(config)} configured ${names}. Enable each as a connection of the Clerk instance; production needs the app’s own client id and secret.`,
      );
    }
    if (config.authorize)
      note(
        'credentials-authorize',
        'Passwords move to Clerk',
        `${at(config.authorize)} checked credentials. Clerk checks passwords itself: import the users with their hashes.`,
      );
    for (const part of config.callbacks)
      if (part.name === 'signIn' && config.decidesSignIn)
        note(
          'auth-config-sign-in-callback',
          'callbacks.signIn decided who may sign in',
          `${at(part)} could turn people away. Restrict the Clerk instance in the same way before anybody signs in; git has the code.`,
        );
      else
        note(
          'auth-config-callback',
          `callbacks.${part.name} went with the options`,
          `${at(part)}. ${CALLBACKS[part.name] ?? 'See whether its code is still needed.'}`,
        );
    for (const part of config.events)
      note(
        'auth-config-event',
        `events.${part.name} went with the options`,
        `${at(part)} ran code of the app’s own. A webhook of Clerk’s takes its place.`,
      );
    if (config.adapter !== undefined)
      note(
        'auth-config-adapter',
        'New users need a row',
        `The adapter (${config.adapter}, ${at(config)}) wrote a user’s row at the first sign-in. Nothing does now: use a webhook of Clerk’s, and keep the tables that foreign keys point at.`,
      );
    for (const [name, page] of config.pages)
      note(
        'auth-config-page',
        `pages.${name} was ${page}`,
        `${at(config)}. ${name === 'signIn' ? 'Put <SignIn/> there and set NEXT_PUBLIC_CLERK_SIGN_IN_URL to it.' : 'See whether the page is still needed.'}`,
      );
    if (config.session)
      note(
        'auth-config-session',
        'The session’s strategy or lifetime was set',
        `${at(config.session)}. Clerk’s lifetimes are settings of the instance.`,
      );
  }
}

const CALLBACKS: Readonly<Record<string, string>> = {
  signIn:
    'It let everybody in and did something besides, which happens no longer: a webhook of Clerk’s (user.created, session.created) takes its place.',
  jwt: 'What it put into the token becomes a session claim or public metadata.',
  session: 'What it put into the session becomes a session claim or public metadata.',
  redirect: 'Clerk’s redirect targets are set by env variables and props.',
};
