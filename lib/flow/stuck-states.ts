import type { Binding } from '../ast/bindings.js';
import { statementsOf } from '../ast/components.js';
import { child, childList, contains, isMember, nameOf, stringOf, type Node, type Span } from '../ast/tree.js';
import type { SourceFile } from '../source/source-file.js';
import { namesIn, type DeadCode } from './dead-code.js';
import { answersTo } from './reactions.js';
import { shownAt, type Shown } from './shown.js';

/** What is known of the form while its states are looked at; what they find is added. */
interface Known {
  readonly region: Span;
  readonly statements: Set<Node>;
  readonly unseen: Set<Node>;
  readonly shown: Shown[];
}

/** A state that nothing sets any more: it stays what it was at first, which is falsy. */
export interface StuckState {
  /** Enters what shows and runs only once the state is set; nothing is entered where that can't be told for all of it. */
  settle(known: Known): boolean;
}

/** The states of a component that only dead code sets: `const [isSent, setIsSent] = useState(false)`. */
export function stuckStates(component: Node, dead: DeadCode, file: SourceFile): StuckState[] {
  return statementsOf(component).flatMap((statement) => {
    const [declarator, ...others] = childList(statement, 'declarations');
    const [state, setter, ...more] = namesIn(child(declarator, 'id'), file);
    if (!state || !setter || others.length > 0 || more.length > 0) return [];
    const initial = initialOf(child(declarator, 'init'));
    if (initial === undefined) return [];
    if (dead.bindings.has(state) || !dead.bindings.has(setter)) return [];
    return { settle: (known: Known) => settleState({ state, initial }, component, dead, known, file) };
  });
}

/** What `useState()` begins with: null for all that is falsy, or a text; undefined where it can't be told. */
function initialOf(call: Node | undefined): string | null | undefined {
  const callee = child(call, 'callee');
  if (nameOf(isMember(callee) ? child(callee, 'property') : callee) !== 'useState') return undefined;
  const [first] = childList(call, 'arguments');
  if (first === undefined || first.type === 'NullLiteral' || nameOf(first) === 'undefined') return null;
  return first['value'] === false || first['value'] === 0 ? null : stringOf(first) === '' ? null : stringOf(first);
}

function settleState(
  { state, initial }: { state: Binding; initial: string | null },
  component: Node,
  dead: DeadCode,
  known: Known,
  file: SourceFile,
): boolean {
  const gone = [known.region, ...known.statements, ...known.unseen, ...dead.statements];
  const statements: Node[] = [];
  const unseen: Node[] = [];
  const shown: Shown[] = [];
  for (const node of state.references) {
    if (gone.some((span) => contains(span, node))) continue;
    const at = shownAt(node, component, file.bindings);
    const last = at?.path.at(-1);
    const hidden = at?.path.find((each) => isUnseen(each, state, initial));
    if (hidden) {
      if (!contains(hidden, known.region)) unseen.push(hidden);
      continue;
    }
    if (at && last?.type === 'JSXExpressionContainer') {
      if (initial !== null || !contains(last, known.region) || !decides(child(last, 'expression')!, node)) return false;
      shown.push(at);
      continue;
    }
    const statement = statementsOf(component).find((each) => contains(each, node));
    if (at || !statement || !answersTo(statement, node, state, file)) return false;
    if (statement.type === 'IfStatement' && !isAsked(child(statement, 'test')!, node, initial)) return false;
    statements.push(statement);
  }
  for (const each of statements) known.statements.add(each);
  for (const each of unseen) known.unseen.add(each);
  known.shown.push(...shown);
  return statements.length + unseen.length + shown.length > 0;
}

/** `{isSent && <p/>}` shows nothing while the state is what it was at first. */
function isUnseen(braces: Node, { references }: Binding, initial: string | null): boolean {
  const expression = child(braces, 'expression');
  const left =
    expression?.type === 'LogicalExpression' && expression['operator'] === '&&'
      ? child(expression, 'left')!
      : undefined;
  return left !== undefined && references.some((node) => contains(left, node) && isAsked(left, node, initial));
}

/** Whether a test fails while the state is what it was at first: `isSent`, `isSent && other`, `step === 'sent'`. */
function isAsked(test: Node, state: Node, initial: string | null): boolean {
  if (test === state) return initial === null;
  if (isMember(test)) return isAsked(child(test, 'object')!, state, initial);
  const [left, right] = [child(test, 'left'), child(test, 'right')];
  if (test.type === 'BinaryExpression') {
    const other = stringOf(right);
    return test['operator'] === '===' && left === state && other !== undefined && other !== '' && other !== initial;
  }
  return test['operator'] === '&&' && (isAsked(left!, state, initial) || isAsked(right!, state, initial));
}

/** Whether the state alone decides between the form and something else: `isSent ? … : <form>`, `!isSent && <form>`. */
function decides(expression: Node, state: Node): boolean {
  const test = child(expression, expression.type === 'ConditionalExpression' ? 'test' : 'left');
  return test === state || (test?.['operator'] === '!' && child(test, 'argument') === state);
}
