import type { Node } from '../ast/tree.js';
import type { Project } from '../project/index.js';
import { moduleStringsOf, type ImportIndex } from '../scan/import-index.js';
import { linksOf, readTree, type Links, type ReadTree } from '../scan/links.js';
import { oxcProgram } from '../scan/oxc.js';
import { Reach, type Mark } from '../scan/reach.js';
import type { Scan } from '../scan/scan.js';

/** Each comment can be read in one way only: a line of slashes would take for ever otherwise. */
const FIRST_DIRECTIVE = /^\uFEFF?(?:\s|\/\/[^\n]*\n|\/\*(?:[^*]|\*(?!\/))*\*\/)*['"]use server['"]/;

/** How the app's files hang together, read where somebody asks, and each text once. */
export class AppLinks {
  #index: ImportIndex | undefined;
  readonly #read = new Map<string, { text: string; links: Links | undefined }[]>();
  readonly #actions = new Map<string, boolean>();

  constructor(
    private readonly project: Project,
    private readonly found: Scan,
  ) {}

  /**
   * Who may come to run what is marked.
   * @param texts files that are looked at in another text than the one they were read in
   * @param entries the only files that will be asked about, where they are few
   */
  reach<M extends Mark>(
    marks: ReadonlyMap<string, readonly M[]>,
    { texts, entries }: { texts?: ReadonlyMap<string, string>; entries?: Iterable<string> } = {},
  ): Reach<M> {
    const textOf = (path: string) => texts?.get(path) ?? this.found.textOf(path);
    const input = {
      importersOf: (path: string) => (this.#index ??= this.found.importIndex()).importersOf(path),
      isActions: (path: string) => this.isActions(path),
      isEntry: (path: string) => this.isActions(path) || this.project.routeKindOf(path) !== 'module',
      links: (path: string) => this.#links(path, textOf(path)),
      textOf,
      importsOf: (path: string) =>
        moduleStringsOf(textOf(path) ?? '').flatMap((source) => this.project.resolve(source, path) ?? []),
    };
    return new Reach(marks, input, entries);
  }

  /** `"use server"` above all other code: a file of Server Functions is called by requests of its own. */
  isActions(path: string): boolean {
    const known = this.#actions.get(path) ?? FIRST_DIRECTIVE.test(this.found.textOf(path) ?? '');
    this.#actions.set(path, known);
    return known;
  }

  /** Whether a middleware loads a file, through whatever imports. */
  isLoadedByMiddleware(path: string): boolean {
    const index = (this.#index ??= this.found.importIndex());
    const seen = new Set([path]);
    for (const at of seen) {
      if (this.project.routeKindOf(at) === 'middleware') return true;
      for (const importer of index.importersOf(at)) seen.add(importer);
    }
    return false;
  }

  /** The tree of a text; what it links is noted on the way, so that nobody has to parse it again. */
  treeOf(path: string, text: string): ReadTree | undefined {
    return this.#enter(path, text, programOf(path, text));
  }

  #enter(path: string, text: string, program: Node | undefined): ReadTree | undefined {
    const tree = program && readTree(program);
    const links = tree && linksOf(tree, (specifier) => this.project.resolve(specifier, path));
    this.#read.set(path, [...(this.#read.get(path) ?? []), { text, links }]);
    return tree;
  }

  /** The tree that the scan made of a file, where the text is still that. */
  #scannedTree(path: string, text: string): Node | undefined {
    const scanned = this.found.files.get(path);
    return scanned?.text === text ? scanned.bindings?.program.node : undefined;
  }

  #links(path: string, text: string | undefined): Links | undefined {
    if (text === undefined) return undefined;
    const known = () => this.#read.get(path)?.find((each) => each.text === text);
    if (!known()) this.#enter(path, text, this.#scannedTree(path, text) ?? programOf(path, text));
    return known()!.links;
  }
}

export const withoutMark = (text: string): string => text.replace(/^\uFEFF/, '');

/** oxc's tree; undefined where it makes nothing of the text: Flow, for one. */
export function programOf(path: string, text: string): Node | undefined {
  try {
    return oxcProgram(path, withoutMark(text));
  } catch {
    return undefined;
  }
}
