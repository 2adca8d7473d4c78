import { Lines } from '../ast/lines.js';
import type { FollowUp, PlannedFile } from '../ledger.js';
import type { Project } from '../project/index.js';
import type { Scan } from '../scan/scan.js';
import type { Contexts } from './context.js';
import { displayPath } from './paths.js';

const RULE = 'session-secret';
/** As many places as a person looks through; a name that is met more often is named by its first. */
const MOST = 30;

/**
 * Secrets that sessions hold no more, with the places far from a call that may read one: a session that is handed on is not
 * followed, and where it was copied nothing throws.
 * @param helpers the generated modules
 */
export function secretNotes(
  project: Project,
  found: Scan,
  helpers: readonly PlannedFile[],
  contexts: Contexts,
): FollowUp[] {
  return helpers.flatMap(({ path, after }) => {
    const secrets = after?.includes('withoutSecrets(') ? (contexts.sessions.ownFieldsFor(path)?.secrets ?? []) : [];
    if (secrets.length === 0 || /-client\.[jt]s$/.test(path)) return [];
    const app = project.appOf(path);
    const isNear = (each: string) => [undefined, app].includes(project.appOf(each));
    const names = [...new Set(secrets.map((secret) => secret.replace(/^user\./, '')))];
    const places = project.sourceFiles
      .filter((each) => isNear(each) && !each.endsWith('.d.ts') && !found.files.get(each)?.augmentation)
      .flatMap((each) =>
        placesIn(found.textOf(each) ?? '', names).map((line) => `${displayPath(project, each)}:${line}`),
      );
    const listed = places.slice(0, MOST).join(', ') + (places.length > MOST ? ` and ${places.length - MOST} more` : '');
    return [
      {
        rule: RULE,
        title: `Sessions hold no ${names.join(', ')} any more`,
        detail: `Auth.js’s callbacks put ${secrets.map((secret) => `session.${secret}`).join(', ')} there. No metadata may hold a secret: reading it off a session of the generated module throws, and a copy of one has none.${listed === '' ? ' No other code seems to read it.' : ` Code that may read it: ${listed}.`} Ask Clerk for the token where it is used.`,
      },
    ];
  });
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
