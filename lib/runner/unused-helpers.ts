import { isHelperPackage, loadsNodemailer, typesOf } from '../authjs/helper-packages.js';
import type { PlannedFile } from '../ledger.js';
import { moduleStringsOf } from '../scan/import-index.js';
import type { Scan } from '../scan/scan.js';

/**
 * The packages that only Auth.js's set-up used, told by their imports: some file had one before the run, and none has one
 * after it. Their types go along.
 * @param planned the files of the chain and what is generated
 */
export function unusedHelpers(found: Scan, planned: readonly PlannedFile[]): ReadonlySet<string> {
  const before = new Set(planned.flatMap((file) => (file.after === file.before ? [] : namesIn(file.before ?? ''))));
  if (before.size === 0) return before;
  const known = new Set(planned.map(({ path }) => path));
  for (const { after } of planned) for (const name of namesIn(after ?? '')) before.delete(name);
  const index = found.importIndex();
  for (const string of before.size > 0 ? index.strings() : []) {
    const name = nameIn(string);
    if (name !== undefined && before.has(name) && [...index.filesWith(string)].some((path) => !known.has(path)))
      before.delete(name);
  }
  return new Set([...before].flatMap((name) => [name, typesOf(name)]));
}

/** The packages that a text loads, by itself or through one of Auth.js's providers. */
const namesIn = (text: string): string[] => moduleStringsOf(text).flatMap((source) => nameIn(source) ?? []);

function nameIn(source: string): string | undefined {
  if (loadsNodemailer(source)) return 'nodemailer';
  const name = source.split('/', source.startsWith('@') ? 2 : 1).join('/');
  return isHelperPackage(name) ? name : undefined;
}
