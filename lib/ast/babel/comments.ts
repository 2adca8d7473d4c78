import { forEachChild, type Node, type Span } from '../tree.js';

/** Comments that nothing but blanks stands between, and the ends of the code around them. */
interface Group {
  readonly comments: readonly Span[];
  /** Where the code before them ends. */
  readonly from: number;
  /** Where the code behind them begins. */
  readonly to: number;
}

/**
 * Gives each comment to the nodes beside it as Babel does: as a leading one to the outermost node that begins behind it, as
 * a trailing one to the outermost that ends before it; as an inner one to the node around it where there is neither.
 * @param comments in the order of the text, with their marks
 */
export function attachComments(program: Node, text: string, comments: readonly Span[]): void {
  for (const group of groupsOf(text, comments)) attach(program, text, group);
}

function* groupsOf(text: string, comments: readonly Span[]): Generator<Group> {
  for (let index = 0; index < comments.length;) {
    const first = index;
    let to = afterBlanks(text, comments[index]!.end);
    for (index += 1; index < comments.length && comments[index]!.start === to; index += 1)
      to = afterBlanks(text, comments[index]!.end);
    yield { comments: comments.slice(first, index), from: beforeBlanks(text, comments[first]!.start), to };
  }
}

function attach(node: Node, text: string, group: Group): void {
  let before: Node | undefined;
  let behind: Node | undefined;
  let around: Node | undefined;
  let last: Node | undefined;
  forEachChild(node, (child) => {
    if (child.end === group.from) before ??= child;
    if (beginOf(child) === group.to) behind ??= child;
    if (child.start <= group.from && group.to <= child.end) around = child;
    if (child.end < group.from) last = child;
  });
  if (around) {
    attach(around, text, group);
    return;
  }
  if (before) add(before, 'trailingComments', group);
  if (behind) add(behind, 'leadingComments', group);
  if (before || behind) return;
  // Behind the comma that follows the last of a list, it speaks of that.
  if (last && text[group.from - 1] === ',') add(last, 'trailingComments', group);
  else add(node, 'innerComments', group);
}

/** With the parenthesis before it. */
const beginOf = (node: Node): number =>
  (node['extra'] as { parenStart?: number } | undefined)?.parenStart ?? node.start;

const add = (node: Node, key: string, { comments }: Group): void => {
  (node as Record<string, unknown>)[key] = [...((node[key] as Span[] | undefined) ?? []), ...comments];
};

const afterBlanks = (text: string, at: number): number => {
  let end = at;
  while (end < text.length && /\s/.test(text[end]!)) end += 1;
  return end;
};

const beforeBlanks = (text: string, at: number): number => {
  let start = at;
  while (start > 0 && /\s/.test(text[start - 1]!)) start -= 1;
  return start;
};
