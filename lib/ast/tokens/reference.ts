import { enclosing } from './around.js';
import { BEFORE_EXPRESSION, Doubt, KIND, OPERATOR } from './kinds.js';
import type { Tokens } from './tokens.js';

const [OPEN, CLOSE, OPEN_BRACKET, CLOSE_BRACKET, OPEN_BRACE, CLOSE_BRACE] = [40, 41, 91, 93, 123, 125];
const [COMMA, COLON, SEMICOLON, DOT, QUESTION, EQUALS, LESS, GREATER, HASH, BANG, STAR, BAR, AND] = [
  44, 58, 59, 46, 63, 61, 60, 62, 35, 33, 42, 124, 38,
];

/** Words that declare the name behind them, or make a member of it. */
const DECLARES =
  /^(?:const|let|var|function|class|interface|type|enum|namespace|import|infer|break|continue|static|get|set|async|public|private|protected|readonly|abstract|override|declare|accessor|asserts|using)$/;
const VARIABLE = /^(?:const|let|var|using)$/;
const CONDITION = /^(?:if|while|switch|for|with)$/;
const HAS_TYPES = /^(?:function|class|interface|type)$/;

/**
 * Whether a name that a file imports is meant where it is spelled, and not a key, a member or an attribute.
 * @throws {Doubt} where it may be declared anew
 */
export function isReferenceAt(tokens: Tokens, index: number): boolean {
  const kind = tokens.kinds[index];
  if (kind === KIND.tag) return tokens.is(index + 1, DOT) || !isLower(tokens.bytes[tokens.starts[index]!]!);
  if (kind === KIND.closingTag) return tokens.is(index + 1, DOT);
  const [before, after] = [index - 1, index + 1];
  if (tokens.is(before, DOT) || tokens.is(before, OPERATOR.optional) || tokens.is(before, HASH)) return false;
  if (tokens.is(after, OPERATOR.arrow)) {
    // `(): Name => …`
    const isType =
      (tokens.is(before, COLON) && tokens.is(before - 1, CLOSE)) || tokens.is(before, BAR) || tokens.is(before, AND);
    if (isType) return true;
    throw new Doubt('a parameter');
  }
  if (isInClause(tokens, index)) return false;
  const word = tokens.kinds[before] === KIND.name && before >= 0 ? tokens.text(before) : undefined;
  if (word !== undefined && DECLARES.test(word)) throw new Doubt('a name that is declared anew');
  if (['is', 'in', 'extends'].some((each) => tokens.isName(after, each))) {
    if (
      tokens.isName(after, 'is') ||
      tokens.is(before, LESS) ||
      tokens.is(before, COMMA) ||
      tokens.is(before, OPEN_BRACKET)
    )
      throw new Doubt('a type parameter');
  }
  if (tokens.is(before, LESS)) refuseTypeParameter(tokens, before);
  if (tokens.is(after, COLON)) return isBeforeColon(tokens, index, word);
  if ((tokens.is(after, QUESTION) || tokens.is(after, BANG)) && tokens.is(after + 1, COLON)) {
    const open = enclosing(tokens, index);
    if (tokens.is(open, OPEN_BRACE) && tokens.is(after, QUESTION) && isKeyPlace(tokens, before, word)) return false;
    throw new Doubt('a parameter or field');
  }
  const isFirst =
    tokens.is(before, OPEN_BRACE) ||
    tokens.is(before, COMMA) ||
    tokens.is(before, SEMICOLON) ||
    tokens.is(before, CLOSE_BRACE);
  if (tokens.is(after, OPEN)) return isCalled(tokens, index, word);
  if (isFirst && (tokens.is(after, LESS) || (tokens.is(after, QUESTION) && tokens.is(after + 1, OPEN))))
    throw new Doubt('a method, or a call');
  if (isItem(tokens, before, after)) refuseDeclared(tokens, index);
  return true;
}

/** Whether a name stands in the braces of an import, or of an export from elsewhere. */
function isInClause(tokens: Tokens, index: number): boolean {
  const isListed = ['as', 'type'].some((word) => tokens.isName(index - 1, word) || tokens.isName(index + 1, word));
  if (!isListed && !isItem(tokens, index - 1, index + 1)) return false;
  const open = enclosing(tokens, index);
  return tokens.is(open, OPEN_BRACE) && tokens.isName(tokens.mates[open]! + 1, 'from');
}

const isLower = (code: number): boolean => code >= 97 && code <= 122;

/** `function f<T>`, `<T>(x: T) => x` */
function refuseTypeParameter(tokens: Tokens, less: number): void {
  const isNamed = tokens.kinds[less - 1] === KIND.name;
  const declares = isNamed && tokens.kinds[less - 2] === KIND.name && HAS_TYPES.test(tokens.text(less - 2));
  if (declares || !isNamed) throw new Doubt('a type parameter, or an assertion');
}

/** Whether a key may stand behind this token. */
function isKeyPlace(tokens: Tokens, before: number, word: string | undefined): boolean {
  if (word !== undefined) return !BEFORE_EXPRESSION.has(word);
  if (tokens.kinds[before] !== KIND.punctuator) return true;
  return [OPEN_BRACE, COMMA, SEMICOLON, CLOSE_BRACE, CLOSE, CLOSE_BRACKET, GREATER].includes(tokens.codes[before]!);
}

function isBeforeColon(tokens: Tokens, index: number, word: string | undefined): boolean {
  const before = index - 1;
  if (tokens.is(before, QUESTION) || word === 'case') return true;
  const open = enclosing(tokens, index);
  const isKey = isKeyPlace(tokens, before, word);
  if (tokens.is(open, OPEN_BRACE) && isKey && !tokens.is(before, GREATER)) return false;
  const isOperator = tokens.kinds[before] === KIND.punctuator && !isKey;
  if (isOperator && ![OPEN, OPEN_BRACKET, OPERATOR.dots, STAR, OPERATOR.expression].includes(tokens.codes[before]!))
    return true;
  if (word !== undefined && BEFORE_EXPRESSION.has(word)) return true;
  throw new Doubt('a parameter, a label or what follows a condition');
}

/** A call, or a method of that name. */
function isCalled(tokens: Tokens, index: number, word: string | undefined): boolean {
  const behind = tokens.mates[index + 1]! + 1;
  if (behind === 0) throw new Doubt('a bracket without an end');
  if (!tokens.is(behind, OPEN_BRACE) && !tokens.is(behind, COLON)) return true;
  const before = index - 1;
  const isOperator =
    tokens.kinds[before] === KIND.punctuator && !isKeyPlace(tokens, before, word) && !tokens.is(before, STAR);
  if (isOperator || (word !== undefined && BEFORE_EXPRESSION.has(word))) return true;
  throw new Doubt('a method, or a call');
}

/** Whether a name stands alone between commas and brackets, as an item of a list or pattern. */
const isItem = (tokens: Tokens, before: number, after: number): boolean =>
  [OPEN, OPEN_BRACKET, OPEN_BRACE, COMMA, OPERATOR.dots].some((code) => tokens.is(before, code)) &&
  [CLOSE, CLOSE_BRACKET, CLOSE_BRACE, COMMA, EQUALS].some((code) => tokens.is(after, code));

/** @throws {Doubt} where the list may be a pattern, or the parameters of a function */
function refuseDeclared(tokens: Tokens, index: number): void {
  let open = enclosing(tokens, index);
  for (; tokens.is(open, OPEN_BRACE) || tokens.is(open, OPEN_BRACKET); open = enclosing(tokens, open)) {
    const before = open - 1;
    const word = tokens.kinds[before] === KIND.name && before >= 0 ? tokens.text(before) : undefined;
    if (word !== undefined && (VARIABLE.test(word) || word === 'export' || word === 'type'))
      throw new Doubt('a pattern');
    const isBody =
      tokens.is(open, OPEN_BRACE) &&
      (tokens.is(before, CLOSE) || tokens.is(before, OPERATOR.arrow) || tokens.is(before, GREATER));
    if (isBody || (word !== undefined && !BEFORE_EXPRESSION.has(word) && tokens.is(open, OPEN_BRACE)))
      throw new Doubt('a list in a body');
    const close = tokens.mates[open]!;
    if (close < 0 || tokens.is(close + 1, EQUALS)) throw new Doubt('a pattern');
    const isListed = [OPEN, OPEN_BRACKET, OPEN_BRACE, COMMA, COLON].some((code) => tokens.is(before, code));
    if (!isListed) return; // `= {`, `return [`: a value
  }
  if (!tokens.is(open, OPEN)) {
    if (open === -1 && tokens.is(index - 1, COMMA)) throw new Doubt('a list of declarations, or of values');
    return;
  }
  const behind = tokens.mates[open]! + 1;
  if (behind === 0 || tokens.is(behind, OPERATOR.arrow) || tokens.is(behind, COLON)) throw new Doubt('a parameter');
  if (!tokens.is(behind, OPEN_BRACE)) return;
  const before = open - 1;
  if (tokens.kinds[before] !== KIND.name || !CONDITION.test(tokens.text(before))) throw new Doubt('a parameter');
}
