/**
 * The nearest name to a misspelt one, for “did you mean”; undefined where none is near.
 * @param most the largest distance that counts, in letters typed, missed or exchanged; half of the name unless given
 */
export function nearest(
  name: string,
  names: readonly string[],
  most = Math.max(2, name.length / 2),
): string | undefined {
  const ranked = names
    .map((each) => ({ each, distance: distanceOf(name, each) }))
    .toSorted((a, b) => a.distance - b.distance);
  return ranked[0] && ranked[0].distance <= most ? ranked[0].each : undefined;
}

/** Levenshtein's distance. */
function distanceOf(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      next.push(Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + Number(a[i - 1] !== b[j - 1])));
    }
    row = next;
  }
  return row[b.length]!;
}

/** `, did you mean x?`, or an empty text. */
export function guess(name: string, names: readonly string[]): string {
  const near = nearest(name, names);
  return near === undefined || near === name ? '' : `, did you mean ${near}?`;
}
