import { Lines, wholeLines } from '../ast/lines.js';
import { child, childList } from '../ast/tree.js';
import { HANDED_ON, MENTIONS, unhandledAddress, unhandledModule, unhandledUse } from '../authjs/unhandled.js';
import type { EditedText } from '../ast/edits.js';
import type { ReportedSite } from '../ledger.js';
import type { ModuleSite } from '../scan/sites.js';
import { helpFor, RUNNER_RULES } from './rules.js';
import { isHandedOn } from './handed-on.js';
import type { Entry, Settlement, SourceFile } from './source-file.js';
import { writeTodos } from './todo.js';

export interface Finished {
  /** The file as it is to be written; null where it goes. */
  readonly text: string | null;
  readonly sites: ReportedSite[];
}

interface Options {
  /** Whether manual sites get a comment. */
  readonly todo: boolean;
  /** Only some transforms ran: what nobody settled belongs to the others. */
  readonly onlyOne: boolean;
}

/**
 * Closes a file's books after all transforms: imports go or stay with their uses, what nobody settled is manual, and
 * the edits become text. No site is left without an outcome.
 * @throws where two edits overlap
 */
export function finish(file: SourceFile, options: Options): Finished {
  file.enter('imports');
  settleLoads(file);
  settleImports(file);
  settleRest(file, options.onlyOne);
  if (file.deleted) return { text: null, sites: file.entries.map((entry) => reported(entry, file, undefined)) };
  if (options.todo) writeTodos(file);
  dropUnusedImports(file);
  file.imports.finish(file.edits);
  const edited = file.edits.apply();
  const output = new Lines(edited.text);
  return {
    text: file.bom + edited.text,
    sites: file.entries.map((entry) => reported(entry, file, { edited, output })),
  };
}

/** An import goes only with its last use, and takes the outcome of it. */
function settleImports(file: SourceFile): void {
  const augments = file.entries.some(
    ({ site, settlement }) =>
      site.kind === 'module' && site.form === 'augmentation' && settlement?.outcome !== 'removed',
  );
  for (const entry of file.modules(({ form }) => form === 'import')) {
    const bindings = childList(entry.node, 'specifiers').flatMap(
      (specifier) => file.bindings.of(child(specifier, 'local')) ?? [],
    );
    const own = bindings.filter(
      (binding) => entry.site.target === undefined || entry.site.names.includes(binding.imported?.name ?? ''),
    );
    const uses = new Map(file.entries.map((each) => [each.node, each]));
    let last: Settlement | undefined;
    let kept: Settlement | undefined;
    let stays: Settlement | undefined;
    for (const binding of own) {
      const settlements = binding.references.map((reference) => uses.get(reference)?.settlement);
      // What is left to a person may be something else than the name, which went.
      const isNamed = (settlement: Settlement | undefined, index: number) =>
        settlement?.outcome === 'manual' && !settlement.isKept && !file.edits.removes(binding.references[index]!);
      const open =
        settlements.find(isNamed) ??
        // An augmentation works only in a module, beside an import of what it widens.
        (settlements.includes(undefined) || (settlements.length === 0 && augments) ? IN_USE : undefined);
      const other = settlements.find((settlement) => settlement?.isKept);
      if (open) kept ??= open;
      else if (other) stays ??= other;
      else if (own.length > 0) {
        file.imports.drop(binding.declaration);
        last = settlements.findLast((settlement) => settlement?.outcome !== 'manual') ?? last;
      }
    }
    if (bindings.length === 0 && entry.site.target === undefined && augments) {
      file.settle(entry, 'manual', RUNNER_RULES.importInUse, 'stays while the types beside it widen its module');
      continue;
    }
    if (bindings.length === 0 && entry.site.target === undefined) {
      file.edits.remove(wholeLines(file.text, entry.node)); // `import "next-auth/jwt"` stands for its types alone
      file.settle(entry, 'removed', 'unused-import', 'nothing needs it');
    }
    if (own.length === 0) continue;
    if (kept) file.settle(entry, 'manual', RUNNER_RULES.importInUse, 'stays while a use of it stays');
    else if (stays) file.keep(entry, stays.rule, stays.message);
    else
      file.settle(
        entry,
        // What is bridged is the value: its import names another module now, as that of any rewritten call does.
        last?.outcome === 'rewritten' || last?.outcome === 'bridged' ? 'rewritten' : 'removed',
        last?.rule ?? 'unused-import',
        'its last use is gone',
      );
  }
}

/** An import of the app's own goes too when each of its uses stood in text that went: a type in a cast, say. */
function dropUnusedImports(file: SourceFile): void {
  if (!file.edits.changed) return;
  const edited = file.edits.apply();
  const sites = new Set(file.entries.map(({ node }) => node));
  for (const { imported, declaration, references } of file.bindings.all) {
    if (
      !imported ||
      references.length === 0 ||
      !declaration.type.startsWith('Import') ||
      references.some((node) => sites.has(node))
    )
      continue;
    if (references.every((node) => edited.offsetOf(node.start) === undefined)) file.imports.drop(declaration);
  }
}

const IN_USE: Settlement = { outcome: 'manual', rule: RUNNER_RULES.importInUse, message: '', transform: 'imports' };

/** `const { useSession } = require('next-auth/react')` goes with the last use of its names; `await import()` as well. */
function settleLoads(file: SourceFile): void {
  const uses = new Map(file.entries.map((each) => [each.node, each]));
  for (const entry of file.modules(({ form }) => form === 'require' || form === 'dynamic-import')) {
    const declarator = [...file.bindings.ancestors(entry.node)].find(({ type }) => type === 'VariableDeclarator');
    const declaration = declarator && file.bindings.parentOf(declarator);
    if (!declaration || childList(declaration, 'declarations').length !== 1) continue;
    const names = file.bindings.all.filter((binding) => binding.declaration === declarator && binding.imported);
    const references = names.flatMap((name) => name.references);
    const settlements = references.map((reference) => uses.get(reference)?.settlement);
    const isOpen = (settlement: Settlement | undefined, index: number) =>
      !settlement || (settlement.outcome === 'manual' && !settlement.isKept && !file.edits.removes(references[index]!));
    if (names.length === 0 || settlements.length === 0 || settlements.some(isOpen)) continue;
    const stays = settlements.find((settlement) => settlement?.isKept);
    if (stays) file.keep(entry, stays.rule, stays.message);
    else {
      file.edits.remove(wholeLines(file.text, declaration));
      file.settle(entry, 'removed', settlements.at(-1)!.rule, 'its last use is gone');
    }
  }
}

function settleRest(file: SourceFile, onlyOne: boolean): void {
  for (const entry of file.entries) {
    if (entry.settlement) continue;
    if (onlyOne) {
      file.settle(entry, 'manual', RUNNER_RULES.notSelected, 'belongs to a transform that did not run');
      continue;
    }
    const { rule, message } = whyLeft(entry, file);
    file.settle(entry, 'manual', rule, message);
  }
}

function whyLeft(entry: Entry, file: SourceFile): { rule: string; message: string } {
  const { site } = entry;
  if (site.kind === 'module' && isHandedOn(entry, file)) return HANDED_ON;
  if (site.kind === 'use') return unhandledUse(site.origin);
  if (site.kind === 'module') return unhandledModule((site as ModuleSite).form, site.source);
  return site.kind === 'address' ? unhandledAddress(site.symbol) : MENTIONS[site.kind];
}

function reported(
  entry: Entry,
  file: SourceFile,
  after: { edited: EditedText; output: Lines } | undefined,
): ReportedSite {
  const { site, settlement } = entry;
  const { outcome, rule, message } = settlement!;
  const input = linesOf(file);
  const [start, end] = [input.at(site.start), input.at(site.end)];
  return {
    rule,
    outcome,
    symbol: site.symbol,
    line: start.line,
    column: start.column,
    endLine: end.line,
    endColumn: end.column,
    ...(after && outcome !== 'removed' && outputLines(site, after)),
    message,
    help: helpFor(rule),
  };
}

function outputLines(site: { start: number; end: number }, { edited, output }: { edited: EditedText; output: Lines }) {
  const start = edited.offsetOf(site.start) ?? edited.nearestOffset(site.start);
  const end = edited.offsetOf(site.end - 1) ?? start;
  const line = output.at(start).line;
  return { outputLine: line, outputEndLine: Math.max(line, output.at(end).line) };
}

const lines = new WeakMap<SourceFile, Lines>();
function linesOf(file: SourceFile): Lines {
  const known = lines.get(file) ?? new Lines(file.text);
  lines.set(file, known);
  return known;
}
