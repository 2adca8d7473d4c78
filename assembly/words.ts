// Which words a token spells. Up to eight letters are compared at once, as the number that their bytes make.
import { Kind } from './kinds';
import { byteAt } from './memory';
import { count, endOf, kindOf, startOf } from './state';

/** The number of a word, the first letter in the lowest byte. */
function word(letters: string): u64 {
  let number: u64 = 0;
  for (let index = letters.length - 1; index >= 0; index--) number = (number << 8) | (letters.charCodeAt(index) as u64);
  return number;
}

const RETURN = word('return');
const TYPEOF = word('typeof');
const CASE = word('case');
const DEFAULT = word('default');
const AWAIT = word('await');
const YIELD = word('yield');
const IN = word('in');
const OF = word('of');
const ELSE = word('else');
const DO = word('do');
const NEW = word('new');
const DELETE = word('delete');
const VOID = word('void');
const THROW = word('throw');
const INSTANCE = word('instance');
const IF = word('if');
const WHILE = word('while');
const FOR = word('for');
const WITH = word('with');
const CONST = word('const');
const LET = word('let');
const VAR = word('var');
const EXTENDS = word('extends');

/** The number of what stands in the text. */
function wordAt(start: i32, size: i32): u64 {
  let number: u64 = 0;
  for (let index = size - 1; index >= 0; index--) number = (number << 8) | (byteAt(start + index) as u64);
  return number;
}

/** The number of a name that a token is; 0 for what is none, and for one of more than eight letters. */
function nameAt(token: i32): u64 {
  if (token < 0 || token >= count || kindOf(token) != Kind.name) return 0;
  const start = startOf(token);
  const size = endOf(token) - start;
  return size <= 8 ? wordAt(start, size) : 0;
}

/** Whether an expression begins behind this name: BEFORE_EXPRESSION in lib/ast/tokens/kinds.ts. */
export function isBeforeExpression(token: i32): bool {
  const start = startOf(token);
  if (endOf(token) - start == 10) return wordAt(start, 8) == INSTANCE && wordAt(start + 8, 2) == OF;
  const name = nameAt(token);
  if (name == RETURN || name == TYPEOF || name == CASE || name == DEFAULT || name == AWAIT) return true;
  if (name == YIELD || name == IN || name == OF || name == ELSE || name == DO) return true;
  return name == NEW || name == DELETE || name == VOID || name == THROW;
}

/** Whether an expression in parentheses, and then a statement, follows this name. */
export function isCondition(token: i32): bool {
  const name = nameAt(token);
  return name == IF || name == WHILE || name == FOR || name == WITH;
}

export function declaresVariable(token: i32): bool {
  const name = nameAt(token);
  return name == CONST || name == LET || name == VAR;
}

export function spellsConst(offset: i32): bool {
  return wordAt(offset, 5) == CONST;
}

export function spellsExtends(offset: i32): bool {
  return wordAt(offset, 7) == EXTENDS;
}
