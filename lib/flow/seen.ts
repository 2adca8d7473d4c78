import { child, childList, isCall, isMember, nameOf, type Node, type Span } from '../ast/tree.js';
import { isGetSession, isGetToken, isReact, isServerSessionCall } from '../authjs/session-calls.js';
import { isMappedName, pathOf } from '../clerk/field-mappings.js';
import type { FieldName } from '../clerk/fields.js';
import type { SourceFile, Use } from '../source/source-file.js';
import type { Alias } from './aliases.js';
import { resultOf } from './client-source.js';
import { testsOf, withoutAbsent } from './guards.js';
import { modeOf } from './server-asked.js';
import { holderOf } from './server-holder.js';
import { unguardedNodes } from './server-refusals.js';
import { serverSource } from './server-source.js';
import { follow, followReference, NOTHING, type SessionFlow, type SessionUse } from './uses.js';

/** What the walker met at one place. */
export interface SeenUse {
  readonly span: Span;
  /** In words, for whoever asks. */
  readonly says: string;
  /** It stands in the way of a rewrite. */
  readonly blocks: boolean;
}

/** What the walker saw of one session: where it comes from, what holds it, and all that is done with it. */
export interface SeenSession {
  readonly side: 'client' | 'server';
  readonly source: Span;
  /** The names of the constants that hold it, or parts of it. */
  readonly holders: readonly string[];
  readonly uses: readonly SeenUse[];
  /** Why it was not followed at all. */
  readonly refusal: string | undefined;
}

type Seen = Omit<SeenSession, 'side'>;

/** Looks again at a call that yields a session, in a file that no edit has touched; undefined for what yields none. */
export function seenBy(use: Use, file: SourceFile): SeenSession | undefined {
  const { origin } = use.site;
  if (isReact('useSession')(origin)) return { side: 'client', ...inBrowser(use, file) };
  const yields = isServerSessionCall(origin) || isGetSession(origin) || isGetToken(origin);
  return yields ? { side: 'server', ...onServer(use, file) } : undefined;
}

function onServer(use: Use, file: SourceFile): Seen {
  const source = serverSource(use, file);
  if ('rule' in source) return refused(use.node, source.message);
  const { bindings } = file;
  const holder = holderOf(source, file);
  const binding = holder && bindings.of(holder.identifier);
  if (holder && binding) {
    const flow = follow(binding, holder.kind, file);
    const uses = withoutAbsent(flow.uses, bindings);
    const known = { ...flow, uses };
    const open = unguardedNodes(known, modeOf(known, file), testsOf(uses, 'null'), file);
    return seen(source.call, [binding.name], known, open, file);
  }
  const awaited = bindings.parentOf(source.call);
  if (awaited?.type !== 'AwaitExpression')
    return refused(source.call, 'the call is not awaited: what it yields is a promise, which is handed on');
  const flow: SessionFlow = { uses: [], aliases: [] };
  followReference(awaited, source.kind, NOTHING, file, flow);
  return seen(source.call, [], flow, [], file);
}

function inBrowser(use: Use, file: SourceFile): Seen {
  const parent = file.bindings.parentOf(use.node);
  const callee = parent && isMember(parent) && child(parent, 'object') === use.node ? parent : use.node;
  const call = file.bindings.parentOf(callee);
  if (!call || !isCall(call) || child(call, 'callee') !== callee)
    return refused(use.node, 'useSession is handed on as a value');
  if (childList(call, 'arguments').length > 0) return refused(call, 'useSession() is given options');
  const result = resultOf(call, file, use.site.origin.yields);
  if ('rule' in result) return refused(call, result.message);
  const flow: SessionFlow = { uses: [], aliases: [] };
  for (const { binding, kind } of result.parts) follow(binding, kind, file, flow);
  return seen(
    call,
    result.parts.map(({ binding }) => binding.name),
    flow,
    [],
    file,
  );
}

const refused = (source: Span, refusal: string): Seen => ({ source, holders: [], uses: [], refusal });

function seen(
  source: Span,
  holders: readonly string[],
  flow: SessionFlow,
  open: readonly Node[],
  file: SourceFile,
): Seen {
  const uses = [
    ...flow.uses.map((use) => useSeen(use, open, file)),
    ...flow.aliases.map((alias) => aliasSeen(alias, open)),
  ].toSorted((a, b) => a.span.start - b.span.start);
  return { source, holders, uses, refusal: undefined };
}

function useSeen(use: SessionUse, open: readonly Node[], file: SourceFile): SeenUse {
  const isOpen = open.includes(use.node);
  const says = isOpen ? `${wordsFor(use, file)}, without a test whether anybody is` : wordsFor(use, file);
  return { span: use.node, says, blocks: isOpen || use.kind === 'escape' };
}

function aliasSeen({ declaration, declarator, bindings }: Alias, open: readonly Node[]): SeenUse {
  const names = bindings.map(({ binding }) => binding.name);
  const whole =
    nameOf(child(declarator, 'id')) === undefined
      ? `${names.length === 1 ? 'is' : 'are'} taken out of it`
      : 'holds a part of it';
  const isOpen = open.includes(declaration);
  return {
    span: declaration,
    says: `${names.join(', ')} ${whole}${isOpen ? ', without a test whether anybody is signed in' : ', and is followed as well'}`,
    blocks: isOpen,
  };
}

const nameIn = (field: FieldName, { context }: SourceFile): string =>
  isMappedName(field) ? `${pathOf(field)}, from ${context.fields[pathOf(field)]!.from}` : `the ${field}`;

function wordsFor(use: SessionUse, file: SourceFile): string {
  switch (use.kind) {
    case 'presence':
      return use.throws ? 'throws unless somebody is signed in' : 'asks whether somebody is signed in';
    case 'field':
      return `reads ${nameIn(use.field, file)}${use.throws ? ', and throws unless somebody is signed in' : ''}`;
    case 'status':
      return `asks whether the status is ${use.negated ? 'other than ' : ''}${use.status}`;
    case 'dependency':
      return `is a dependency: the ${use.of}`;
    case 'absent':
      return 'is null here: nobody is signed in';
    case 'escape':
      return use.why;
  }
}
