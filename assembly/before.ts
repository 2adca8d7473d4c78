import { Doubt, Kind, Operator } from './kinds';
import { byteAt } from './memory';
import { at, codeOf, count, endOf, is, kindOf, mateOf, refuse } from './state';
import { isBeforeExpression, isCondition } from './words';

/** Whether what comes is where an expression begins, and no operator. It gives up where a closing brace may have ended either. */
export function isExpressionNext(): bool {
  const last = count - 1;
  if (last < 0) return true;
  const kind = kindOf(last);
  if (kind == Kind.name) {
    if (is(last - 1, 46 /* . */) || is(last - 1, Operator.optional)) return false;
    return isBeforeExpression(last);
  }
  // The head or middle of a template, of which an expression follows.
  if (kind == Kind.part) return byteAt(endOf(last) - 1) == 123; // {
  if (kind != Kind.punctuator) return false;
  const code = codeOf(last);
  if (code == 93 /* ] */) return false;
  if (code == 41 /* ) */) {
    const before = mateOf(last) - 1;
    return isCondition(before) && !is(before - 1, 46);
  }
  const isLess = byteAt(at) == 60;
  // No statement begins with an element.
  if ((code == 125 /* } */ || code == 33) /* ! */ && isLess) return false;
  if (code == 125) refuse(Doubt.slashBehindBrace);
  if (code == 33) refuse(Doubt.slashBehindBang);
  if (code == Operator.increment) refuse(Doubt.slashBehindIncrement);
  return true;
}
