import { dirname } from 'node:path';
import { slashed } from './paths.js';
import type { Aliases } from './tsconfig.js';

/** The aliases that people use for their own modules; others may cover a file by accident. */
const USUAL = /^[@~#$]?\/\*$|^[@~#$][\w-]*\/\*$/;

/**
 * How an import in `from` writes the module `target`: by the usual alias that makes it shortest, else by any with a `*`,
 * else relative. Without extension and `/index`, save for .mjs and .cjs, which no bundler adds.
 * @param leadsTo whether a specifier means the target; where it means another file, it is not used
 */
export function writeSpecifier(
  target: string,
  from: string,
  aliases: Aliases,
  leadsTo: (specifier: string) => boolean,
): string {
  const module = withoutExtension(target);
  const candidates = aliases.paths.flatMap(([pattern, targets]) => {
    const written = targets.flatMap((place) => byAlias(pattern, place, module) ?? []);
    return written.map((specifier) => ({ specifier, rank: USUAL.test(pattern) ? 0 : pattern === '*' ? 2 : 1 }));
  });
  candidates.sort((a, b) => a.rank - b.rank || a.specifier.length - b.specifier.length);
  return candidates.find(({ specifier }) => leadsTo(specifier))?.specifier ?? relativeTo(module, from);
}

function byAlias(pattern: string, place: string, module: string): string | undefined {
  const [before, after, more] = place.split('*');
  if (before === undefined || after === undefined || more !== undefined || !pattern.includes('*')) return undefined;
  if (after !== '' || !module.startsWith(before) || module.length <= before.length) return undefined;
  const rest = module.slice(before.length).split('\\').join('/');
  const short = rest.replace(/\/index$/, '');
  return pattern.replace('*', () => short);
}

function relativeTo(module: string, from: string): string {
  const path = slashed(dirname(from), module);
  const written = path.startsWith('../') ? path : `./${path}`;
  return written === './index' ? written : written.replace(/\/index$/, '');
}

function withoutExtension(path: string): string {
  return path
    .replace(/\.d\.[mc]?ts$|\.[jt]sx?$/, '')
    .replace(/\.mts$/, '.mjs')
    .replace(/\.cts$/, '.cjs');
}
