import type { Piece } from '../ast/edits.js';
import type { SourceFile } from '../source/source-file.js';
import type { NotUnderstood, ServerSource } from './server-source.js';
import type { SessionFlow } from './uses.js';

/** How the server asks Clerk: for presence alone, for the id that the app's data holds, or for the person. */
export type Mode = 'presence' | 'clerk-id' | 'id' | 'user';

/** What has to be asked, by all that is read. */
export function modeOf({ uses, aliases }: SessionFlow, file: SourceFile): Mode {
  const fields = new Set(uses.flatMap((use) => (use.kind === 'field' ? [use.field] : [])));
  for (const { bindings } of aliases) for (const { field } of bindings) if (field !== 'user') fields.add(field);
  if (fields.size > (fields.has('id') ? 1 : 0)) return 'user';
  if (fields.has('id')) return file.context.userIds === 'clerk' ? 'clerk-id' : 'id';
  return 'presence';
}

/** How Clerk is asked: the name of the function, which the imports give, and what stands around it. */
export interface Asked {
  readonly callee: () => Piece;
  readonly request: string;
  readonly isAwaited: boolean;
  /** What is taken out of the answer. */
  readonly property: 'isAuthenticated' | 'userId' | undefined;
}

/** @returns how to ask, or why nothing can be asked; the imports come with the use of `callee` */
export function askFor(mode: Mode, source: ServerSource, file: SourceFile): Asked | NotUnderstood {
  const isApp = source.form === 'app';
  const request = source.request ?? '';
  const helper = mode === 'id' ? 'getUserId' : mode === 'user' && !isApp ? 'getUser' : undefined;
  const module = helper && file.context.helperModule(helper, source.form);
  if (helper && module === undefined)
    return {
      rule: 'session-user-id',
      message: 'the id or the profile is read where no helper module can be generated',
    };
  if (helper && module !== undefined)
    return { callee: () => file.imports.add(module, helper), request, isAwaited: true, property: undefined };
  if (mode === 'user')
    return { callee: () => file.clerk('currentUser'), request: '', isAwaited: true, property: undefined };
  return {
    callee: () => file.clerk(isApp ? 'auth' : 'getAuth'),
    request: isApp ? '' : request,
    isAwaited: isApp,
    property: mode === 'presence' ? 'isAuthenticated' : 'userId',
  };
}

/** `{ userId }` of `const { userId } = await auth()`, or the name itself where the answer is the value. */
export const patternOf = (name: string, { property }: Asked): string =>
  property === undefined ? name : `{ ${name === property ? name : `${property}: ${name}`} }`;

/** `await auth()` */
export const askedCall = ({ callee, request, isAwaited }: Asked, wants = true): Piece[] => [
  isAwaited && wants ? 'await ' : '',
  callee(),
  `(${request})`,
];
