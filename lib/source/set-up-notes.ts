import { Lines } from '../ast/lines.js';
import { child, childList, isFunction, nameOf, type Node, type Span } from '../ast/tree.js';
import type { AuthConfig } from '../scan/config.js';
import type { SourceFile } from './source-file.js';

/** What is to do of the providers where no file can say it. */
export const ENABLE =
  'Enable each as a connection of the Clerk instance; production needs the app’s own client id and secret.';
const CHECK = 'auth-config-sign-in-callback';
const METADATA = 'session-metadata';

/** Nothing of the app's own logic goes without a word. */
export function noteWhatGoes(file: SourceFile): void {
  const lines = new Lines(file.text);
  const at = ({ start, end }: Span) => `${file.context.displayPath}:${lines.at(start).line}-${lines.at(end).line}`;
  for (const config of file.scanned.configs) {
    const note = (rule: string, title: string, detail: string) => file.context.note({ rule, title, detail });
    if (config.providers.length > 0) {
      const names = config.providers.map(({ name }) => name).join(', ');
      note(
        'auth-config-providers',
        'Turn the sign-in methods on in Clerk',
        `${at(config)} configured ${names}. ${ENABLE}`,
      );
    }
    const check = config.decidesSignIn && config.callbacks.find(({ name }) => name === 'signIn');
    if (check)
      note(
        CHECK,
        'Nothing keeps people out as callbacks.signIn did',
        `${at(check)} decided who may sign in. Its code stays in ${file.context.displayPath}, and nothing calls it: before anybody signs in through Clerk, set the instance’s restrictions (allowlist, blocklist, invitations) to what it decides, or have the code that reads sessions call it.`,
      );
    if (config.authorize)
      note(
        'credentials-authorize',
        'Passwords move to Clerk',
        `${at(config.authorize)} checked credentials. ${asksElsewhere(file.text.slice(config.authorize.start, config.authorize.end)) ? 'Another service of yours seems to know the passwords: import its users into Clerk, and have it take Clerk’s session token, which getToken() of auth() and of useAuth() gives, in place of its own.' : 'Clerk checks passwords itself: import the users with their hashes.'}`,
      );
    const fills = config.callbacks.filter(({ name }) => file.context.readsMetadata && /^(?:jwt|session)$/.test(name));
    if (fills.length > 0)
      note(
        METADATA,
        'Fill in the public metadata that sessions are made of',
        `${fills.map((part) => `callbacks.${part.name} (${at(part)})`).join(' and ')} filled the session. getSession() takes its fields from the public metadata of Clerk’s user: set them where users are imported, where somebody signs up (a webhook on user.created), and wherever the app changes what they come from, by (await clerkClient()).users.updateUserMetadata().${secretsOf(file)} Somebody who lacks one is let in nowhere. The session token holds them all, and has room for 1.2 KB.`,
      );
    for (const part of config.callbacks.filter(
      (each) => !fills.includes(each) && (each.name !== 'signIn' || !config.decidesSignIn),
    ))
      note(
        'auth-config-callback',
        `callbacks.${part.name} went with the options`,
        `${at(part)}. ${part.name === 'session' && addsNothing(config) ? 'What it put into the session, Clerk’s user gives: nothing is to be done.' : (CALLBACKS[part.name] ?? 'See whether its code is still needed.')}`,
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
        `${at(config)}. ${name === 'signIn' ? (file.context.portal.has(page) ? 'Clerk’s Account Portal takes its place.' : 'See that <SignIn/> stands there; NEXT_PUBLIC_CLERK_SIGN_IN_URL names it.') : 'See whether the page is still needed.'}`,
      );
    if (config.session)
      note(
        'auth-config-session',
        'The session’s strategy or lifetime was set',
        `${at(config.session)}. Clerk’s lifetimes are settings of the instance.`,
      );
  }
}

/** Whether `authorize()` sends the password on, and compares it with nothing. */
const asksElsewhere = (code: string): boolean =>
  /\b(?:fetch|axios|ky|got)\b/.test(code) && !/compare|verify|bcrypt|argon|scrypt/i.test(code);

/** Whether `callbacks.session` puts Auth.js's own fields into a session, and no others. */
const addsNothing = ({ shape }: AuthConfig): boolean =>
  shape !== undefined && 'extra' in shape && shape.extra.length === 0;

/** What must not be filled in although the callbacks did. */
const secretsOf = ({ context }: SourceFile): string =>
  context.sessionSecrets.length > 0
    ? ` None may hold ${context.sessionSecrets.join(', ')}: whoever is signed in can read them.`
    : '';

/** Functions and classes of the app's own that only the set-up called. */
export function noteCode(owned: readonly Node[], { scanned, text, context }: SourceFile): void {
  const lines = new Lines(text);
  for (const statement of owned) {
    const declaration = child(statement, 'declaration') ?? statement;
    const parts = declaration.type === 'VariableDeclaration' ? childList(declaration, 'declarations') : [declaration];
    for (const part of parts) {
      const code = child(part, 'init') ?? part;
      const name = nameOf(child(part, 'id'));
      if (name === undefined || scanned.made.has(name) || !(isFunction(code) || code.type.startsWith('Class')))
        continue;
      const at = `${context.displayPath}:${lines.at(statement.start).line}-${lines.at(statement.end).line}`;
      context.note({
        rule: 'auth-config-code',
        title: `${name}() went with the set-up`,
        detail: `${at}. Nothing else called it; git has it where Clerk leaves a part of it to do.`,
      });
    }
  }
}

const CALLBACKS: Readonly<Record<string, string>> = {
  signIn:
    'It let everybody in and did something besides, which happens no longer: a webhook of Clerk’s (user.created, session.created) takes its place.',
  jwt: 'What it put into the token becomes a session claim or public metadata.',
  session: 'What it put into the session becomes a session claim or public metadata.',
  authorized: 'The middleware alone asked it, and tests the same by itself now.',
  redirect: 'Clerk’s redirect targets are set by env variables and props.',
};
