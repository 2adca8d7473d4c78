import type { Bindings } from '../ast/bindings.js';
import type { Node } from '../ast/tree.js';
import type { Augmentation } from '../authjs/augmentation.js';
import { isNextAuth, isSetUpValue, OWN, type Origin } from '../authjs/modules.js';
import type { AuthConfig } from './config.js';
import type { Facts } from './facts.js';
import type { Lookup, Origins } from './origins.js';
import type { ModuleForm, Site, UseSite } from './sites.js';

/** What stays of a file when its tree goes. */
export interface Seen {
  /** In the order of the text. */
  readonly sites: readonly Site[];
  /** Its module strings, with the names that it takes of each and those that it hands on. */
  readonly modules: readonly {
    readonly form: ModuleForm;
    readonly source: string;
    readonly imported: readonly string[];
    readonly passedOn: readonly string[];
  }[];
  readonly exports: ReadonlySet<string>;
  readonly made: ReadonlyMap<string, Origin>;
  readonly configs: readonly AuthConfig[];
  /** Whether the file makes something of Auth.js, or calls NextAuth() somewhere. */
  readonly isAuthModule: boolean;
  readonly augmentation: Augmentation | undefined;
  /** Kept where the chain goes on with the tree. */
  readonly bindings: Bindings | undefined;
}

interface Around {
  readonly lookup: Lookup;
  isAuthjs(source: string): boolean;
  resolve(source: string): string | undefined;
  isOwnRoute(address: string): boolean;
  isForChain(program: Node): boolean;
}

/** Values that the report calls by the name that the file has for them. */
const NAMED_HERE: ReadonlySet<string> = new Set([OWN.options, OWN.factory, OWN.action]);

/** The module strings of a file. */
export const sourcesOf = ({ modules, bindings }: Facts): string[] => [
  ...modules.map(({ source }) => source),
  ...bindings.all.flatMap(({ imported }) => imported?.source ?? []),
];

/** The sites of a file and what else is asked of it later, as far as its origins are known by now. */
export function seenIn(facts: Facts, origins: Origins, around: Around): Seen {
  const sites = sitesIn(facts, origins, around);
  return {
    sites,
    modules: facts.modules.map(({ form, source, bindings, passedOn }) => ({
      form,
      source,
      imported: bindings.map((binding) => binding.imported!.name),
      passedOn: passedOn.map(({ imported }) => imported),
    })),
    exports: new Set(facts.exports.keys()),
    made: origins.made,
    configs: facts.configs,
    isAuthModule: isAuthModule(origins),
    augmentation: facts.augmentation,
    bindings: sites.length > 0 && around.isForChain(facts.bindings.program.node) ? facts.bindings : undefined,
  };
}

function sitesIn(facts: Facts, origins: Origins, { lookup, isAuthjs, resolve, isOwnRoute }: Around): Site[] {
  const sites: Site[] = facts.mentions.filter((mention) => mention.kind !== 'address' || !isOwnRoute(mention.symbol));
  for (const { form, source, start, end, passedOn, bindings, mocked } of facts.modules) {
    const isDirect = isAuthjs(source);
    const taken =
      form === 'import'
        ? bindings.filter((binding) => origins.imported.has(binding)).map((binding) => binding.imported!.name)
        : (mocked ?? passedOn.map(({ imported }) => imported)).filter((name) => lookup(source, name));
    const whole = passedOn.length === 0 && form !== 'import' && lookup(source, '*') !== undefined;
    if (!isDirect && taken.length === 0 && !whole) continue;
    sites.push({
      kind: 'module',
      form,
      source,
      symbol: source,
      start,
      end,
      names: taken,
      ...(form === 'mock' && { mocked: taken.flatMap((name) => lookup(source, name) ?? []) }),
      ...(!isDirect && mocked && taken.length === 0 && { ownAlone: true }),
      target: isDirect ? undefined : resolve(source),
    });
  }
  for (const [binding] of origins.imported) {
    for (const reference of binding.references) {
      const origin = origins.of(reference)!;
      const isNamedHere = /^(?:\*|default)$/.test(origin.name) || NAMED_HERE.has(origin.module);
      sites.push(useAt(reference, origin, isNamedHere ? binding.name : origin.name));
    }
  }
  for (const { reference, origin } of origins.calledHere()) sites.push(useAt(reference, origin, origin.name));
  return sites.sort((a, b) => a.start - b.start || b.end - a.end);
}

const useAt = ({ start, end }: Node, origin: Origin, symbol: string): UseSite => ({
  kind: 'use',
  origin,
  symbol,
  start,
  end,
});

const isAuthModule = (origins: Origins): boolean =>
  origins.made.size > 0 ||
  [...origins.imported.values()].some(isNextAuth) ||
  [...origins.passes.values()].some(isSetUpValue);
