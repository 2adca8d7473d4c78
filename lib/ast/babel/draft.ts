/** A node on its way from oxc's form to Babel's. */
export type Draft = Record<string, unknown> & { type: string; start: number; end: number };

/** What a change is given besides the node. */
export interface Inside {
  readonly text: string;
  /** Gives an inner node its form; it may be another node then. */
  adapt(node: Draft): Draft;
  /** Gives all that a node holds its form. */
  adaptAll(node: Draft): void;
}

export type Change = (node: Draft, inside: Inside) => Draft;

/** Thrown at what Babel's parser alone tells. */
export class OnlyBabels extends Error {}

/** Gives what a node holds under one key another; no key is deleted, which would make the node slow to read. */
export function move(node: Draft, from: string, to: string): void {
  if (node[from] === undefined || node[from] === null) return;
  node[to] = node[from];
  node[from] = undefined;
}

/** Babel calls those that are given like those that are declared. */
export const moveTypeArguments = (node: Draft): void => move(node, 'typeArguments', 'typeParameters');

export const withTypeArguments: Change = (node, { adaptAll }) => {
  moveTypeArguments(node);
  adaptAll(node);
  return node;
};
