import { OWN, type Origin } from '../authjs/modules.js';
import { isInstance, isReact } from '../authjs/session-calls.js';
import type { Project } from '../project/index.js';
import type { ImportIndex } from '../scan/import-index.js';
import type { Scan } from '../scan/scan.js';
import type { SignInPart } from '../source/context.js';

const signsIn = (origin: Origin): boolean =>
  isReact('signIn')(origin) ||
  isInstance('signIn')(origin) ||
  (origin.module === OWN.action && origin.name !== 'signOut');

/** A component that more files than these lead to is no part of a page. */
const MOST = 40;

/** Which files sign in, and on which pages their components show: told by who imports whom. */
export class SignInParts {
  readonly #pages = new Map<string, ReadonlySet<string> | undefined>();
  #index: ImportIndex | undefined;
  #files: readonly string[] | undefined;

  constructor(
    private readonly project: Project,
    private readonly found: Scan,
  ) {}

  /** Undefined for a file that signs nobody in, is a page itself, or may show elsewhere than on pages: in a layout. */
  of(path: string): SignInPart | undefined {
    if (this.project.routeKindOf(path) !== 'module' || !this.#signingIn().includes(path)) return undefined;
    const pages = this.#pagesOf(path);
    if (!pages || pages.size === 0) return undefined;
    const others = this.#signingIn().filter((each) => each !== path);
    const shownOn = (other: string, page: string) => other === page || this.#pagesOf(other)?.has(page);
    return {
      routes: [...pages].map((page) => this.project.addressOf(page)!).toSorted(),
      isBeside: [...pages].every((page) =>
        others.some((other) => shownOn(other, page) && this.#rank(other) < this.#rank(path)),
      ),
    };
  }

  /** The pages on which people sign in, by the page itself or by components that only pages show. */
  pages(): string[] {
    const pagesOf = (path: string) =>
      this.project.addressOf(path) === undefined ? [...(this.#pagesOf(path) ?? [])] : [path];
    return [...new Set(this.#signingIn().flatMap(pagesOf))];
  }

  /** The files that sign in and show on one page alone. */
  shownOnlyOn(page: string): string[] {
    return this.#signingIn().filter((path) => {
      const pages = path === page ? undefined : this.#pagesOf(path);
      return pages !== undefined && pages.size === 1 && pages.has(page);
    });
  }

  #signingIn(): readonly string[] {
    return (this.#files ??= [...this.found.files.values()]
      .filter(({ sites }) => sites.some((site) => site.kind === 'use' && signsIn(site.origin)))
      .map(({ path }) => path)
      .toSorted());
  }

  /** What is typed into comes before what is only pressed. */
  #rank(path: string): number {
    const isForm = /<(?:form|input)\b/i.test(this.found.textOf(path) ?? '');
    const files = this.#signingIn();
    return (isForm ? 0 : files.length) + files.indexOf(path);
  }

  #pagesOf(path: string): ReadonlySet<string> | undefined {
    if (!this.#pages.has(path)) this.#pages.set(path, this.#find(path));
    return this.#pages.get(path);
  }

  #find(path: string): ReadonlySet<string> | undefined {
    this.#index ??= this.found.importIndex();
    const pages = new Set<string>();
    const seen = new Set([path]);
    for (const at of seen) {
      if (seen.size > MOST) return undefined;
      if (this.project.addressOf(at) !== undefined) pages.add(at);
      else if (this.project.routeKindOf(at) !== 'module') return undefined;
      else for (const importer of this.#index.importersOf(at)) seen.add(importer);
    }
    return pages;
  }
}
