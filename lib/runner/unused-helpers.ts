import { isHelperPackage, loadsNodemailer, typesOf } from '../authjs/helper-packages.js';
import type { PlannedFile } from '../ledger.js';
import type { Project } from '../project/index.js';
import { moduleStringsOf } from '../scan/import-index.js';
import type { Scan } from '../scan/scan.js';

/**
 * The packages that only Auth.js's set-up used, told by their imports: some file had one before the run, and none has one
 * after it. Their types go along.
 * @param planned the files of the chain and what is generated
 */
export function unusedHelpers(project: Project, found: Scan, planned: readonly PlannedFile[]): ReadonlySet<string> {
  const before = new Set(planned.flatMap((file) => (file.after === file.before ? [] : namesIn(file.before ?? ''))));
  if (before.size === 0) return before;
  const known = new Set(planned.map(({ path }) => path));
  const others = project.sourceFiles.filter((path) => !known.has(path)).map((path) => found.textOf(path) ?? '');
  for (const text of [...others, ...planned.map(({ after }) => after ?? '')])
    for (const name of namesIn(text)) before.delete(name);
  return new Set([...before].flatMap((name) => [name, typesOf(name)]));
}

/** The packages that a text loads, by itself or through one of Auth.js's providers. */
const namesIn = (text: string): string[] =>
  moduleStringsOf(text).flatMap((source) => {
    if (loadsNodemailer(source)) return 'nodemailer';
    const name = source
      .split('/')
      .slice(0, source.startsWith('@') ? 2 : 1)
      .join('/');
    return isHelperPackage(name) ? name : [];
  });
