import { parseTree, type Node as JsonNode } from 'jsonc-parser';
import { raised } from '../clerk/versions.js';

/** Where a package.json says which releases others get: npm's, yarn's and pnpm's ways. */
const LISTS: readonly (readonly string[])[] = [
  ['overrides'],
  ['resolutions'],
  ['pnpm', 'overrides'],
  ['pnpm', 'peerDependencyRules', 'allowedVersions'],
];
/** Where bun's catalogs stand: the unnamed one, and in `catalogs` those with names. */
const CATALOGS: readonly (readonly string[])[] = [[], ['workspaces']];

/** The package that a key is about: `next-auth`, `next-auth@4>nodemailer`, `next-auth/nodemailer` and their like. */
export function packageNamed(key: string): string {
  const [first = ''] = key.replace(/^\*\*\//, '').split('>');
  const match = /^(@[^/]+\/[^/@]+|[^/@]+)/.exec(first);
  return match?.[1] ?? first;
}

/** The package that gets the release, where a key names one below others: `web/next-auth`, `web>next-auth@4`. */
export function packageBelow(key: string): string {
  const last = key.split(/>|\/(?!\*)/).filter((part) => part !== '**');
  const [scope = '', name = ''] = last.slice(-2);
  return packageNamed(scope.startsWith('@') ? `${scope}/${name}` : (last.at(-1) ?? key));
}

export interface Override {
  readonly path: readonly string[];
  readonly key: string;
  readonly node: JsonNode;
  readonly siblings: readonly JsonNode[];
  /** The catalog that the entry stands in, by its name; `default` for the unnamed one. */
  readonly catalog?: string;
}

/** The entries of such lists, and of catalogs. */
export function overridesIn(text: string): Override[] {
  const root = parseTree(text);
  const catalogs = CATALOGS.flatMap((above) => {
    const named = propertiesAt(root, [...above, 'catalogs']).map(keyOf);
    return [
      ...entriesAt(root, [...above, 'catalog'], 'default'),
      ...named.flatMap((name) => entriesAt(root, [...above, 'catalogs', name], name)),
    ];
  });
  return [...LISTS.flatMap((path) => entriesAt(root, path)), ...catalogs];
}

/**
 * A package.json whose catalogs have other releases.
 * @param raiseOf the release that a package is raised to in a catalog, by the catalog's name
 */
export function raiseInCatalogs(text: string, raiseOf: (name: string, catalog: string) => string | undefined): string {
  return overridesIn(text)
    .toSorted((a, b) => b.node.offset - a.node.offset)
    .reduce((edited, { key, node, catalog }) => {
      const value = node.children?.[1];
      const release = catalog === undefined ? undefined : raiseOf(key, catalog);
      if (release === undefined || typeof value?.value !== 'string') return edited;
      const written = JSON.stringify(raised(value.value, release));
      return edited.slice(0, value.offset) + written + edited.slice(value.offset + value.length);
    }, text);
}

const keyOf = (property: JsonNode): string => String(property.children?.[0]?.value);

function propertiesAt(root: JsonNode | undefined, path: readonly string[]): readonly JsonNode[] {
  let at = root;
  for (const name of path) at = at?.children?.find((property) => keyOf(property) === name)?.children?.[1];
  return at?.type === 'object' ? (at.children ?? []) : [];
}

function entriesAt(root: JsonNode | undefined, path: readonly string[], catalog?: string): Override[] {
  const siblings = propertiesAt(root, path);
  return siblings.map((node) => ({
    path,
    key: keyOf(node),
    node,
    siblings,
    ...(catalog !== undefined && { catalog }),
  }));
}
