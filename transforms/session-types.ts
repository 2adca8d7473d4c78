import { quoted } from '../lib/ast/style.js';
import { child, contains, nameOf, type Node, type Span } from '../lib/ast/tree.js';
import { isDataType, isDataTypeName, isOfSetUp, isPersonType } from '../lib/authjs/data-types.js';
import { isAuthjsModule, type Origin } from '../lib/authjs/modules.js';
import type { Helper } from '../lib/clerk/helpers.js';
import { isYielded } from '../lib/flow/bridge.js';
import { writtenType, type WrittenType } from '../lib/flow/written-types.js';
import { augmentationsIn, authModule } from '../lib/source/auth-module.js';
import { keptCallbacks } from '../lib/source/kept-callbacks.js';
import type { SourceFile, Use } from '../lib/source/source-file.js';
import { standalone, type Transform } from '../lib/source/transform.js';

const RULE = 'session-types';

/**
 * `import type { Session } from "next-auth"` → `import type { Session } from "@/lib/clerk-session"`: the same type, without
 * Auth.js. What says no more than a line (`ISODateString`) is written out, and what describes the set-up goes with it.
 */
export const transform: Transform = {
  name: 'session-types',
  description: 'the types of sessions, people, tokens and rows come from the generated module',
  rules: [RULE],
  apply(file: SourceFile): void {
    const { owned } = authModule(file);
    const kept = keptCallbacks(file);
    const stays = kept ? [...kept.properties, ...kept.needed] : [];
    const isMoved = (span: Span) => stays.some((each) => contains(each, span));
    const { ownTypes, runtimeNeeded, keepsTypes } = file.context;
    // What widens Auth.js's types for code that still reads them stays as it is.
    // What widens Auth.js's types for code that still reads them stays as it is.
    const setUp = keepsTypes ? [...owned, ...augmentationsIn(file)] : owned;
    const isSetUp = (span: Span) => setUp.some((statement) => contains(statement, span)) && !isMoved(span);
    const isOwnType = ({ module, name }: Origin) => isAuthjsModule(module) && ownTypes.has(name);
    // What a provider or an adapter is given stays with it, unless all of that goes.
    const isPart = file.uses(isOfSetUp).some(({ site }) => runtimeNeeded !== false || !isSetUp(site));
    // A name inside the arguments of one that was written out is settled with it, unless its text stays.
    for (const use of file.uses(({ module }) => !module.startsWith('authjs:'))) {
      const { site } = use;
      if (use.settlement || isSetUp(site)) continue;
      const written = isMoved(site) ? undefined : writtenType(use.node, site.origin, file);
      if (written) replace(written, use, 'rewritten', 'says the same', file);
      else if (isHookResult(site.origin)) typeOfHook(use, file);
      else if (isDataType(site.origin) && (!isPart || isPersonType(site.origin) || isMoved(site)))
        importType(use, site.origin.name, site.origin.name as Helper, isMoved(site), file);
      else if (isOwnType(site.origin))
        importType(use, site.origin.name, `type ${site.origin.name}`, isMoved(site), file);
    }
    for (const entry of file.modules(({ form, target }) => form === 'export-from' && target === undefined)) {
      const { names, source } = entry.site;
      if (names.length === 0 || !names.every((name) => isDataType({ module: source, name }))) continue;
      handOn(entry, child(entry.node, 'source')!, names as Helper[], file);
    }
    // `import("next-auth").Session`
    for (const entry of file.modules(({ form, target }) => form === 'import-type' && target === undefined)) {
      const name = nameOf(child(entry.node, 'qualifier')) ?? '';
      const string = child(entry.node, 'argument') ?? child(entry.node, 'source');
      if (string && isDataType({ module: entry.site.source, name }) && isDataTypeName(name) && !isSetUp(entry.site))
        handOn(entry, string, [name], file);
    }
  },
};

export default standalone(transform);

function replace(
  { node, pieces }: WrittenType,
  use: Use,
  outcome: 'rewritten' | 'bridged',
  why: string,
  file: SourceFile,
) {
  file.edits.replace(node, ...pieces);
  file.settle(use, outcome, RULE, why);
  for (const entry of file.unsettledWithin(node))
    if (!pieces.some((piece) => typeof piece === 'object' && contains(piece, entry.site)))
      file.settle(entry, 'removed', RULE, 'went with the type around it');
}

/** What `useSession()` yields, by its own name. */
const isHookResult = ({ module, name }: Origin): boolean =>
  module === 'next-auth/react' && name === 'SessionContextValue';

/** `SessionContextValue` → `ReturnType<typeof useSession>`, of the generated hook. */
function typeOfHook(use: Use, file: SourceFile): void {
  const reference = file.bindings.parentOf(use.node);
  const isPlain = reference?.type === 'TSTypeReference' && !(reference['typeParameters'] ?? reference['typeArguments']);
  const module = isPlain && isYielded(file) ? file.context.helperModule('useSession') : undefined;
  if (module === undefined) return;
  file.edits.replace(reference!, 'ReturnType<typeof ', file.imports.add(module, 'useSession', { typeOnly: true }), '>');
  file.settle(use, 'bridged', RULE, `what useSession() of ${module} yields`);
}

/** The name of a type, from the generated module from here on. */
function importType(use: Use, name: string, helper: Helper, isMoved: boolean, file: SourceFile): void {
  const module = file.context.helperModule(helper);
  if (module === undefined) return;
  const parent = file.bindings.parentOf(use.node);
  const replaced = parent?.type === 'TSQualifiedName' ? parent : use.node; // `NextAuth.Session` of a namespace
  const local = file.bindings.of(use.node)?.imported?.name === '*' ? undefined : file.textOf(use.node);
  const written = file.imports.add(module, name, { typeOnly: true, ...(local && { local }) });
  // Text that moves as it stands keeps the name.
  if (!isMoved) file.edits.replace(replaced, written);
  file.settle(use, 'bridged', RULE, `${name} is declared in ${module} now`);
}

/** A module string under which Auth.js's types were taken, in the generated module's favour. */
function handOn(
  entry: Parameters<SourceFile['settle']>[0],
  string: Node,
  names: readonly Helper[],
  file: SourceFile,
): void {
  const [module] = names.flatMap((name) => file.context.helperModule(name) ?? []);
  if (module === undefined) return;
  file.edits.replace(string, quoted(module, file.style));
  file.settle(entry, 'bridged', RULE, `hands on what ${module} declares`);
}
