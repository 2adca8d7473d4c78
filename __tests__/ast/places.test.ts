import { describe, expect, it } from 'vitest';
import { parse } from '../../lib/ast/parse.js';
import { Places } from '../../lib/ast/places.js';
import { child, childrenOf, type Node } from '../../lib/ast/tree.js';

const TEXT = `'use client';
import { a } from 'a';
@sealed
export class B { @bound c = a; }
export const d = () => [a, , { e: a }];
`;

/** Each node of a tree with what holds it. */
function* held(node: Node): Generator<{ node: Node; parent: Node; key: string; index: number | undefined }> {
  for (const { key, index, child: inner } of childrenOf(node)) {
    yield { node: inner, parent: node, key, index };
    yield* held(inner);
  }
}

describe('places', () => {
  const program = child(parse(TEXT, 'a.tsx'), 'program')!;

  it('are those of the tree, in whatever order they are asked for', () => {
    const all = [...held(program)];
    for (const order of [all, all.toReversed()]) {
      const places = new Places(program);
      for (const { node, parent, key, index } of order) {
        const place = places.of(node);
        expect(place?.parent).toBe(parent);
        expect([place?.key, place?.index]).toEqual([key, index]);
      }
    }
    expect(all.length).toBeGreaterThan(20);
  });

  it('are unknown for the root and for a node of another tree', () => {
    const places = new Places(program);
    expect(places.of(program)).toBeUndefined();
    expect(places.of({ type: 'Identifier', start: 20, end: 21 })).toBeUndefined();
  });
});
