import { child, childList, type Node } from '../ast/tree.js';
import { isAuthjsModule, type Origin } from '../authjs/modules.js';
import type { ModuleSite, ScannedFile } from '../scan/sites.js';
import type { Entry, SourceFile } from './source-file.js';

const CAST = /^TS(?:As|Satisfies|NonNull)Expression$/;

/**
 * Whether a file does no more with a name of Auth.js's package than hand it on to others: `export { signOut }`,
 * `export const useSession = useAuthSession as Ask`. Such a site goes with the last that takes it, which is known later.
 */
export function isHandedOn({ site, node }: Entry, file: SourceFile): boolean {
  if (file.context.routeKind !== 'module') return false; // what Next.js takes itself has no importer
  if (site.kind === 'module') return passesOn(site, file);
  if (site.kind !== 'use' || !isAuthjsModule(site.origin.module)) return false;
  const { bindings } = file;
  let value = node;
  let around = bindings.parentOf(value);
  for (; around && CAST.test(around.type); around = bindings.parentOf(value)) value = around;
  if (around?.type === 'ExportSpecifier' || around?.type === 'ExportDefaultDeclaration') return true;
  return around?.type === 'VariableDeclarator' && child(around, 'init') === value && isExported(around, file);
}

/** `export … from` of the package's own names, taken from it or from another file of the app's own. */
function passesOn(site: ModuleSite, { scanned }: SourceFile): boolean {
  if (site.form !== 'export-from' && site.form !== 'export-all') return false;
  if (isAuthjsModule(site.source)) return true;
  const passed = passedBy(site, scanned);
  return passed.length > 0 && passed.every(({ module }) => isAuthjsModule(module));
}

/** What a line passes on of another file's. */
const passedBy = ({ target, names }: ModuleSite, { handedOn, passes }: ScannedFile): Origin[] =>
  [...handedOn].flatMap(([name, from]) =>
    from.path === target && (names.length === 0 || names.includes(from.name)) ? (passes.get(name) ?? []) : [],
  );

/**
 * Whether a line passes on all that another file exports, of which some sets Auth.js up, and nothing is of its package:
 * `export * from './options'`. Whoever takes that part by it is a site of its own, and the rest goes on through the line.
 */
export const passesSetUpOn = (site: ModuleSite, scanned: ScannedFile): boolean =>
  site.form === 'export-all' &&
  site.target !== undefined &&
  passedBy(site, scanned).every(({ module }) => !isAuthjsModule(module));

/** Whether a constant of the file's is exported, and nothing else is done with it. */
function isExported(declarator: Node, { bindings }: SourceFile): boolean {
  const declaration = bindings.parentOf(declarator);
  if (childList(declaration, 'declarations').length !== 1) return false;
  const references = bindings.of(child(declarator, 'id'))?.references ?? [];
  const isExport = (node: Node) => /^Export(?:Specifier|DefaultDeclaration)$/.test(bindings.parentOf(node)?.type ?? '');
  return bindings.parentOf(declaration!)?.type === 'ExportNamedDeclaration'
    ? references.every(isExport)
    : references.length > 0 && references.every(isExport);
}
