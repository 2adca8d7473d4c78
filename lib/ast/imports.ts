import type { Bindings } from './bindings.js';
import type { Edits } from './edits.js';
import { editClause, isNamed, type NewSpecifier } from './import-clause.js';
import { placeForImports } from './import-place.js';
import { startsItsLine, wholeLines, withDirectivesAbove } from './lines.js';
import { child, childList, stringOf, type Node } from './tree.js';
import { quoted, type Style } from './style.js';

interface Wanted {
  readonly module: string;
  readonly name: string;
  /** What the file called the name that goes for it. */
  readonly local: string | undefined;
  typeOnly: boolean;
}

/** The imports of one file: what is asked for comes in at the end, merged, and what is let go leaves with its declaration. */
export class Imports {
  readonly #wanted = new Map<string, Wanted>();
  readonly #gone = new Set<Node>();
  readonly #kept = new Set<Node>();
  readonly #declarations: Node[];
  readonly #isCommonJs: boolean;

  constructor(
    private readonly program: Node,
    private readonly text: string,
    private readonly bindings: Bindings,
    private readonly style: Style,
  ) {
    const body = childList(program, 'body');
    this.#declarations = body.filter(({ type }) => type === 'ImportDeclaration');
    this.#isCommonJs =
      !body.some(({ type }) => /^(?:Import|Export|TSImportEquals|TSExport)/.test(type)) &&
      ['require', 'module', 'exports'].some((name) => bindings.free.has(name));
  }

  /**
   * Asks for an import.
   * @param options.local the name that the file's authors gave it, to be kept where it comes free
   * @returns the name to write, known once it is known which of the file's own names go
   */
  add(module: string, name: string, options: { typeOnly?: boolean; local?: string } = {}): () => string {
    const key = `${module} ${name}`;
    const wanted = this.#wanted.get(key) ?? { module, name, local: options.local, typeOnly: true };
    wanted.typeOnly &&= options.typeOnly ?? false;
    this.#wanted.set(key, wanted);
    return () => this.#localNameOf(wanted);
  }

  /** Whether an import was asked for. */
  wants(module: string, name: string): boolean {
    return this.#wanted.has(`${module} ${name}`);
  }

  /** Lets a specifier go. */
  drop(specifier: Node): void {
    if (!this.#kept.has(specifier)) this.#gone.add(specifier);
  }

  /** Keeps a specifier whose uses move as text: nothing of them is left where they stood. */
  keep(specifier: Node): void {
    this.#kept.add(specifier);
  }

  /** Makes the edits: once, when all is asked for. */
  finish(edits: Edits): void {
    const merged = new Map<Node, NewSpecifier[]>();
    const alone: Wanted[] = [];
    for (const wanted of this.#wanted.values()) {
      if (this.#existing(wanted) !== undefined) continue;
      const declaration = this.#mergesInto(wanted);
      if (declaration) merged.set(declaration, [...(merged.get(declaration) ?? []), () => this.#specifier(wanted)]);
      else alone.push(wanted);
    }
    let added = this.#print(alone);
    const removed: Node[] = [];
    for (const declaration of this.#declarations) {
      const kept = this.#keptOf(declaration);
      const isChanged = kept.length < childList(declaration, 'specifiers').length;
      const { text, style } = this;
      if (isChanged && kept.length === 0 && !added) removed.push(declaration);
      else if (isChanged && kept.length === 0)
        edits.replace({ start: this.#startOf(declaration), end: declaration.end }, added);
      else if (isChanged || merged.has(declaration)) {
        if (isChanged && added) edits.insert(this.#startOf(declaration), `${added}\n`);
        editClause(declaration, kept, merged.get(declaration) ?? [], { text, style, edits });
      }
      if (isChanged) added = '';
    }
    for (const run of this.#runsOf(removed))
      edits.remove(wholeLines(this.text, { start: run[0]!.start, end: run.at(-1)!.end }));
    if (!added) return;
    const { offset, before, after } = placeForImports(this.program, this.text);
    edits.insert(offset, `${before}${added}${after}`);
  }

  #keptOf(declaration: Node): Node[] {
    return childList(declaration, 'specifiers').filter((specifier) => !this.#gone.has(specifier));
  }

  /** Where an import begins, with the comments above it that speak of its line alone. */
  #startOf({ start }: Node): number {
    return startsItsLine(this.text, start) ? withDirectivesAbove(this.text, start) : start;
  }

  /** Declarations that follow each other with nothing but white space between: they go as one. */
  #runsOf(declarations: readonly Node[]): Node[][] {
    const runs: Node[][] = [];
    for (const declaration of declarations) {
      const run = runs.at(-1);
      if (run && /^\s*$/.test(this.text.slice(run.at(-1)!.end, declaration.start))) run.push(declaration);
      else runs.push([declaration]);
    }
    return runs;
  }

  /** An import of the same module that has names in braces, which a new one can join. */
  #mergesInto({ module, typeOnly }: Wanted): Node | undefined {
    if (typeOnly) return undefined;
    return this.#declarations.find(
      (node) =>
        stringOf(child(node, 'source')) === module && node['importKind'] !== 'type' && this.#keptOf(node).some(isNamed),
    );
  }

  #print(list: readonly Wanted[]): string {
    const modules = new Map<string, Wanted[]>();
    for (const wanted of list) {
      const key = `${wanted.typeOnly ? 'type ' : ''}${wanted.module}`;
      modules.set(key, [...(modules.get(key) ?? []), wanted]);
    }
    return [...modules.values()]
      .toSorted(
        (a, b) =>
          Number(isLocal(a[0]!.module)) - Number(isLocal(b[0]!.module)) || a[0]!.module.localeCompare(b[0]!.module),
      )
      .map((names) =>
        this.#statement(
          names[0]!,
          names
            .map((wanted) => this.#specifier(wanted))
            .toSorted()
            .join(', '),
        ),
      )
      .join('\n');
  }

  #statement({ module, typeOnly }: Wanted, names: string): string {
    const source = quoted(module, this.style);
    return this.#isCommonJs
      ? `const { ${names} } = require(${source})${this.style.semicolon}`
      : `import ${typeOnly ? 'type ' : ''}{ ${names} } from ${source}${this.style.semicolon}`;
  }

  #specifier(wanted: Wanted): string {
    const local = this.#localNameOf(wanted);
    if (local === wanted.name) return local;
    return this.#isCommonJs ? `${wanted.name}: ${local}` : `${wanted.name} as ${local}`;
  }

  /** The name under which the file has it already. */
  #existing({ module, name, typeOnly }: Wanted): string | undefined {
    for (const { imported, declaration, name: local } of this.bindings.program.names.values()) {
      if (imported?.source !== module || imported.name !== name || this.#gone.has(declaration)) continue;
      const kinds = [declaration['importKind'], this.bindings.parentOf(declaration)?.['importKind']];
      if (typeOnly || !kinds.includes('type')) return local;
    }
    return undefined;
  }

  #localNameOf(wanted: Wanted): string {
    const existing = this.#existing(wanted);
    if (existing !== undefined) return existing;
    const { module, name, local } = wanted;
    if (local !== undefined && local !== name && !this.#isTaken(local)) return local;
    const other = [...this.#wanted.values()].find((each) => each.name === name && each.module !== module);
    if (!this.#isTaken(name) && !(other && module > other.module)) return name;
    const alias = aliasOf(name);
    let free = alias;
    for (let index = 2; this.#isTaken(free); index++) free = `${alias}${index}`;
    return free;
  }

  /** Whether something of the file that stays has the name, at any depth: an alias is right everywhere. */
  #isTaken(name: string): boolean {
    return (
      this.bindings.free.has(name) ||
      this.bindings.all.some(
        (binding) =>
          binding.name === name &&
          binding.scope.node.type !== 'TSModuleBlock' && // what an augmentation declares is Auth.js's, not the file's
          !binding.identifiers.every((identifier) => this.#goes(identifier)),
      )
    );
  }

  #goes(identifier: Node): boolean {
    const parent = this.bindings.parentOf(identifier);
    return parent !== undefined && this.#gone.has(parent);
  }
}

/** A module of the app's own, relative or by an alias; packages come first among imports. */
const isLocal = (module: string): boolean => /^(?:\.|[@~#]\/)/.test(module);

/** `auth` → `clerkAuth`, `useUser` → `useClerkUser`, `Show` → `ClerkShow`. */
function aliasOf(name: string): string {
  if (/^use[A-Z]/.test(name)) return `useClerk${name.slice(3)}`;
  if (name.startsWith('Clerk')) return `${name}Component`;
  return /^[A-Z]/.test(name) ? `Clerk${name}` : `clerk${name[0]!.toUpperCase()}${name.slice(1)}`;
}
