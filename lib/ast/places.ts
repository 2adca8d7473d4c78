import type { Place } from './scopes.js';
import { forEachChild, type Node } from './tree.js';

/**
 * Where each node of a tree stands, worked out for one top-level part of the tree at a time and where somebody asks: most
 * files are asked of a statement or two, and the map of a whole tree costs about what its walk does.
 */
export class Places {
  readonly #known = new Map<Node, Place>();
  /** The children of the root, in the order of the text. */
  #parts: Node[] | undefined;
  readonly #read = new Set<Node>();

  constructor(private readonly root: Node) {}

  /** undefined for the root, and for a node that is not of the tree */
  of(node: Node): Place | undefined {
    const known = this.#known.get(node);
    if (known || node === this.root) return known;
    this.#parts ??= this.#readParts();
    const around = partAt(this.#parts, node.start);
    if (around) this.#readPart(around);
    const found = this.#known.get(node);
    if (found || this.#read.size === this.#parts.length) return found;
    // A decorator may stand before the statement that it is part of.
    for (const part of this.#parts) this.#readPart(part);
    return this.#known.get(node);
  }

  #readParts(): Node[] {
    const parts: Node[] = [];
    forEachChild(this.root, (child, key, index) => {
      this.#known.set(child, { parent: this.root, key, index });
      parts.push(child);
    });
    return parts.sort((a, b) => a.start - b.start);
  }

  #readPart(part: Node): void {
    if (this.#read.has(part)) return;
    this.#read.add(part);
    const read = (parent: Node): void =>
      forEachChild(parent, (child, key, index) => {
        this.#known.set(child, { parent, key, index });
        read(child);
      });
    read(part);
  }
}

/** The last of the parts that begins at or before a place. */
function partAt(parts: readonly Node[], at: number): Node | undefined {
  let low = 0;
  let high = parts.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    if (parts[middle]!.start <= at) low = middle + 1;
    else high = middle - 1;
  }
  return parts[high];
}
