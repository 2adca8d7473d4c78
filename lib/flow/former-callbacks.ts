import { withLeadingComments } from '../ast/comments.js';
import type { Piece } from '../ast/edits.js';
import { languageOf } from '../ast/language.js';
import { startsItsLine } from '../ast/lines.js';
import { indentAt } from '../ast/style.js';
import { child, childList, contains, isCall, isFunction, nameOf, unwrap, walk, type Node } from '../ast/tree.js';
import { isDataTypeName, type DataType, type Style } from '../authjs/data-types.js';
import { isReadElsewhere, neededBy, objectAt, propertyOf, usesLocals, valueOf } from '../scan/callback-scope.js';
import type { AuthConfig } from '../scan/config.js';
import { isAuthRoute } from '../source/auth-module.js';
import type { Entry, SourceFile } from '../source/source-file.js';

/** Callbacks whose code outlives the set-up, for a person to find a place for it. */
export interface FormerCallbacks {
  /** The top-level statement that holds them, and goes. */
  readonly statement: Node;
  /** Their names, in the order of the text. */
  readonly names: readonly string[];
  /** Whether the file is a route, which may export nothing but its handlers: what is written goes to a file of its own. */
  readonly isElsewhere: boolean;
  /** The site that stays with a person: the options or the call that the callbacks were given to. */
  readonly entry: Entry;
  /** Top-level statements that their code needs. */
  readonly needed: readonly Node[];
  /** The object that holds them, in the place of the statement. Asks for the types of their parameters. */
  write(): Piece[];
}

const NAMES = {
  check: ['signInCheck', 'authSignInCheck', 'formerSignInCheck'],
  callbacks: ['formerCallbacks', 'formerAuthCallbacks', 'formerNextAuthCallbacks'],
} as const;

interface Parameter {
  /** One of Auth.js's types, or one written out. */
  readonly type: DataType | string;
  readonly isOptional?: (style: Style) => boolean;
}

const always = (): boolean => true;
const inV5 = (style: Style): boolean => style === 'v5';
const SIGN_IN: Readonly<Record<string, Parameter>> = {
  user: { type: 'User' },
  account: { type: 'Account', isOptional: inV5 },
  profile: { type: 'Profile', isOptional: always },
};

/** What Auth.js gives to its callbacks (next-auth 4.24 core/types, @auth/core 0.37 index). */
const PARAMETERS: Readonly<Record<string, Readonly<Record<string, Parameter>>>> = {
  signIn: {
    ...SIGN_IN,
    email: { type: '{ verificationRequest?: boolean }', isOptional: always },
    credentials: { type: 'Record<string, unknown>', isOptional: always },
  },
  jwt: {
    token: { type: 'JWT' },
    ...SIGN_IN,
    trigger: { type: '"signIn" | "signUp" | "update"', isOptional: always },
    isNewUser: { type: 'boolean', isOptional: always },
    session: { type: 'any', isOptional: always },
  },
  session: {
    session: { type: 'Session' },
    token: { type: 'JWT' },
    user: { type: 'User' },
    newSession: { type: 'any', isOptional: always },
    trigger: { type: '"update"', isOptional: always },
  },
};

/**
 * The callbacks of a file that outlive the set-up, unused: a `signIn` that may turn people away, and what filled the sessions
 * where the public metadata do now. Code that can't stand alone is a comment. Undefined where a check finds no place, so that
 * the set-up has to stay.
 */
export function formerCallbacks(file: SourceFile): FormerCallbacks[] | undefined {
  const found = file.scanned.configs.map((config) => ({ config, kept: callbacksIn(config, file) }));
  const isLost = found.some(({ config, kept }) => config.decidesSignIn && !kept);
  const kept = found.flatMap((each) => each.kept ?? []);
  return isLost || new Set(kept.map(({ statement }) => statement)).size < kept.length ? undefined : kept;
}

/** Which of the options' callbacks are worth to be kept. */
function worthKeeping({ decidesSignIn, callbacks }: AuthConfig, { context }: SourceFile): string[] {
  const fills = context.readsMetadata ? ['jwt', 'session'] : [];
  return callbacks
    .map(({ name }) => name)
    .filter((name) => fills.includes(name) || (decidesSignIn && name === 'signIn'));
}

function callbacksIn(config: AuthConfig, file: SourceFile): FormerCallbacks | undefined {
  const { program, bindings, context } = file;
  const statement = childList(program, 'body').find((each) => contains(each, config));
  const options = statement && objectAt(statement, config);
  const whole = propertyOf(options, 'callbacks');
  const callbacks = valueOf(options, 'callbacks');
  if (!statement || !whole) return undefined;
  const isElsewhere = isAuthRoute(file.path) || context.routeKind !== 'module';
  if (isElsewhere && !context.leave) return undefined;
  const entry = file.entries.find(
    ({ site, settlement }) => !settlement && site.kind === 'use' && contains(statement, site),
  );
  const isOfAuthjs = (node: Node) => file.entries.some(({ site }) => contains(node, site));
  const all = worthKeeping(config, file).flatMap((name) => propertyOf(callbacks, name) ?? []);
  const alone = all.filter(
    (property) =>
      !isElsewhere &&
      !property['computed'] &&
      property['kind'] !== 'get' &&
      !usesLocals(property, bindings) &&
      ![property, ...neededBy([property], program, bindings)].some(isOfAuthjs) &&
      parametersIn(property) !== undefined,
  );
  const namesOf = (list: readonly Node[]) => list.map((property) => nameOf(child(property, 'key'))!);
  const isUnseen =
    callbacks?.type !== 'ObjectExpression' ||
    childList(callbacks, 'properties').some((each) => each.type.startsWith('Spread') && !isReadElsewhere(each));
  const others = all.filter((property) => !alone.includes(property));
  const isHidden = config.decidesSignIn && (isUnseen || !namesOf(all).includes('signIn'));
  const commented = isHidden ? [whole] : others;
  const kept = isHidden ? [] : alone;
  const candidates = namesOf(kept).join() === 'signIn' ? NAMES.check : NAMES.callbacks;
  const name = candidates.find((each) => !bindings.program.names.has(each) && !bindings.free.has(each));
  if (!entry || name === undefined || kept.length + commented.length === 0) return undefined;
  return {
    statement,
    isElsewhere,
    names: [...namesOf(kept), ...namesOf(others), ...(isHidden ? ['signIn'] : [])],
    entry,
    needed: neededBy(kept, program, bindings),
    // In the order of the text, so that the diff shows what went around it.
    write: () => {
      if (kept.length === 0) return [commentOf(commented, file)];
      const code = written(name, kept, file);
      if (commented.length === 0) return code;
      const comment = commentOf(commented, file);
      return commented[0]!.start < kept[0]!.start ? [comment, '\n\n', ...code] : [...code, '\n\n', comment];
    },
  };
}

/** The text of callbacks that need what is gone, where it stood: a comment, from which a person takes what is of use. */
function commentOf(properties: readonly Node[], { text }: SourceFile): string {
  const parts = properties.map((property) => {
    const span = withLeadingComments(text, property);
    const margin = startsItsLine(text, span.start) ? indentAt(text, span.start) : '';
    const gap = property === properties[0] ? '' : gapAbove(text, span.start);
    return `${gap}${margin}${text.slice(span.start, span.end)},`.replaceAll('*/', '*\\/');
  });
  return `/*\n${parts.join('\n')}\n*/`;
}

/** The empty line that stands above. */
const gapAbove = (text: string, at: number): string => (/\n[ \t]*\r?\n[ \t]*$/.test(text.slice(0, at)) ? '\n' : '');

/** A line as most formatters allow it. */
const LONGEST = 100;

/** The text of the callbacks keeps its place, so that the diff shows what went around it. */
function written(name: string, properties: readonly Node[], file: SourceFile): Piece[] {
  const { style, text } = file;
  const types = languageOf(file.path) === 'js' ? [] : properties.flatMap((property) => signatureOf(property, file));
  const texts = properties.map(({ start, end }) => text.slice(start, end));
  const line = `export const ${name} = { ${texts.join(', ')} }${style.semicolon}`;
  // References alone say all in a line, and a brace of their own would look like one that had moved.
  if (types.length === 0 && !line.includes('\n') && line.length <= LONGEST) {
    const spans = properties.flatMap((property, index): Piece[] => [index > 0 ? ', ' : '', property]);
    return [`export const ${name} = { `, ...spans, ' }', style.semicolon];
  }
  const { satisfies } = file.context.typescript;
  const typed: Piece[] = types.length > 0 ? ['{ ', ...types.slice(0, -1), ' }'] : [];
  const annotation: Piece[] = typed.length > 0 && !satisfies ? [': ', ...typed] : [];
  const pieces: Piece[] = [`export const ${name}`, ...annotation, ' = {\n'];
  for (const property of properties) {
    const whole = withLeadingComments(text, property);
    const span = startsItsLine(text, whole.start) ? whole : property;
    if (property !== properties[0]) pieces.push(gapAbove(text, span.start));
    const comma = property !== properties.at(-1) || /^\s*,/.test(text.slice(property.end)) ? ',' : '';
    pieces.push(startsItsLine(text, span.start) ? indentAt(text, span.start) : style.indent, span, `${comma}\n`);
  }
  pieces.push('}');
  if (typed.length > 0 && satisfies) pieces.push(' satisfies ', ...typed);
  return [...pieces, style.semicolon];
}

/** `jwt(params: { token: JWT }): unknown`, with what parts it from the next; nothing where the app has written types. */
function signatureOf(property: Node, file: SourceFile): Piece[] {
  const name = nameOf(child(property, 'key'))!;
  const taken = parametersIn(property)!;
  return taken.length === 0 ? [] : [`${name}(params: `, ...typeOf(name, taken, file), '): unknown', '; '];
}

/** What a callback takes of its one argument; undefined for one that is not followed, none where its type is written. */
function parametersIn(property: Node): readonly string[] | undefined {
  const fn = property.type === 'ObjectMethod' ? property : unwrap(child(property, 'value'));
  if (fn?.type === 'Identifier' || (fn && isCall(fn))) return [];
  if (!fn || !isFunction(fn) || fn['generator'] || [...walk(fn)].some(({ type }) => type === 'ThisExpression'))
    return undefined;
  const [parameter, ...more] = childList(fn, 'params');
  if (more.length > 0 || (parameter && !/^(?:ObjectPattern|Identifier)$/.test(parameter.type))) return undefined;
  const known = PARAMETERS[nameOf(child(property, 'key')) ?? ''] ?? {};
  const taken = parameter ? typesOf(parameter, Object.keys(known)) : [];
  return taken.every((each) => Object.hasOwn(known, each)) ? taken : undefined;
}

/** The parameters that a pattern takes, all of them for one that takes all; none where the app has written a type. */
function typesOf(parameter: Node, all: readonly string[]): readonly string[] {
  if (child(parameter, 'typeAnnotation')) return [];
  const properties = childList(parameter, 'properties');
  const isWhole = parameter.type === 'Identifier' || properties.some(({ type }) => type === 'RestElement');
  return isWhole ? all : properties.map((each) => nameOf(child(each, 'key')) ?? '');
}

function typeOf(callback: string, taken: readonly string[], file: SourceFile): Piece[] {
  const style = file.context.authjsStyle;
  const typed = (type: string): Piece => {
    if (!isDataTypeName(type)) return type;
    const module = file.context.helperModule(type);
    // Without the generated module nothing says what Auth.js gave.
    return module ? file.imports.add(module, type, { typeOnly: true }) : 'any';
  };
  const members = taken.flatMap((name, index): Piece[] => {
    const { type, isOptional } = PARAMETERS[callback]![name]!;
    // v5 gives the session callback a session that has a user for certain.
    const more: Piece[] = type === 'Session' && style === 'v5' ? [' & { user: ', typed('User'), ' }'] : [];
    return [
      `${index > 0 ? '; ' : ''}${name}${isOptional?.(style) ? '?' : ''}: `,
      typed(type),
      ...more,
      name === 'account' ? ' | null' : '',
    ];
  });
  return ['{ ', ...members, ' }'];
}
