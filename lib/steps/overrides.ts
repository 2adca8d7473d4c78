import { parseTree, type Node as JsonNode } from 'jsonc-parser';

/** Where a package.json says which releases others get: npm's, yarn's and pnpm's ways, and catalogs of bun's. */
const LISTS: readonly (readonly string[])[] = [
  ['overrides'],
  ['resolutions'],
  ['pnpm', 'overrides'],
  ['pnpm', 'peerDependencyRules', 'allowedVersions'],
  ['catalog'],
  ['workspaces', 'catalog'],
];

/** The package that a key is about: `next-auth`, `next-auth@4>nodemailer`, `next-auth/nodemailer` and their like. */
export function packageNamed(key: string): string {
  const [first = ''] = key.replace(/^\*\*\//, '').split('>');
  const match = /^(@[^/]+\/[^/@]+|[^/@]+)/.exec(first);
  return match?.[1] ?? first;
}

export interface Override {
  readonly path: readonly string[];
  readonly key: string;
  readonly node: JsonNode;
  readonly siblings: readonly JsonNode[];
}

/** The entries of such lists, in the order of LISTS. */
export function overridesIn(text: string): Override[] {
  const root = parseTree(text);
  return LISTS.flatMap((path) => {
    let at: JsonNode | undefined = root;
    for (const name of path)
      at = at?.children?.find((property) => property.children?.[0]?.value === name)?.children?.[1];
    const siblings = at?.type === 'object' ? (at.children ?? []) : [];
    return siblings.map((node) => ({ path, key: String(node.children?.[0]?.value), node, siblings }));
  });
}
