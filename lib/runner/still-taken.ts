import { contains, type Span } from '../ast/tree.js';
import { isAuthjsModule } from '../authjs/modules.js';
import type { Exported } from '../scan/sites.js';
import { authModule } from '../source/auth-module.js';
import type { Entry, SourceFile } from '../source/source-file.js';
import type { ChainState } from './chain-state.js';

/**
 * What code that stays still takes of Auth.js's package through files of the app's own: the exports of each that have to
 * stay for it, `*` for all of them. A call that a person has to move may not lose what it imports.
 */
export function stillTaken({ project, found, files, staysIn }: ChainState): Map<string, Set<string>> {
  const taken = new Map<string, Set<string>>();
  const enter = ({ path, name }: Exported): void => {
    const names = taken.get(path) ?? new Set<string>();
    if (names.has(name)) return;
    taken.set(path, names.add(name));
    // A barrel of barrels has it of another file.
    const from = found.files.get(path)?.handedOn;
    for (const next of name === '*' ? (from?.values() ?? []) : [from?.get(name)]) if (next) enter(next);
  };
  for (const file of files) {
    const { owned } = authModule(file);
    const stays = staysIn(file.path);
    const isSetUp = (span: Span) =>
      owned.some((statement) => contains(statement, span)) && !stays.some((each) => contains(each, span));
    for (const entry of file.entries) {
      if (!isOfPackage(entry) || goes(entry, isSetUp, file)) continue;
      const imported = file.bindings.of(entry.node)?.imported;
      for (const path of imported ? project.resolveAll(imported.source, file.path) : [])
        enter({ path, name: imported!.name });
    }
  }
  return taken;
}

const isOfPackage = ({ site }: Entry): boolean => site.kind === 'use' && isAuthjsModule(site.origin.module);

const goes = ({ site, node, settlement }: Entry, isSetUp: (span: Span) => boolean, file: SourceFile): boolean =>
  settlement ? settlement.outcome !== 'manual' || file.edits.removes(node) : isSetUp(site);
