import { isMap, isScalar, parseDocument, type Scalar, type YAMLMap } from 'yaml';
import { Edits } from '../ast/edits.js';
import { endOfLine, startOfLine } from '../ast/lines.js';
import { isAuthjsPackage } from '../authjs/modules.js';
import { packageNamed } from './overrides.js';

export interface CatalogSettings {
  /** Whether a package of Auth.js is still named by a manifest. */
  isUsed(name: string): boolean;
  /** The release that a package is raised to in a catalog, by the catalog's name. */
  raiseOf(name: string, catalog: string): string | undefined;
}

/**
 * The catalogs and overrides of a pnpm-workspace.yaml or .yarnrc.yml without Auth.js's packages, and with raised releases.
 * The rest stays byte by byte; text that is no YAML stays altogether.
 */
export function editCatalogs(text: string, { isUsed, raiseOf }: CatalogSettings): string {
  const document = parseDocument(text, { logLevel: 'silent' });
  const root = document.contents;
  if (document.errors.length > 0 || !isMap(root)) return text;
  const edits = new Edits(text);
  for (const { map, catalog } of listsIn(root)) {
    const goes = (key: string) => isAuthjsPackage(packageNamed(key)) && !isUsed(packageNamed(key));
    const keys = map.items.map(({ key }) => (isScalar(key) ? String(key.value) : ''));
    if (map.flow || keys.length === 0) continue;
    // An empty list would be read as nothing, which is no list: one that loses all stays for a person.
    const isEmptied = keys.every(goes);
    map.items.forEach(({ key, value }, index) => {
      const [name, range] = [keys[index]!, isScalar(value) ? (value as Scalar).range : undefined];
      const start = isScalar(key) ? key.range?.[0] : undefined;
      if (start === undefined || !range) return;
      if (goes(name) && !isEmptied)
        edits.remove({
          start: startOfLine(text, start),
          end: Math.min(text.length, endOfLine(text, range[1]) + 1),
        });
      const release = catalog === undefined ? undefined : raiseOf(name, catalog);
      const written = text.slice(range[0], range[1]);
      if (release !== undefined)
        edits.replace(
          { start: range[0], end: range[1] },
          written.replace(/(["']?)([\^~]?|>=)[^"']*/, `$1$2${release}`),
        );
    });
  }
  return edits.changed ? edits.toString() : text;
}

function listsIn(root: YAMLMap): { map: YAMLMap; catalog: string | undefined }[] {
  const lists: { map: YAMLMap; catalog: string | undefined }[] = [];
  for (const { key, value } of root.items) {
    const name = isScalar(key) ? key.value : undefined;
    if (!isMap(value)) continue;
    if (name === 'catalog') lists.push({ map: value, catalog: 'default' });
    if (name === 'overrides') lists.push({ map: value, catalog: undefined });
    if (name === 'catalogs')
      for (const each of value.items)
        if (isMap(each.value) && isScalar(each.key)) lists.push({ map: each.value, catalog: String(each.key.value) });
  }
  return lists;
}
