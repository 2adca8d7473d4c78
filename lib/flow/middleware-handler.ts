import type { Piece } from '../ast/edits.js';
import { languageOf } from '../ast/language.js';
import { child, childList, isFunction, nameOf, type Node } from '../ast/tree.js';
import { HANDLER, handlerRefusal, type Refusal } from '../authjs/middleware.js';
import type { Entry, SourceFile } from '../source/source-file.js';
import { dedent } from './dedent.js';

/** How the app's own handler is called from Clerk's middleware. */
export interface Handler {
  /** `middleware(req)`; '' where there is none. */
  readonly call: string;
  /** What stands above the middleware: the handler, if it was written inside the call of `withAuth`. */
  readonly above: readonly Piece[];
}

/** The names of the written middleware's own parameters and locals. */
const TAKEN = new Set(['auth', 'req', 'event', 'pathname', 'path', 'isAuthenticated', 'redirectToSignIn']);
const TYPES = ['NextRequest', 'NextFetchEvent'] as const;

/** @param handler the first argument of `withAuth`, if it is a function or the name of one */
export function prepareHandler(handler: Node | undefined, file: SourceFile): Handler | Refusal {
  if (!handler) return { call: '', above: [] };
  const isInline = isFunction(handler);
  const declaration = isInline ? handler : declarationOf(handler, file);
  const written = declaration?.type === 'VariableDeclarator' ? child(declaration, 'init') : declaration;
  if (!declaration || !written || !isFunction(written)) return HANDLER;
  const refusal = handlerRefusal(written);
  if (refusal) return refusal;
  const sites = file.unsettledWithin(declaration).filter(({ site }) => site.kind !== 'variable');
  const types = sites.filter(isRequestType);
  // Code that asks Auth.js itself would find nobody signed in.
  if (types.length < sites.length) return HANDLER;
  const ownName = nameOf(isInline ? child(handler, 'id') : handler);
  const own = isInline ? file.bindings.of(child(handler, 'id')) : undefined;
  const name = isInline
    ? file.freshName([ownName ?? 'handler'], file.bindings.program, own ? [own] : [])
    : (ownName ?? '');
  if (TAKEN.has(name) || (ownName !== undefined && name !== ownName)) return HANDLER;
  for (const type of types) {
    file.edits.replace(type.node, nextType('NextRequest', file));
    file.settle(type, 'rewritten', 'middleware', 'a request of Next’s own');
  }
  const args = ['req', 'event'].slice(0, childList(written, 'params').length).join(', ');
  return { call: `${name}(${args})`, above: isInline ? hoisted(handler, name, ownName !== undefined, file) : [] };
}

/** The one declaration of a name on the file's top level. */
function declarationOf(name: Node, { bindings }: SourceFile): Node | undefined {
  const binding = name.type === 'Identifier' ? bindings.of(name) : undefined;
  return binding?.scope === bindings.program && binding.identifiers.length === 1 ? binding.declaration : undefined;
}

const isRequestType = ({ site }: Entry): boolean => site.kind === 'use' && site.origin.name === 'NextRequestWithAuth';

const nextType = (name: string, file: SourceFile) => file.imports.add('next/server', name, { typeOnly: true });

/** The function as a declaration of its own, typed where `withAuth` gave its parameters their types. */
function hoisted(handler: Node, name: string, hasName: boolean, file: SourceFile): Piece[] {
  const parameters = childList(handler, 'params');
  for (const [index, parameter] of parameters.entries()) {
    if (languageOf(file.path) === 'js' || child(parameter, 'typeAnnotation')) continue;
    const type = [': ', nextType(TYPES[index] ?? 'NextRequest', file)];
    const isBare =
      handler.type === 'ArrowFunctionExpression' && !file.text.slice(handler.start, parameter.start).includes('(');
    if (isBare) file.edits.replace(parameter, '(', parameter, ...type, ')');
    else file.edits.insert(parameter.end, ...type);
  }
  dedent(handler, file);
  return hasName ? [handler, '\n\n'] : [`const ${name} = `, handler, `${file.style.semicolon}\n\n`];
}
