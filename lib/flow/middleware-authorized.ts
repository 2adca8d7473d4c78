import { dirname } from 'node:path';
import { indentAt, quoted } from '../ast/style.js';
import { child, childList, contains, isFunction, nameOf, unwrap, walk, type Node, type Span } from '../ast/tree.js';
import { AUTHORIZED, HANDLER, ROLE, type Refusal } from '../authjs/middleware.js';
import type { ScannedFile } from '../scan/sites.js';
import { SourceFile } from '../source/source-file.js';
import { namesFor, type Part } from './middleware-answer.js';
import { partsOf, planSession, rewriteSource } from './middleware-session.js';
import { patternSource, type Source } from './middleware-sources.js';
import { replaceRedirects } from './redirects.js';
import { alwaysReturns, isAnswer, isBoolean, resultsOf } from './results.js';

/** An `authorized` callback as code of Clerk's middleware. */
export interface Authorized {
  /** The test that somebody is turned away by, or the body of a function that says whether they pass. */
  readonly text: string;
  readonly form: 'refused' | 'function' | 'async function';
  /** What it calls the request, and the patterns by which it takes it apart. */
  readonly request: string | undefined;
  readonly patterns: readonly string[];
  readonly names: ReadonlyMap<Part, string>;
  readonly claims: readonly string[];
  /** Whether nobody passes who is not signed in. */
  readonly needsSession: boolean;
  /** Whether it may answer by itself, come to no result, turn away somebody who is signed in. */
  readonly mayAnswer: boolean;
  readonly mayBeNone: boolean;
  readonly mayRefuse: boolean;
  readonly style: 'v4' | 'v5';
  readonly imports: readonly Import[];
  /** Whether its code has the name. */
  isTaken(name: string): boolean;
}

/** A name of another module that the callback's code needs. */
interface Import {
  readonly source: string;
  readonly name: string;
  readonly local: string;
}

/** What each version hands to the callback. */
const GIVEN = { v4: ['token', 'req'], v5: ['auth', 'request'] } as const;

/**
 * Reads a callback and writes it anew, on a copy of its file: it moves as text, and the file may be another one.
 * @param span the callback, or the property that holds it
 */
export function readAuthorized(
  span: Span,
  home: ScannedFile,
  style: 'v4' | 'v5',
  file: SourceFile,
): Authorized | Refusal {
  const copy = new SourceFile(home, file.context);
  const fn = [...walk(copy.program)].find((node) => isFunction(node) && contains(span, node));
  const [pattern, ...others] = childList(fn, 'params');
  if (!fn || others.length > 0 || (pattern && pattern.type !== 'ObjectPattern') || fn['generator'] === true)
    return AUTHORIZED;
  const given = readParameters(pattern, style, copy);
  const imports = importsOf(fn, home.path === file.path, copy, file);
  const isWhole = ![...walk(fn)].some((node) => node.type === 'TemplateElement' && copy.textOf(node).includes('\n'));
  if (!given || !imports || !isWhole || copy.unsettledWithin(fn).length > 0) return AUTHORIZED;
  const plan = planSession(given.sources, fn, { verdict: 'boolean', isGated: false }, copy);
  if ('rule' in plan) return plan === HANDLER ? AUTHORIZED : plan;

  const body = child(fn, 'body')!;
  const results = resultsOf(fn);
  const mayAnswer = style === 'v5' && !results.every((each) => each === undefined || isBoolean(each));
  const mayBeNone = !results.every(isBoolean) || !alwaysReturns(body);
  if (style === 'v4' && results.some(isAnswer)) return AUTHORIZED;
  // Without a result, v4 lets pass whoever has a token: so it would while a claim is missing.
  if (style === 'v4' && mayBeNone && plan.claims.length > 0) return ROLE;

  const scope = copy.bindings.scopeOf(fn);
  const names = namesFor(new Set<Part>(['isAuthenticated', ...partsOf(plan.sources, copy)]), plan.sources, scope, copy);
  for (const source of plan.sources) rewriteSource(source, names, plan.tests, copy);
  if (style === 'v5') replaceRedirects(copy);
  const statements = body.type === 'BlockStatement' ? childList(body, 'body') : [];
  const [only, ...rest] = statements;
  const result = body.type !== 'BlockStatement' ? body : rest.length === 0 ? child(only, 'argument') : undefined;
  const isAsync = [...walk(fn)].some(({ type }) => type === 'AwaitExpression');
  const isTest = result !== undefined && !isAsync && isBoolean(result) && !mayBeNone;
  return {
    text: isTest ? refusal(result, copy) : movedBody(body, copy),
    form: isTest ? 'refused' : isAsync ? 'async function' : 'function',
    request: given.request,
    patterns: given.patterns,
    names,
    claims: plan.claims,
    needsSession: isTest && plan.claims.length > 0 && isConjunction(result),
    mayAnswer,
    mayBeNone,
    mayRefuse:
      plan.claims.length > 0 || !results.every((each) => isAnswer(each) || isOfPresence(each, given.sources, copy)),
    style,
    imports,
    isTaken: (name) => copy.bindings.isTaken(name, scope),
  };
}

function readParameters(pattern: Node | undefined, style: 'v4' | 'v5', copy: SourceFile) {
  const [session, requestKey] = GIVEN[style];
  const sources: Source[] = [];
  const patterns: string[] = [];
  let request: string | undefined;
  for (const property of childList(pattern, 'properties')) {
    const [key, value] = [nameOf(child(property, 'key')), child(property, 'value')];
    if (property.type !== 'ObjectProperty' || property['computed'] || !value) return undefined;
    if (key === session) sources.push(...patternSource(property, style === 'v4' ? 'token' : 'session', copy));
    else if (key !== requestKey) return undefined;
    else if (value.type === 'Identifier') request = nameOf(value);
    else if (value.type === 'ObjectPattern') patterns.push(copy.textOf(value));
    else return undefined;
  }
  return { sources, patterns, request };
}

/** What the code needs of other modules; undefined where it needs something that can't be had in the middleware's file. */
function importsOf(fn: Node, isHere: boolean, copy: SourceFile, file: SourceFile): Import[] | undefined {
  const isBeside = dirname(copy.path) === dirname(file.path);
  const imports: Import[] = [];
  for (const { name: local, imported, references } of copy.bindings.program.names.values()) {
    if (!references.some((reference) => contains(fn, reference)) || (isHere && !imported)) continue;
    if (!imported || (!isHere && /^(?:default|\*)$/.test(imported.name))) return undefined;
    if (imported.source.startsWith('.') && !isBeside) return undefined;
    const own = file.bindings.program.names.get(local);
    if (own && (own.imported?.source !== imported.source || own.imported?.name !== imported.name)) return undefined;
    imports.push({ source: imported.source, name: imported.name, local });
  }
  return imports;
}

/** `true`, and tests that hold where somebody is signed in: they turn away nobody who is. */
function isOfPresence(result: Node | undefined, sources: readonly Source[], copy: SourceFile): boolean {
  const value = unwrap(result);
  if (value?.type === 'BooleanLiteral') return value['value'] === true;
  if (value?.type === 'LogicalExpression') {
    const [left, right] = [child(value, 'left'), child(value, 'right')].map((each) =>
      isOfPresence(each, sources, copy),
    );
    return value['operator'] === '||' ? left! || right! : left! && right!;
  }
  const { bindings } = copy;
  const tests = sources.flatMap(({ flow }) => flow.uses.map(({ node }) => node));
  return (
    value !== undefined &&
    tests.some((test) => contains(value, test)) &&
    [...walk(value)].every((node) => {
      const isName = node.type === 'Identifier' && bindings.of(node) !== undefined;
      return !isName || tests.some((test) => contains(test, node));
    }) &&
    isPositive(value)
  );
}

/** `!!auth`, `auth !== null`, `Boolean(auth)`. */
function isPositive(test: Node): boolean {
  if (test.type === 'UnaryExpression') return child(test, 'argument')?.['operator'] === '!';
  if (test.type === 'BinaryExpression') return String(test['operator']).startsWith('!=');
  return test.type === 'CallExpression' && nameOf(child(test, 'callee')) === 'Boolean';
}

/** Whether each part of a test has to hold: one of a field that is missing does not. */
const isConjunction = (test: Node): boolean =>
  ![...walk(test)].some(
    (node) => node['operator'] === '||' || node['operator'] === '??' || node.type === 'ConditionalExpression',
  );

/** Mark the ends of a span in the edited text; no source holds them. */
const [FROM, TO] = ['\u{F0000}', '\u{F0001}'];

/** The edited text of a span. */
function rendered({ start, end }: Span, { edits }: SourceFile): string {
  edits.insert(start, FROM);
  edits.insert(end, TO);
  const text = edits.toString();
  return text.slice(text.indexOf(FROM) + FROM.length, text.indexOf(TO));
}

/** The contrary of a test. */
function refusal(test: Node, copy: SourceFile): string {
  const node = unwrap(test)!;
  const operator = /^([=!])(==?)$/.exec(String(node['operator']));
  const text = rendered(test, copy);
  if (node.type === 'BinaryExpression' && operator && text.split(` ${operator[0]} `).length === 2)
    return text.replace(` ${operator[0]} `, ` ${operator[1] === '=' ? '!' : '='}${operator[2]} `);
  if (/^![\w.?]+$/.test(text)) return text.slice(1);
  return /^[\w.?]+(?:\([^()]*\))?$/.test(text) ? `!${text}` : `!(${text})`;
}

/** A body with the indentation of its own line taken off. */
function movedBody(body: Node, copy: SourceFile): string {
  const indent = indentAt(copy.text, body.start);
  const text = rendered(body, copy);
  return text.replaceAll('\r', '').replaceAll(`\n${indent}`, '\n');
}

/**
 * The statements that ask the callback and turn away whom it does not let pass.
 * @param request the name of the request
 * @param exempt a test of the path by which the sign-in page passes none the less; '' where there is none
 * @param home whether somebody who is signed in may be sent to the start page: it is not behind the test itself
 */
export function authorizedLines(
  authorized: Authorized,
  request: string,
  exempt: string,
  home: boolean,
  file: SourceFile,
): string[] {
  const { text, form, mayAnswer, mayBeNone, mayRefuse, names, patterns } = authorized;
  const { semicolon } = file.style;
  const presence = names.get('isAuthenticated')!;
  for (const { source, name, local } of authorized.imports) {
    const own = file.bindings.program.names.get(local);
    if (own) file.imports.keep(own.declaration);
    else file.imports.add(source, name, { local });
  }
  if (mayAnswer || mayRefuse) file.imports.add('next/server', 'NextResponse');
  // Signing in again would not help; Clerk sends who is signed in back at once.
  const elsewhere = home
    ? `NextResponse.redirect(new URL(${quoted('/', file.style)}, ${request}.url))`
    : 'new NextResponse(null, { status: 403 })';
  const whether = (test: string, answer: string) => {
    const line = `if (${test}) return ${answer}${semicolon}`;
    return line.length <= 78 ? line : `if (${test}) {\n${file.style.indent}return ${answer}${semicolon}\n}`;
  };
  const taken = patterns.map((pattern) => `const ${pattern} = ${request}${semicolon}`);
  if (authorized.needsSession && exempt === '')
    return [...taken, whether(`!${presence}`, 'redirectToSignIn()'), whether(text, elsewhere)];
  const answer = mayRefuse ? `${presence} ? ${elsewhere} : redirectToSignIn()` : 'redirectToSignIn()';
  if (form === 'refused') return [...taken, whether(`${text}${exempt}`, answer)];
  const isAsync = form === 'async function';
  const body = text.startsWith('{') ? text : `(${text})`;
  const call = isAsync ? '(await authorized())' : 'authorized()';
  const declared = `const authorized = ${isAsync ? 'async ' : ''}() => ${body}${semicolon}`;
  if (mayAnswer)
    return [
      ...taken,
      declared,
      `const result = ${isAsync ? 'await ' : ''}authorized()${semicolon}`,
      `if (result instanceof Response) return result${semicolon}`,
      whether(`!result${exempt}`, answer),
    ];
  const passes = mayBeNone && authorized.style === 'v4' ? `(${call} ?? ${presence})` : call;
  return [...taken, declared, whether(`!${passes}${exempt}`, answer)];
}
