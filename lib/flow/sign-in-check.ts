import { withLeadingComments } from '../ast/comments.js';
import type { Piece } from '../ast/edits.js';
import { languageOf } from '../ast/language.js';
import { startsItsLine } from '../ast/lines.js';
import { indentAt } from '../ast/style.js';
import { child, childList, contains, isFunction, nameOf, unwrap, walk, type Node } from '../ast/tree.js';
import { isDataTypeName, type DataType, type Style } from '../authjs/data-types.js';
import { isReadElsewhere, neededBy, objectAt, propertyOf, usesLocals, valueOf } from '../scan/callback-scope.js';
import type { AuthConfig } from '../scan/config.js';
import { isAuthRoute } from '../source/auth-module.js';
import type { Entry, SourceFile } from '../source/source-file.js';

/** A `callbacks.signIn` that may turn people away: its code outlives the set-up, for a person to find a place for it. */
export interface SignInCheck {
  /** The top-level statement that holds it, and goes. */
  readonly statement: Node;
  /** The site that stays with a person: the options or the call that the callback was given to. */
  readonly entry: Entry;
  /** Top-level statements that its code needs. */
  readonly needed: readonly Node[];
  /** The object that holds it, in the place of the statement. Asks for the types of its parameters. */
  write(): Piece[];
}

const NAMES = ['signInCheck', 'authSignInCheck', 'formerSignInCheck'];

/** What Auth.js gives to the callback (next-auth 4.24 core/types, @auth/core 0.37 index): one of its types, or what it wrote out. */
const PARAMETERS: Readonly<Record<string, { type: DataType | string; isOptional: (style: Style) => boolean }>> = {
  user: { type: 'User', isOptional: () => false },
  account: { type: 'Account', isOptional: (style) => style === 'v5' },
  profile: { type: 'Profile', isOptional: () => true },
  email: { type: '{ verificationRequest?: boolean }', isOptional: () => true },
  credentials: { type: 'Record<string, unknown>', isOptional: () => true },
};

/** The checks of a file that can live on without Auth.js; undefined where one of them can't, so that the set-up has to stay. */
export function signInChecks(file: SourceFile): SignInCheck[] | undefined {
  const checks = file.scanned.configs.filter(({ decidesSignIn }) => decidesSignIn).map((each) => checkIn(each, file));
  return checks.every((each) => each !== undefined) && checks.length < 2 ? checks : undefined;
}

function checkIn(config: AuthConfig, file: SourceFile): SignInCheck | undefined {
  const { program, bindings, context } = file;
  const statement = childList(program, 'body').find((each) => contains(each, config));
  const options = statement && objectAt(statement, config);
  const callbacks = valueOf(options, 'callbacks');
  const property = propertyOf(callbacks, 'signIn');
  // A route may export nothing but its handlers.
  const isRoute = isAuthRoute(file.path) || context.routeKind !== 'module';
  if (!statement || !property || isRoute || property['computed'] || property['kind'] === 'get') return undefined;
  const isUnseen = childList(callbacks, 'properties').some(
    (each) => each.type.startsWith('Spread') && !isReadElsewhere(each),
  );
  const value = property.type === 'ObjectMethod' ? property : unwrap(child(property, 'value'));
  if (isUnseen || !value || usesLocals(property, bindings)) return undefined;
  const needed = neededBy([property], program, bindings);
  const isOfAuthjs = (node: Node) => file.entries.some(({ site }) => contains(node, site));
  if (isOfAuthjs(property) || needed.some(isOfAuthjs)) return undefined;
  const entry = file.entries.find(
    ({ site, settlement }) => !settlement && site.kind === 'use' && contains(statement, site),
  );
  const name = NAMES.find((each) => !bindings.program.names.has(each) && !bindings.free.has(each));
  const write = name === undefined ? undefined : writerOf(name, property, value, file);
  return entry && write ? { statement, entry, needed, write } : undefined;
}

/** The text of the callback keeps its place, so that the diff shows what went around it. */
function writerOf(name: string, property: Node, value: Node, file: SourceFile): SignInCheck['write'] | undefined {
  const { style, text } = file;
  const whole = withLeadingComments(text, property);
  const span = startsItsLine(text, whole.start) ? whole : property;
  const indent = startsItsLine(text, span.start) ? indentAt(text, span.start) : style.indent;
  const comma = /^\s*,/.test(text.slice(property.end)) ? ',' : '';
  const isUntyped = languageOf(file.path) === 'js';
  const taken = value.type === 'Identifier' ? [] : parametersIn(value);
  if (taken?.some((each) => !Object.hasOwn(PARAMETERS, each)) ?? true) return undefined;
  return () => [
    `export const ${name} = {\n${indent}`,
    span,
    `${comma}\n}`,
    ...(isUntyped || taken!.length === 0
      ? []
      : [' satisfies { signIn(params: ', ...typeOf(taken!, file), '): unknown }']),
    style.semicolon,
  ];
}

/** What a function takes of its one argument; undefined for one that is not followed, none where its type is written. */
function parametersIn(fn: Node): string[] | undefined {
  if (!isFunction(fn) || fn['generator'] || [...walk(fn)].some(({ type }) => type === 'ThisExpression'))
    return undefined;
  const [parameter, ...more] = childList(fn, 'params');
  if (more.length > 0 || (parameter && !/^(?:ObjectPattern|Identifier)$/.test(parameter.type))) return undefined;
  return parameter ? typesOf(parameter) : [];
}

/** The parameters that a pattern takes, all of them for one that takes all; none where the app has written a type. */
function typesOf(parameter: Node): string[] {
  if (child(parameter, 'typeAnnotation')) return [];
  const properties = childList(parameter, 'properties');
  const isWhole = parameter.type === 'Identifier' || properties.some(({ type }) => type === 'RestElement');
  return isWhole ? Object.keys(PARAMETERS) : properties.map((each) => nameOf(child(each, 'key')) ?? '');
}

function typeOf(taken: readonly string[], file: SourceFile): Piece[] {
  const members = taken.flatMap((name, index): Piece[] => {
    const { type, isOptional } = PARAMETERS[name]!;
    const module = isDataTypeName(type) ? file.context.helperModule(type) : undefined;
    // Without the generated module nothing says what Auth.js gave.
    const written = !isDataTypeName(type) ? type : module ? file.imports.add(module, type, { typeOnly: true }) : 'any';
    const mark = isOptional(file.context.authjsStyle) ? '?' : '';
    return [`${index > 0 ? '; ' : ''}${name}${mark}: `, written, name === 'account' ? ' | null' : ''];
  });
  return ['{ ', ...members, ' }'];
}
