import { Lines } from '../ast/lines.js';
import type { FollowUp, PlannedFile } from '../ledger.js';
import type { Project } from '../project/index.js';
import type { Scan } from '../scan/scan.js';
import { isClientPart } from './client-files.js';
import type { Contexts } from './context.js';
import { displayPath } from './paths.js';

const RULE = 'session-secret';
/** As many places as a person looks through; a name that is met more often is named by its first. */
const MOST = 30;

/**
 * Secrets that sessions hold no more, or no more in the browser, with the places far from a call that may read one: a
 * session that is handed on is not followed, and where it was copied nothing throws.
 * @param helpers the generated modules
 */
export function secretNotes(
  project: Project,
  found: Scan,
  helpers: readonly PlannedFile[],
  contexts: Contexts,
): FollowUp[] {
  const { sessions } = contexts;
  return helpers.flatMap(({ path, after }): FollowUp[] => {
    if (!after?.includes('withoutSecrets(')) return [];
    const isClient = isClientPart(path);
    const secrets = isClient ? sessions.serverSecrets(path) : (sessions.ownFieldsFor(path)?.secrets ?? []);
    if (secrets.length === 0) return [];
    const names = [...new Set(secrets.map((secret) => secret.replace(/^user\./, '')))];
    const isApart = (each: string) =>
      each.endsWith('.d.ts') ||
      found.files.get(each)?.augmentation !== undefined ||
      (isClient && (sessions.holdsCallbacks(each) || SERVERS.has(project.routeKindOf(each))));
    const put = `Auth.js’s callbacks put ${secrets.map((secret) => `session.${secret}`).join(', ')} there.`;
    const read = placesOf(names, path, project, found, isApart);
    return [
      isClient
        ? {
            rule: RULE,
            title: `Sessions hold no ${names.join(', ')} in the browser any more`,
            detail: `${put} On the server they still do, with what Clerk has of the provider; who reads it in the browser is told so by an error, and a copy of the session has none.${read} Ask for it in a Server Action or a route of the app’s own.`,
          }
        : {
            rule: RULE,
            title: `Sessions hold no ${names.join(', ')} any more`,
            detail: `${put} No metadata may hold a secret: reading it off a session of the generated module throws, and a copy of one has none.${read} Ask Clerk for the token where it is used.`,
          },
    ];
  });
}

/** Routes that the browser runs nothing of. */
const SERVERS: ReadonlySet<string> = new Set(['app-route', 'pages-api', 'middleware']);

/** The places of an app that may read one of the names off a session, in words. */
function placesOf(
  names: readonly string[],
  module: string,
  project: Project,
  found: Scan,
  isApart: (path: string) => boolean,
): string {
  const app = project.appOf(module);
  const places = project.sourceFiles
    .filter((each) => [undefined, app].includes(project.appOf(each)) && !isApart(each))
    .flatMap((each) =>
      placesIn(found.textOf(each) ?? '', names).map((line) => `${displayPath(project, each)}:${line}`),
    );
  if (places.length === 0) return ' No other code seems to read it.';
  const more = places.length > MOST ? ` and ${places.length - MOST} more` : '';
  return ` Code that may read it: ${places.slice(0, MOST).join(', ')}${more}.`;
}

/** The lines on which one of the names is read off what seems to be a session, or a part of one. */
function placesIn(text: string, names: readonly string[]): number[] {
  const holder = '(?:session|user|auth|viewer|data)';
  const lines = new Lines(text);
  const at = names.flatMap((name) => {
    const member = new RegExp(`${holder}\\w*(?:\\(\\))?[)!]*\\??\\.${name}\\b`, 'gi');
    const taken = new RegExp(`\\{[^{}]*\\b${name}\\b[^{}]*\\}\\s*=\\s*[^;\\n]*${holder}`, 'gi');
    return [...text.matchAll(member), ...text.matchAll(taken)].map((match) => lines.at(match.index).line);
  });
  return [...new Set(at)].toSorted((a, b) => a - b);
}
