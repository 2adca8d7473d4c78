import { isNode, type Node, type Span } from '../tree.js';
import { CLASS_CHANGES } from './classes.js';
import { attachComments } from './comments.js';
import { splitDirectives } from './directives.js';
import { OnlyBabels, type Change, type Draft, type Inside } from './draft.js';
import { EXPRESSION_CHANGES } from './expressions.js';
import { TYPE_CHANGES } from './types.js';

/** By oxc's types; a node that is in no table is the same for both. */
const CHANGES = new Map<string, Change>(
  [CLASS_CHANGES, EXPRESSION_CHANGES, TYPE_CHANGES].flatMap((table) => Object.entries(table)),
);

/** Most lists of a tree are empty, and nobody changes one: they are the same. */
const NONE: readonly never[] = Object.freeze([]);

/**
 * Gives oxc's tree of a file the form of Babel's, in place: the names of its nodes and of what they hold, the parentheses
 * that stood around them, the comments beside them. So a run parses by Babel only what oxc refuses, and the few files with
 * something that oxc does not tell.
 * @param program oxc's, of a text without errors, with TypeScript's nodes, and with parentheses as nodes
 * @param comments oxc's, with their marks
 * @returns undefined where Babel has to parse the file; the tree is good for nothing then
 */
export function inBabelsShape(program: Node, text: string, comments: readonly Span[]): Node | undefined {
  const adapt = (node: Draft): Draft => {
    const change = CHANGES.get(node.type);
    if (change) return change(node, inside);
    adaptAll(node);
    return node;
  };
  const adaptAll = (node: Draft): void => {
    for (const key in node) {
      const value = node[key];
      if (typeof value !== 'object' || value === null) continue;
      if (Array.isArray(value)) {
        if (value.length === 0) node[key] = NONE;
        for (let index = 0; index < value.length; index++) {
          const item: unknown = value[index];
          if (isNode(item)) value[index] = adapt(item as Draft);
        }
      } else if (isNode(value)) node[key] = adapt(value as Draft);
    }
  };
  const inside: Inside = { text, adapt, adaptAll };
  const root = program as unknown as Draft;
  splitDirectives(root);
  try {
    adaptAll(root);
  } catch (error) {
    if (error instanceof OnlyBabels) return undefined;
    throw error;
  }
  attachComments(program, text, comments);
  return program;
}
