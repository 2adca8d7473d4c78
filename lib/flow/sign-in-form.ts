import type { Binding } from '../ast/bindings.js';
import { statementsOf } from '../ast/components.js';
import { child, childList, contains, type Node, type Span } from '../ast/tree.js';
import { isInstance, isReact } from '../authjs/session-calls.js';
import type { Place } from '../clerk/sign-in-places.js';
import type { SourceFile } from '../source/source-file.js';
import { deadCode, namesIn, type DeadCode } from './dead-code.js';
import { isPure } from './purity.js';
import { answersTo, loadingBy } from './reactions.js';
import { regionOf, shownAt, type Shown } from './shown.js';
import { targetOf, type Asked, type Target } from './sign-in-target.js';
import { stuckStates } from './stuck-states.js';

/** How a form of the app's own becomes one of Clerk's. */
export interface FormPlan {
  readonly component: Node;
  readonly place: Place;
  /** Where it leads; undefined where nothing names a place. */
  readonly target: Target | undefined;
  /** What Clerk's form takes the place of. */
  readonly region: Span;
  /** Whether that is all the component shows. */
  readonly isRoot: boolean;
  /** Handlers and effects of the form: statements of the component. */
  readonly statements: readonly Node[];
  /** Shown only once the form has been sent: nothing sends it now. */
  readonly unseen: readonly Node[];
  readonly dead: DeadCode;
}

/** The statements of a component that are the form's, and where the form shows. */
interface Parts {
  readonly statements: Set<Node>;
  readonly shown: Shown[];
}

/**
 * Finds what of a component is the form that the places belong to: what is shown of it, its handlers, the state that
 * only they use. Undefined where some of it can't be told from the rest.
 * @param places calls that sign in, and elements of components that do
 * @param asked all uses that do, wherever they stand
 */
export function planForm(
  component: Node,
  place: Place,
  places: readonly Node[],
  asked: readonly Asked[],
  file: SourceFile,
): FormPlan | undefined {
  const parts = partsOf(component, places, file);
  let region = parts && regionOf(parts.shown);
  if (!parts || !region || signsOut([region.span, ...parts.statements], file)) return undefined;
  const target = targetOf(asked, component, [...parts.statements], file);
  if (!target) return undefined;
  const kept = target === 'none' ? [] : target.kept;
  const unseen = new Set<Node>();
  let dead = deadCode([region.span, ...parts.statements], kept, file);
  for (const state of stuckStates(component, dead, file)) {
    const known = { statements: parts.statements, unseen, shown: parts.shown, region: region.span };
    if (!state.settle(known)) continue;
    region = regionOf(parts.shown) ?? region;
    dead = deadCode([region.span, ...unseen, ...parts.statements], kept, file);
  }
  const { span, root, whole } = region;
  return {
    component,
    place,
    target: target === 'none' ? undefined : target,
    region: span,
    isRoot: whole !== undefined && whole === root,
    statements: [...parts.statements],
    unseen: [...unseen].filter((node) => !contains(span, node)),
    dead,
  };
}

function partsOf(component: Node, places: readonly Node[], file: SourceFile): Parts | undefined {
  const parts: Parts = { statements: new Set(), shown: [] };
  const queue: { node: Node; of: Binding | undefined }[] = places.map((node) => ({ node, of: undefined }));
  for (let next = queue.pop(); next; next = queue.pop()) {
    const { node, of } = next;
    const shown = shownAt(node, component, file.bindings);
    if (shown) {
      parts.shown.push(shown);
      continue;
    }
    const statement = statementsOf(component).find((each) => contains(each, node));
    if (!statement) return undefined;
    if ([...parts.statements].some((each) => contains(each, node))) continue;
    const loading = loadingOf(statement, node, file);
    if (loading) {
      for (const each of loading) parts.statements.add(each);
      continue;
    }
    if (!isHandler(statement, file) && !(of && answersTo(statement, node, of, file))) return undefined;
    parts.statements.add(statement);
    for (const binding of declaredBy(statement, file))
      queue.push(
        ...binding.references.filter((each) => !contains(statement, each)).map((each) => ({ node: each, of: binding })),
      );
  }
  return parts.shown.length > 0 ? parts : undefined;
}

/** The names that a statement declares in its component. */
function declaredBy(statement: Node, file: SourceFile): Binding[] {
  if (statement.type === 'FunctionDeclaration') return namesIn(child(statement, 'id'), file);
  return childList(statement, 'declarations').flatMap((each) => namesIn(child(each, 'id'), file));
}

/** A function, what a hook makes of one, or a value that is worked out: nothing happens where it stands. */
function isHandler(statement: Node, file: SourceFile): boolean {
  if (statement.type === 'FunctionDeclaration') return true;
  const declarators = childList(statement, 'declarations');
  const init = declarators.length === 1 ? child(declarators[0], 'init') : undefined;
  return init !== undefined && isPure(init, true, file);
}

/** The part of an effect that loads what Auth.js's own page would show. */
export function loadingOf(statement: Node, node: Node, file: SourceFile): Node[] | undefined {
  const isData = isReact('getProviders', 'getCsrfToken');
  const found = file.uses(isData).some((use) => use.node === node) ? loadingBy(statement, node, file) : undefined;
  const isNothingElse = found?.every((each) =>
    file.unsettledWithin(each).every(({ site }) => site.kind === 'use' && isData(site.origin)),
  );
  return isNothingElse ? found : undefined;
}

/** Somebody signs out there as well: that is no form to sign in by. A later run finds Clerk's own names there. */
const signsOut = (spans: readonly Span[], file: SourceFile): boolean =>
  spans.some((span) => /\b(?:signOut|SignOutButton)\b/.test(file.textOf(span))) ||
  file
    .uses((origin) => isReact('signOut')(origin) || isInstance('signOut')(origin))
    .some(({ node }) => spans.some((span) => contains(span, node)));
