import type { ASTPath, Collection, JSCodeshift } from 'jscodeshift';
import { Bindings, type Binding, type Scope } from '../ast/bindings.js';
import { Edits, type Piece } from '../ast/edits.js';
import { Imports } from '../ast/imports.js';
import { programOf, withoutPrinting } from '../ast/parse.js';
import { styleOf, type Style } from '../ast/style.js';
import { contains, forEachChild, type Node, type Span } from '../ast/tree.js';
import type { Origin } from '../authjs/modules.js';
import { sourceOf } from '../clerk/symbols.js';
import type { Outcome } from '../ledger.js';
import type { ModuleSite, ScannedFile, Site, UseSite } from '../scan/sites.js';
import type { Side } from '../project/types.js';
import type { FileContext } from './context.js';
import { sideOf } from './side.js';

/** What became of a site, and who says so. */
export interface Settlement {
  readonly outcome: Outcome;
  readonly rule: string;
  readonly message: string;
  readonly transform: string;
  /** What stands at the site stays there as it is, and is right. */
  readonly isKept?: true;
}

/** A site on its way through the chain. Exactly one transform settles it. */
export interface Entry<S extends Site = Site> {
  readonly site: S;
  /** Its node in Babel's tree: the identifier of a use, the declaration or string of a module. */
  readonly node: Node;
  settlement?: Settlement;
}

export type Use = Entry<UseSite>;

const BOM = '\uFEFF';

/** Stock jscodeshift compiles these modules to CommonJS, which knows no `import.meta`: whoever opens a file loads it. */
const withoutJscodeshift = (): never => {
  throw new Error('whoever opened this file gave no jscodeshift to make collections with');
};

/** The tree of each file: nobody changes it, and a file may be looked at for another's sake. */
const trees = new WeakMap<ScannedFile, Node>();

const keyOf = ({ start, end }: Span): string => `${start}:${end}`;

/** The nodes of sites by their spans, the innermost where several share one. */
function nodesAt(sites: readonly Span[], program: Node, bindings: Bindings): Map<string, Node> {
  const nodes = new Map<string, Node>();
  const starts = new Set(sites.map(({ start }) => start));
  const inOrder = [...starts].sort((a, b) => a - b);
  const note = (node: Node) => void (starts.has(node.start) && nodes.set(keyOf(node), node));
  const find = (node: Node): void => {
    note(node);
    // Decorators may stand before what they are part of.
    forEachChild(node, (inner, key) => {
      if (key === 'decorators' || hasBetween(inOrder, inner)) find(inner);
    });
  };
  find(program);
  // Where a key and its value share a span, the value is what refers.
  for (const { references } of bindings.all) references.forEach(note);
  return nodes;
}

/** Whether one of the sorted numbers lies in a span. */
function hasBetween(sorted: readonly number[], { start, end }: Span): boolean {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! < start) low = middle + 1;
    else high = middle;
  }
  return low < sorted.length && sorted[low]! <= end;
}

/** One file in the chain: one parse, one index of its bindings, one set of edits, and its sites. */
export class SourceFile {
  readonly path: string;
  /** Without a byte order mark, which comes back when the file is written. */
  readonly text: string;
  readonly bom: string;
  readonly program: Node;
  readonly bindings: Bindings;
  readonly style: Style;
  readonly edits: Edits;
  readonly imports: Imports;
  readonly entries: readonly Entry[];
  /** The names of the transforms that settled something other than manual. */
  readonly transforms = new Set<string>();
  /** Exports that yield the session by the name that Auth.js's `auth` had. */
  readonly yields = new Set<string>();
  deleted = false;
  readonly #added = new Map<Node, Set<string>>();
  #current = '';

  /** @throws {SyntaxError} where Babel does not take the file */
  constructor(
    readonly scanned: ScannedFile,
    readonly context: FileContext,
    /** jscodeshift as it runs the transform; in the chain it is loaded where a transform asks for its collections. */
    private readonly load: () => JSCodeshift = withoutJscodeshift,
  ) {
    this.path = scanned.path;
    this.bom = scanned.text.startsWith(BOM) ? BOM : '';
    this.text = scanned.text.slice(this.bom.length);
    const known = trees.get(scanned);
    this.program = known ?? scanned.bindings?.program.node ?? programOf(this.path, this.text);
    // The first to open the file goes on with the scan's bindings; edits change them.
    this.bindings =
      known || !scanned.bindings ? new Bindings(this.program, known ? undefined : withoutPrinting) : scanned.bindings;
    trees.set(scanned, this.program);
    const nodes = nodesAt(scanned.sites, this.program, this.bindings);
    this.style = styleOf(this.program, this.text);
    this.edits = new Edits(this.text);
    this.imports = new Imports(this.program, this.text, this.bindings, this.style);
    this.entries = scanned.sites.map((site) => ({
      site,
      node: nodes.get(keyOf(site)) ?? { type: 'Unknown', start: site.start, end: site.end },
    }));
  }

  /** Where the file's code runs. */
  get side(): Side {
    return sideOf(this.program, this.context.routeKind);
  }

  get j(): JSCodeshift {
    return this.load();
  }

  /** The file as a jscodeshift collection, on the tree that all transforms share. */
  get root(): Collection {
    return this.j({ type: 'File', program: this.program } as never);
  }

  /** The jscodeshift path of a node. */
  pathOf(node: Node): ASTPath {
    const keys: (string | number)[] = [];
    for (let at = node; at !== this.program;) {
      const place = this.bindings.placeOf(at);
      if (!place) break;
      keys.unshift(...(place.index === undefined ? [place.key] : [place.key, place.index]));
      at = place.parent;
    }
    // The collection of a whole tree has one path, that of the File node.
    return (this.root.paths()[0] as ASTPath).get('program', ...keys) as ASTPath;
  }

  /** Who settles from here on; the chain says so before each transform. */
  enter(transform: string): void {
    this.#current = transform;
  }

  /** The uses that nobody settled yet, of what the test takes. */
  uses(test: (origin: Origin) => boolean): Use[] {
    return this.entries.filter(
      (entry): entry is Use => entry.site.kind === 'use' && !entry.settlement && test(entry.site.origin),
    );
  }

  modules(test: (site: ModuleSite) => boolean): Entry<ModuleSite>[] {
    return this.entries.filter(
      (entry): entry is Entry<ModuleSite> => entry.site.kind === 'module' && !entry.settlement && test(entry.site),
    );
  }

  /** Enters what became of a site. Whoever calls this owns it. */
  settle(entry: Entry, outcome: Outcome, rule: string, message: string): void {
    if (entry.settlement)
      throw new Error(
        `${entry.site.symbol} at ${entry.site.start} was settled by ${entry.settlement.transform} already`,
      );
    entry.settlement = { outcome, rule, message, transform: this.#current };
    if (outcome !== 'manual') this.transforms.add(this.#current);
  }

  /** Settles a site that is right as it stands, since what it refers to has changed behind its name. */
  keep(entry: Entry, rule: string, message: string, outcome: 'bridged' | 'manual' = 'bridged'): void {
    this.settle(entry, outcome, rule, message);
    entry.settlement = { ...entry.settlement!, isKept: true };
  }

  /** Whether what is left to a person at a site is something else than Auth.js's name there: it went, or is another's now. */
  asksClerk({ node, settlement }: Entry): boolean {
    return settlement !== undefined && (settlement.isKept === true || this.edits.removes(node));
  }

  /** Settles the sites inside a span that goes or is rewritten as a whole. */
  settleWithin(span: Span, outcome: Outcome, rule: string, message: string): void {
    for (const entry of this.entries)
      if (!entry.settlement && contains(span, entry.site)) this.settle(entry, outcome, rule, message);
  }

  /** What Auth.js's names a node holds, those settled already left out. */
  unsettledWithin(span: Span): Entry[] {
    return this.entries.filter((entry) => !entry.settlement && contains(span, entry.site));
  }

  /** Asks for one of Clerk's exports; the name to write, an alias where the file's own names require one. */
  clerk(name: string, options: { typeOnly?: boolean } = {}): Piece {
    return this.imports.add(sourceOf(name), name, options);
  }

  textOf(span: Span): string {
    return this.text.slice(span.start, span.end);
  }

  /** The first of the names that nothing in or around the scope has, nor was given there by an earlier rewrite. */
  freshName(names: readonly string[], scope: Scope, besides: readonly Binding[] = []): string {
    const given = this.#added.get(scope.node) ?? new Set<string>();
    const isFree = (name: string) => !given.has(name) && !this.bindings.isTaken(name, scope, besides);
    const name =
      names.find(isFree) ??
      Array.from({ length: 99 }, (_, index) => `${names[0]}${index + 2}`).find(isFree) ??
      names[0]!;
    this.#added.set(scope.node, given.add(name));
    return name;
  }
}
