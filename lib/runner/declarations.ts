import { Bindings } from '../ast/bindings.js';
import { child, childList, nameOf, type Node } from '../ast/tree.js';
import type { Project } from '../project/index.js';
import { readText } from '../project/paths.js';
import { oxcProgram } from '../scan/oxc.js';

/** Follows names of the app's own through its files, to what they are declared by. */
export class Declarations {
  /** @param textOf the texts that the run has read already */
  constructor(
    private readonly project: Project,
    private readonly textOf: (path: string) => string | undefined,
  ) {}

  /** What a name that a file imports is declared by, through barrels. */
  declared({ source, name }: { source: string; name: string }, from: string): Declared | undefined {
    const path = this.project.resolve(source, from);
    const file = path === undefined ? undefined : this.open(path);
    return file && this.#exported(file, name, new Set());
  }

  #exported(file: OpenFile, name: string, seen: Set<string>): Declared | undefined {
    if (seen.has(file.path)) return undefined;
    seen.add(file.path);
    const follow = (source: string | undefined, inner: string): Declared | undefined => {
      const path = source === undefined ? undefined : this.project.resolve(source, file.path);
      const next = path === undefined ? undefined : this.open(path);
      return next && this.#exported(next, inner, seen);
    };
    const binding = file.bindings.program.names.get(name);
    if (binding?.imported) return follow(binding.imported.source, binding.imported.name);
    const init = child(binding?.declaration, 'init');
    if (init) return { node: init, file, name };
    for (const statement of childList(file.program, 'body')) {
      const source = nameOf(child(statement, 'source'));
      if (statement.type === 'ExportAllDeclaration' && !child(statement, 'exported')) {
        const found = follow(source, name);
        if (found) return found;
      } else if (statement.type === 'ExportNamedDeclaration' && source !== undefined) {
        const own = childList(statement, 'specifiers').find((each) => nameOf(child(each, 'exported')) === name);
        if (own) return follow(source, nameOf(child(own, 'local')) ?? name);
      }
    }
    return undefined;
  }

  /** A file as it is, taken apart; undefined where there is none, or none that parses. */
  open(path: string): OpenFile | undefined {
    const text = (this.textOf(path) ?? readText(path))?.replace(/^\uFEFF/, '');
    if (text === undefined) return undefined;
    try {
      const program = oxcProgram(path, text);
      return { path, program, bindings: new Bindings(program) };
    } catch {
      return undefined; // no parser's language: nothing is known of it
    }
  }
}

/** A file of the app's own. */
export interface OpenFile {
  readonly path: string;
  readonly program: Node;
  readonly bindings: Bindings;
}

/** What a name is declared by, where, and by which name there. */
export interface Declared {
  readonly node: Node;
  readonly file: OpenFile;
  readonly name: string;
}
