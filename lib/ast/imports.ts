import { importedName, type Bindings } from './bindings.js';
import type { Edits } from './edits.js';
import { wholeLines } from './lines.js';
import { child, childList, nameOf, stringOf, type Node, type Span } from './tree.js';
import { quoted, type Style } from './style.js';

interface Wanted {
  readonly module: string;
  readonly name: string;
  typeOnly: boolean;
}

/** The imports of one file: what is asked for comes in at the end, merged, and what is let go leaves with its declaration. */
export class Imports {
  readonly #wanted = new Map<string, Wanted>();
  readonly #gone = new Set<Node>();
  readonly #declarations: Node[];

  constructor(
    private readonly program: Node,
    private readonly text: string,
    private readonly bindings: Bindings,
    private readonly style: Style,
  ) {
    this.#declarations = childList(program, 'body').filter(({ type }) => type === 'ImportDeclaration');
  }

  /**
   * Asks for an import.
   * @returns the name to write, known once it is known which of the file's own names go
   */
  add(module: string, name: string, options: { typeOnly?: boolean } = {}): () => string {
    const key = `${module} ${name}`;
    const wanted = this.#wanted.get(key);
    if (!wanted) this.#wanted.set(key, { module, name, typeOnly: options.typeOnly ?? false });
    else if (!options.typeOnly) wanted.typeOnly = false;
    return () => this.#localNameOf(module, name);
  }

  /** Lets a specifier go. */
  drop(specifier: Node): void {
    this.#gone.add(specifier);
  }

  /** Makes the edits: once, when all is asked for. */
  finish(edits: Edits): void {
    const missing = [...this.#wanted.values()].filter(({ module, name }) => this.#existing(module, name) === undefined);
    const rest = this.#mergeIntoExisting(missing, edits);
    let place: Span | undefined;
    let added = this.#print(rest);
    for (const declaration of this.#declarations) {
      const specifiers = childList(declaration, 'specifiers');
      const kept = specifiers.filter((specifier) => !this.#gone.has(specifier));
      if (kept.length === specifiers.length) continue;
      if (kept.length === 0) {
        if (added) edits.replace(declaration, added);
        else edits.remove(wholeLines(this.text, declaration));
      } else {
        edits.replace(this.#clauseOf(declaration), this.#clause(kept, declaration));
        if (added) place ??= declaration;
        if (place === declaration) edits.insert(declaration.start, `${added}\n`);
      }
      added = '';
    }
    if (added) this.#insertAlone(added, edits);
  }

  /** New names go into an import that the file has of the same module already. */
  #mergeIntoExisting(missing: Wanted[], edits: Edits): Wanted[] {
    const rest: Wanted[] = [];
    const byDeclaration = new Map<Node, Wanted[]>();
    for (const wanted of missing) {
      const declaration = this.#declarations.find(
        (node) =>
          stringOf(child(node, 'source')) === wanted.module &&
          node['importKind'] !== 'type' &&
          !wanted.typeOnly &&
          this.#braceOf(node) !== undefined,
      );
      if (declaration) byDeclaration.set(declaration, [...(byDeclaration.get(declaration) ?? []), wanted]);
      else rest.push(wanted);
    }
    for (const [declaration, list] of byDeclaration) {
      const last = childList(declaration, 'specifiers').at(-1)!;
      edits.insert(last.end, ...list.flatMap((wanted) => [', ', this.#specifier(wanted)]));
    }
    return rest;
  }

  #braceOf(declaration: Node): Node | undefined {
    return childList(declaration, 'specifiers').find(({ type }) => type === 'ImportSpecifier');
  }

  #insertAlone(added: string, edits: Edits): void {
    const last = this.#declarations.at(-1);
    if (last) return edits.insert(last.end, `\n${added}`);
    const directive = childList(this.program, 'directives').at(-1);
    if (directive) return edits.insert(directive.end, `\n\n${added}`);
    const first = childList(this.program, 'body')[0];
    edits.insert(first?.start ?? 0, `${added}\n\n`);
  }

  /** From the first character behind `import` to the last of the specifiers. */
  #clauseOf(declaration: Node): Span {
    const specifiers = childList(declaration, 'specifiers');
    const source = child(declaration, 'source')!;
    const start =
      specifiers[0]!.type === 'ImportSpecifier' ? this.text.indexOf('{', declaration.start) : specifiers[0]!.start;
    const brace = this.text.lastIndexOf('}', source.start);
    const last = specifiers.at(-1)!;
    return { start, end: last.type === 'ImportSpecifier' ? brace + 1 : last.end };
  }

  /** What is left of an import's names, written over several lines where it was. */
  #clause(kept: readonly Node[], declaration: Node): string {
    const outside = kept
      .filter(({ type }) => type !== 'ImportSpecifier')
      .map((node) => this.text.slice(node.start, node.end));
    const named = kept.filter(({ type }) => type === 'ImportSpecifier');
    if (named.length === 0) return outside.join(', ');
    const clause = this.#clauseOf(declaration);
    const old = this.text.slice(clause.start, clause.end);
    const isLong = old.includes('\n') && named.length > 2;
    const names = named.map((node) => this.text.slice(node.start, node.end));
    const spaced = /\{\s/.test(old) ? ' ' : '';
    const inner = isLong
      ? `\n${names.map((name) => `${this.style.indent}${name},\n`).join('')}`
      : `${spaced}${names.join(', ')}${spaced}`;
    return [...outside, `{${inner}}`].join(', ');
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
      .map((names) => {
        const { module, typeOnly } = names[0]!;
        const specifiers = names.map((wanted) => this.#specifier(wanted)()).toSorted();
        return `import ${typeOnly ? 'type ' : ''}{ ${specifiers.join(', ')} } from ${quoted(module, this.style)}${this.style.semicolon}`;
      })
      .join('\n');
  }

  #specifier({ module, name }: Wanted): () => string {
    return () => {
      const local = this.#localNameOf(module, name);
      return local === name ? name : `${name} as ${local}`;
    };
  }

  #existing(module: string, name: string): string | undefined {
    for (const declaration of this.#declarations) {
      if (stringOf(child(declaration, 'source')) !== module || declaration['importKind'] === 'type') continue;
      for (const specifier of childList(declaration, 'specifiers')) {
        if (!this.#gone.has(specifier) && specifier['importKind'] !== 'type' && importedName(specifier) === name)
          return nameOf(child(specifier, 'local'));
      }
    }
    return undefined;
  }

  #localNameOf(module: string, name: string): string {
    const existing = this.#existing(module, name);
    if (existing !== undefined) return existing;
    return this.#isTaken(name, module) ? aliasOf(name) : name;
  }

  /** Whether a declaration of the file that stays has the name, at any depth: an alias is right everywhere. */
  #isTaken(name: string, module: string): boolean {
    const other = [...this.#wanted.values()].find((wanted) => wanted.name === name && wanted.module !== module);
    if (other && module > other.module) return true;
    return this.bindings.all.some(
      (binding) => binding.name === name && !binding.identifiers.every((identifier) => this.#goes(identifier)),
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
  return /^[A-Z]/.test(name) ? `Clerk${name}` : `clerk${name[0]!.toUpperCase()}${name.slice(1)}`;
}
