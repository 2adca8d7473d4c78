/** Named entities that React writes. */
const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  '#x27': "'",
  '#39': "'",
  nbsp: ' ',
};

/**
 * What a person reads of a body: the text of a page without markup, scripts and what changes with each build;
 * JSON with its keys in order; anything else as it is.
 */
export function textOf(body: string, contentType: string): string {
  if (/json/.test(contentType)) return sortedJson(body);
  if (!/html/.test(contentType)) return body;
  return body
    .replace(/<head[\s>].*?<\/head>/gis, ' ')
    .replace(/<(script|style|template|noscript)[\s>].*?<\/\1>/gis, ' ')
    .replace(/<!--.*?-->/gs, '') // React parts the texts of one element by comments
    .replace(/<[^>]*>/g, ' ')
    .replace(/&(#?\w+);/g, (whole, name: string) => ENTITIES[name.toLowerCase()] ?? whole)
    .replace(/\s+/g, ' ')
    .trim();
}

function sortedJson(body: string): string {
  try {
    return JSON.stringify(JSON.parse(body), (_, value: unknown) =>
      value !== null && typeof value === 'object' && !Array.isArray(value)
        ? Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)))
        : value,
    );
  } catch {
    return body;
  }
}
