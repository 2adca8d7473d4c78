import { parseTree, type Node as JsonNode } from 'jsonc-parser';
import type { Span } from '../../ast/tree.js';
import type { ClerkVariable } from '../../clerk/variables.js';
import { withItem, withoutItem } from '../json-lists.js';

/** Under which keys a file lists variables: names in an array, or properties of an object. */
const LISTS = /^(?:env|globalEnv|passThroughEnv|globalPassThroughEnv)$/;

interface Item extends Span {
  readonly name: string;
  readonly node: JsonNode;
}

/** The variables that `turbo.json`, `app.json` or `vercel.json` lists, list by list. */
export function listedIn(text: string): Item[][] {
  const root = parseTree(text);
  const lists: Item[][] = [];
  const walk = (node: JsonNode | undefined): void => {
    for (const each of node?.children ?? []) {
      const [key, value] = each.children ?? [];
      if (
        each.type === 'property' &&
        LISTS.test(String(key?.value)) &&
        (value?.type === 'array' || value?.type === 'object')
      )
        lists.push((value.children ?? []).flatMap(itemOf));
      walk(each.type === 'property' ? value : each);
    }
  };
  walk(root);
  return lists;
}

function itemOf(node: JsonNode): Item[] {
  const name: unknown = node.type === 'property' ? node.children?.[0]?.value : node.value;
  if (typeof name !== 'string') return [];
  return [{ name, node, start: node.offset, end: node.offset + node.length }];
}

/** What stands in a list for one more variable, in the form of the one beside it: a name, a value, or what is said of it. */
function written({ name, value, comment }: ClerkVariable, { type, children }: JsonNode): string {
  if (type !== 'property') return JSON.stringify(name);
  if (children?.[1]?.type !== 'object') return `${JSON.stringify(name)}: ${JSON.stringify(value ?? '')}`;
  const given = value === undefined ? '' : `, "value": ${JSON.stringify(value)}`;
  return `${JSON.stringify(name)}: { "description": ${JSON.stringify(comment)}${given} }`;
}

/**
 * Takes names out of the lists, and puts others where the first that fits stands.
 * @param added variables for a list that has `anchor`
 */
export function editLists(
  text: string,
  goes: (name: string) => boolean,
  isAnchor: (name: string) => boolean,
  added: readonly ClerkVariable[],
): string {
  let edited = text;
  const count = listedIn(text).length;
  for (let list = 0; list < count; list += 1) {
    const anchor = listedIn(edited)[list]!.find(({ name }) => isAnchor(name));
    for (const variable of anchor ? added : []) {
      const items = listedIn(edited)[list]!;
      if (items.some((each) => each.name === variable.name)) continue;
      const index = items.findIndex((each) => each.name === anchor!.name);
      edited = withItem(edited, items[index]!.node, written(variable, items[index]!.node));
    }
    for (let index: number; (index = listedIn(edited)[list]!.findIndex(({ name }) => goes(name))) >= 0;)
      edited = withoutItem(
        edited,
        listedIn(edited)[list]!.map(({ node }) => node),
        index,
      );
  }
  return edited;
}
