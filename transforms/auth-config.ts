import { withLeadingComments } from '../lib/ast/comments.js';
import { wholeLines } from '../lib/ast/lines.js';
import { childList, contains, type Node, type Span } from '../lib/ast/tree.js';
import { isServerSessionCall } from '../lib/authjs/session-calls.js';
import { BRIDGE } from '../lib/flow/bridge.js';
import { cutTests } from '../lib/flow/cut-tests.js';
import { formerCallbacks, type FormerCallbacks } from '../lib/flow/former-callbacks.js';
import { noteProperties, removeProperties } from '../lib/flow/set-up-properties.js';
import { augmentationsIn, authModule, isAuthRoute, isSelfContained } from '../lib/source/auth-module.js';
import { passesSetUpOn } from '../lib/source/handed-on.js';
import { authInPlace } from '../lib/source/own-auth.js';
import { noteCode, noteWhatGoes } from '../lib/source/set-up-notes.js';
import { noteSettings } from '../lib/source/setting-notes.js';
import type { Entry, SourceFile } from '../lib/source/source-file.js';
import { TODO_PREFIX } from '../lib/source/todo.js';
import { standalone, type Transform } from '../lib/source/transform.js';

const GONE = 'nothing uses Auth.js’s set-up any more';
const STILL_READ = 'these types describe Auth.js’s session and token, which code still reads';
const CHECK = 'auth-config-sign-in-callback';
const METADATA = 'session-metadata';
const UNFILLED =
  'nothing calls them any more: sessions take these fields from the public metadata of Clerk’s user, which have to be filled as these callbacks did';
const UNCALLED =
  'nothing calls it any more: set Clerk’s restrictions to what it decides, or call it where sessions are read';
const DECIDES = 'callbacks.signIn decides who may sign in; set Clerk’s restrictions accordingly, then remove it';

/** The `[...nextauth]` route, the options, `NextAuth()` and the types that describe its session go once no code needs them. */
export const transform: Transform = {
  name: 'auth-config',
  description: 'the [...nextauth] route, NextAuth() and its options, and module augmentations go with their last use',
  rules: [
    'auth-config',
    'auth-config-in-use',
    CHECK,
    METADATA,
    'auth-augmentation',
    BRIDGE,
    'auth-config-providers',
    'auth-config-callback',
    'auth-config-event',
    'auth-config-adapter',
    'auth-config-page',
    'auth-config-session',
    'auth-config-setting',
    'auth-config-code',
    'credentials-authorize',
  ],
  apply(file: SourceFile): void {
    const { context } = file;
    if (context.testCut && !file.edits.changed && !file.deleted) cutTests(file, context.testCut);
    const module = authModule(file);
    if (context.runtimeNeeded === false)
      for (const entry of file.modules((site) => passesSetUpOn(site, file.scanned)))
        if (!entry.settlement)
          file.keep(entry, 'auth-config', 'hands on what stays of that file; Auth.js’s part is gone');
    if (context.keepsTypes)
      for (const statement of augmentationsIn(file))
        file.settleWithin(statement, 'manual', 'auth-augmentation', STILL_READ);
    if (module.owned.length === 0) return;
    if (file.deleted || context.runtimeNeeded === undefined) return;
    // It keeps people out, and no generated code can: a person sets Clerk's restrictions before it goes.
    const checks = formerCallbacks(file);
    for (const statement of checks ? [] : module.owned) file.settleWithin(statement, 'manual', CHECK, DECIDES);
    if (context.runtimeNeeded) return; // what is left is named by the runner: it knows what still needs it
    const isLeft = module.owned.some((statement) =>
      file.entries.some(({ site, settlement }) => settlement?.outcome === 'manual' && contains(statement, site)),
    );
    if (isLeft || !isSelfContained(module, file)) return; // a person has to look at a part of it first
    noteWhatGoes(file);
    noteSettings(file);
    const lives = (statement: Node) => checks!.some(({ needed }) => needed.includes(statement));
    noteCode(
      module.owned.filter((statement) => !lives(statement)),
      file,
    );
    // What a route exports besides, nobody can call once it is gone.
    const isAlone = module.rest.length === 0 || isAuthRoute(file.path);
    const leave = ({ names, entry, write }: FormerCallbacks) => {
      const [rule, message] = why(names);
      file.settle(entry, 'manual', rule, message);
      context.leave?.(`// ${TODO_PREFIX} ${rule} — ${message}\n${write().join('')}\n`);
    };
    const outside = checks!.filter(({ isElsewhere }) => isElsewhere);
    if (isAlone && outside.length === checks!.length && !context.isImportedElsewhere) {
      outside.forEach(leave);
      file.deleted = true;
      file.settleWithin({ start: 0, end: file.text.length }, 'removed', 'auth-config', GONE);
      return;
    }
    const gone: Span[] = [];
    const properties = context.setUpProperties;
    if (properties.length > 0) {
      const all = module.owned.filter((each) => !lives(each));
      noteProperties(properties, all, file);
      removeProperties(properties, all, file);
      for (const property of properties) file.settleWithin(property, 'removed', 'auth-config', GONE);
    }
    for (const statement of module.owned.filter((each) => !lives(each) && !properties.includes(each))) {
      const check = checks!.find((each) => each.statement === statement && !each.isElsewhere);
      outside.filter((each) => each.statement === statement).forEach(leave);
      const inPlace = authInPlace(statement, file);
      if (check) {
        file.settle(check.entry, 'manual', ...why(check.names));
        const leading = withLeadingComments(file.text, statement);
        if (leading.start < statement.start) gone.push({ start: leading.start, end: statement.start });
        file.edits.replace(statement, ...check.write(), ...(inPlace ? ['\n\n', ...inPlace] : []));
      } else if (inPlace) file.edits.replace(statement, ...inPlace);
      if (inPlace) {
        for (const entry of file.unsettledWithin(statement).filter(handsAuthOn))
          file.settle(entry, 'bridged', BRIDGE, 'the generated module answers by this name now');
      } else if (!check) gone.push(wholeLines(file.text, withLeadingComments(file.text, statement)));
      file.settleWithin(statement, 'removed', 'auth-config', GONE);
    }
    for (const span of gone) file.edits.remove(span);
    // Of a file of nothing but set-up and its imports nothing is left that could end in empty lines.
    const isAll = module.rest.length === 0 && checks!.length === 0;
    const empty = context.keepsCallbacks || isAll ? undefined : emptyEnd(gone, file.text);
    if (empty) file.edits.remove(empty);
    // A barrel hands on all that it has: to TypeScript an empty file is no module that could be imported.
    if (isAll && gone.length === module.owned.length && !context.keepsCallbacks && hasExports(file))
      file.edits.insert(file.text.length, `export {}${file.style.semicolon}\n`);
  },
};

export default standalone(transform);

const why = (names: readonly string[]): [rule: string, message: string] =>
  names.includes('signIn') ? [CHECK, UNCALLED] : [METADATA, UNFILLED];

const hasExports = ({ program }: SourceFile): boolean =>
  childList(program, 'body').some(({ type }) => type.startsWith('Export'));

const handsAuthOn = ({ site }: Entry): boolean =>
  site.kind === 'use' ? isServerSessionCall(site.origin) : site.kind === 'module' && site.form === 'export-from';
/** The empty lines that would end the file where all behind them goes. */
function emptyEnd(gone: readonly Span[], text: string): Span | undefined {
  let end = text.length;
  for (const span of gone.toReversed()) {
    if (text.slice(span.end, end).trim() !== '') break;
    end = span.start;
  }
  const lines = end < text.length && /\n((?:[ \t]*\r?\n)+)$/.exec(text.slice(0, end));
  return lines ? { start: end - lines[1]!.length, end } : undefined;
}
