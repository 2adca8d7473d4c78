import type { Node as JsonNode } from 'jsonc-parser';

/** One of an object's properties, or of an array's items, cut out with its comma; the white space around the others stays. */
export function withoutItem(text: string, items: readonly JsonNode[], index: number): string {
  const [previous, own, next] = [items[index - 1], items[index]!, items[index + 1]];
  const start = next ? own.offset : previous ? previous.offset + previous.length : own.offset;
  const end = next ? next.offset : own.offset + own.length;
  return text.slice(0, start) + text.slice(end);
}

/** A text put into a list before one of its items, with the white space that stands before that. */
export function withItem(text: string, next: JsonNode, item: string): string {
  const gap = /\s*$/.exec(text.slice(0, next.offset))![0];
  return `${text.slice(0, next.offset)}${item},${gap || ' '}${text.slice(next.offset)}`;
}
