import { CLASSES, type Answer, type AnswerClass } from './answer.js';

/**
 * What is different: somebody is let in who was not (`opened`) or the other way round (`closed`), is turned away in
 * another way (`denial`), comes back elsewhere from signing in, is sent elsewhere, or reads something else.
 */
export type DifferenceKind = 'opened' | 'closed' | 'denial' | 'way-back' | 'target' | 'text';

export interface Difference {
  readonly kind: DifferenceKind;
  readonly before: string;
  readonly after: string;
}

/** The most of a text that a report shows. */
const EXCERPT = 160;

/**
 * Compares what one person got for one request.
 * @param texts how far bodies are compared: `whole`, or only by facts, texts that have to be in both or in neither
 * @returns the first thing that differs, the gravest first; undefined where the answers mean the same
 */
export function compare(before: Answer, after: Answer, texts: 'whole' | readonly string[]): Difference | undefined {
  if (before.class !== after.class)
    return { kind: kindOf(before.class, after.class), before: sentence(before), after: sentence(after) };
  if (before.wayBack !== after.wayBack)
    return { kind: 'way-back', before: shown(before.wayBack), after: shown(after.wayBack) };
  if (before.target !== after.target)
    return { kind: 'target', before: shown(before.target), after: shown(after.target) };
  return compareTexts(before.text ?? '', after.text ?? '', texts);
}

function kindOf(before: AnswerClass, after: AnswerClass): DifferenceKind {
  if (after === 'allowed') return 'opened';
  return before === 'allowed' ? 'closed' : 'denial';
}

function compareTexts(before: string, after: string, texts: 'whole' | readonly string[]): Difference | undefined {
  if (texts === 'whole') {
    if (before === after) return undefined;
    const from = firstDifference(before, after);
    return { kind: 'text', before: excerpt(before, from), after: excerpt(after, from) };
  }
  const fact = texts.find((each) => before.includes(each) !== after.includes(each));
  if (fact === undefined) return undefined;
  const said = (text: string) => `${text.includes(fact) ? 'says' : 'does not say'} “${fact}”`;
  return { kind: 'text', before: said(before), after: said(after) };
}

function firstDifference(a: string, b: string): number {
  const end = Math.min(a.length, b.length);
  let index = 0;
  while (index < end && a[index] === b[index]) index++;
  return index;
}

const shown = (address: string | undefined): string => (address === undefined ? 'nowhere' : excerpt(address, 0));

/** Some words around a place. */
function excerpt(text: string, from: number): string {
  const start = Math.max(0, from - EXCERPT / 4);
  const part = text.slice(start, start + EXCERPT);
  return `${start > 0 ? '…' : ''}${part}${start + EXCERPT < text.length ? '…' : ''}`;
}

/** `sent to sign in, back to /notes`, `404`, `failed (502)` */
export function sentence(answer: Answer): string {
  const words = CLASSES[answer.class];
  if (answer.class === 'sign-in') return answer.wayBack === undefined ? words : `${words}, back to ${answer.wayBack}`;
  if (answer.class === 'redirect') return `sent to ${answer.target}`;
  return words === String(answer.status) ? words : `${words} (${answer.status})`;
}
