import { contains, type Node } from '../ast/tree.js';
import { isNextAuth, OWN } from '../authjs/modules.js';
import type { Entry, SourceFile } from './source-file.js';

/** Sites that go through a function of the app's own around `auth`: its callers, and what hands it on. */
export function wrapperEntries(file: SourceFile): Entry[] {
  return file.entries.filter((entry) => !entry.settlement && isOfWrapper(entry, file));
}

export function isOfWrapper({ site }: Entry, { scanned }: SourceFile): boolean {
  if (site.kind === 'use') return site.origin.module === OWN.wrapper;
  if (site.kind !== 'module' || site.form !== 'export-from' || site.target === undefined) return false;
  const handedOn = [...scanned.passes.values()].filter(({ name }) => site.names.includes(name));
  return handedOn.length === site.names.length && handedOn.every(({ module }) => module === OWN.wrapper);
}

/** The declarations of such functions in the file. */
export function wrappersIn({ scanned, bindings }: SourceFile): Node[] {
  return [...scanned.made].flatMap(([name, { module }]) =>
    module === OWN.wrapper ? (bindings.program.names.get(name)?.declaration ?? []) : [],
  );
}

const isDone = ({ settlement }: Entry): boolean => settlement !== undefined && settlement.outcome !== 'manual';

/** Whether all that the file's own functions around `auth` asked of Auth.js is asked of Clerk. */
export function asksClerk(file: SourceFile): boolean {
  return wrappersIn(file).every((wrapper) => {
    const within = file.entries.filter(({ site }) => contains(wrapper, site));
    return within.length > 0 && within.every((entry) => isDone(entry) || file.asksClerk(entry));
  });
}

/** Whether the file still calls `NextAuth()`. */
export const callsNextAuth = ({ entries, edits }: SourceFile): boolean =>
  entries.some(
    ({ site, node, settlement }) =>
      site.kind === 'use' && isNextAuth(site.origin) && settlement?.outcome !== 'removed' && !edits.removes(node),
  );
