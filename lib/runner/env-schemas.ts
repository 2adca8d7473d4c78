import type { ReportedFile } from '../ledger.js';
import type { Project } from '../project/index.js';
import type { Scan } from '../scan/scan.js';
import { isInParts } from '../source/env-parts.js';
import type { Transform } from '../source/transform.js';
import { transform as ENV_SCHEMA } from '../../transforms/env-schema.js';
import type { ChainFile } from './chain.js';
import { leftAsTheyWere } from './left.js';
import { Variables } from './variables.js';

/** Whether a file declares a variable of Auth.js's; it waits until it is known what else reads that. */
export const declaresEnv = (file: ChainFile): boolean =>
  file.scanned.sites.some((site) => site.kind === 'variable' && isInParts(site, file.envParts));

/** Takes out of the files that wait what nothing but they themselves names any more, once all others are finished. */
export function finishSchemas(
  files: readonly ChainFile[],
  found: Scan,
  project: Project,
  transforms: readonly Transform[],
  settings: { todo: boolean; onlyOne: boolean },
): void {
  const schemas = files.filter(declaresEnv);
  if (schemas.length === 0) return;
  const settled = new Map(files.map((file) => [file.path, schemas.includes(file) ? asIfGone(file) : file.report()]));
  const planned = files.map((file) => ({
    path: file.path,
    before: file.scanned.text,
    after: schemas.includes(file) ? file.textWithoutEnv : file.after,
  }));
  const variables = new Variables({ project, found, settled, texts: [], planned });
  for (const file of schemas) {
    const names = file.envParts.map(({ name }) => name).filter((name) => variables.isAuthjs(name));
    // Env files change only in a run of the whole app, and what declares a variable goes with its value.
    const unread = names.filter((name) => project.isWhole && variables.whyKept(file.path, name) === undefined);
    file.surroundings.unreadVariables = new Set(unread);
    file.apply(transforms.filter((transform) => transform === ENV_SCHEMA));
    file.finish(settings);
  }
}

/** What would be said of a file if its declarations went. */
function asIfGone({ scanned, envParts, surroundings }: ChainFile): ReportedFile {
  const sites = leftAsTheyWere(scanned, 'env-variable', '').map((site, index) =>
    isInParts(scanned.sites[index]!, envParts) ? { ...site, outcome: 'removed' as const } : site,
  );
  return { path: surroundings.displayPath, status: 'modified', transforms: [], sites };
}
