import { basename } from 'node:path';
import { kindOf } from '../project/file-kinds.js';

/** `.env`, `.env.local`, `.env.production.local` …, but not the example that is committed. */
export function holdsSecrets(path: string): boolean {
  return /^\.env(?:\.(?!example$|sample$|template$|dist$)[^/]*)?$/.test(basename(path));
}

/**
 * Keeps the name and masks the value; a line that has no name may be the rest of a value. Comments may hold old values.
 * @param line of a diff: its first character is the sign
 */
export function maskLine(line: string): string {
  const match = /^([-+ ])(\s*(?:#\s*)?(?:export\s+)?[\w.-]+\s*=\s*)?(.*?)(\r?)$/s.exec(line);
  if (match === null || line.startsWith('\\')) return line;
  const [, sign = '', name, value = '', end = ''] = match;
  if (value === '' || (name === undefined && value.trimStart().startsWith('#'))) return line;
  return `${sign}${name ?? ''}••••${end}`;
}

/** A name that says that its value is nobody's business, with what stands between the two. */
const SECRET =
  /([\w-]*(?:SECRET|TOKEN|PASSWORD|PASSWD|KEY|DATABASE_URL|secret|token|password|passwd|api_?key|apiKey)[\w-]*["']?[ \t]*[=:][ \t]*)\S.*/g;

/** The same where the value is written out, not taken from elsewhere. */
const LITERAL =
  /([\w-]*(?:SECRET|TOKEN|PASSWORD|PASSWD|KEY|DATABASE_URL)[\w-]*["']?[ \t]*[=:][ \t]*)(?!["'{[]?[ \t]*\$|[{[][ \t]*\r?$)[^\s#].*/i;

/** The text of a file as it may be shown to others. Env files keep their names alone, deployment files lose what is named as secret. */
export function shownText(path: string, text: string): string {
  if (holdsSecrets(path))
    return text
      .split('\n')
      .map((line) => maskLine(` ${line}`).slice(1))
      .join('\n');
  return masksNamed(path) ? text.replaceAll(SECRET, '$1••••') : text;
}

/** Whether a file may hold secrets under names that say so: a compose file, a workflow, an example that is none. */
const masksNamed = (path: string): boolean => kindOf(basename(path)) === 'config' && basename(path) !== 'package.json';

/** A line of a diff as it may be shown to others. */
export function shownLine(path: string, line: string): string {
  if (holdsSecrets(path)) return maskLine(line);
  return masksNamed(path) ? line.replace(LITERAL, '$1••••') : line;
}
