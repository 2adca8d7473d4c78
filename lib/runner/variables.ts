import { readFileSync } from 'node:fs';
import { Lines } from '../ast/lines.js';
import { isVariable, variablesIn } from '../authjs/leftovers.js';
import type { ClerkVariable } from '../clerk/variables.js';
import { isAuthjsModule } from '../authjs/modules.js';
import type { FollowUp, PlannedFile, ReportedFile } from '../ledger.js';
import type { App, Project } from '../project/index.js';
import type { Scan } from '../scan/scan.js';
import { isTestCode, mocksAuthjs } from '../scan/sites.js';
import { readIn, type Reason } from '../steps/variables.js';
import { importsClerk } from './dependencies.js';
import type { FinalText } from './final-text.js';
import { mentionedIn } from './git-copies.js';
import { displayPath } from './paths.js';
import { setUpVariables } from './set-up-variables.js';

interface ReaderOf {
  readonly path: string;
  /** Where, as a person finds it. */
  readonly place: string;
}

interface VariablesInput {
  readonly project: Project;
  readonly found: Scan;
  /** What became of each file's sites, by path. */
  readonly settled: ReadonlyMap<string, ReportedFile>;
  /** The files as they will be that import Clerk. */
  readonly texts: readonly FinalText[];
  /** The chain's files and what the run generates. */
  readonly planned: readonly PlannedFile[];
  /** What an app's environment needs of Clerk. */
  readonly variablesOf?: (app: App) => readonly ClerkVariable[];
}

/** Which variables something still reads once the run is done, and where Auth.js's set-up is gone. */
export class Variables {
  /** Variables with names of the app's own that only the removed set-up read. */
  readonly others: readonly string[];
  readonly #readers = new Map<string, ReaderOf[]>();
  /** The apps whose code still loads Auth.js; `undefined` for code that any of them may use. */
  readonly #busy = new Set<App | undefined>();
  readonly #onClerk = new Set<App | undefined>();

  constructor(private readonly input: VariablesInput) {
    const { project, found, settled, texts, planned } = input;
    for (const scanned of found.files.values()) {
      const outcomes = settled.get(scanned.path)?.sites;
      const lines = new Lines(scanned.text);
      const isTest = mocksAuthjs(scanned) || isTestCode(scanned);
      if (scanned.parseError !== undefined) this.#busy.add(project.appOf(scanned.path));
      scanned.sites.forEach((site, index) => {
        if ((outcomes?.[index]?.outcome ?? 'manual') !== 'manual') return;
        if (site.kind === 'variable') {
          const line = outcomes?.[index]?.outputLine ?? lines.at(site.start).line;
          this.#add(site.symbol, scanned.path, line);
        } else if (site.kind === 'module' && isAuthjsModule(site.source) && !isTest)
          this.#busy.add(project.appOf(scanned.path));
      });
    }
    for (const { app, text } of texts) if (importsClerk(text)) this.#onClerk.add(app);
    this.others = this.#busy.size > 0 ? [] : setUpVariables({ project, found, settled, planned });
    const declared = new Set(this.others);
    for (const path of project.configFiles) {
      const text = textOf(path);
      for (const { name } of variablesIn(text)) declared.add(name);
      for (const name of readIn(path, text, this.others)) this.#add(name, path, undefined);
    }
    if (this.#busy.size > 0) return;
    // Code in other languages may read what a whole repository's env files set.
    const known = new Set([...project.sourceFiles, ...project.configFiles]);
    for (const { path, name } of mentionedIn(project.root, [...declared]))
      if (!known.has(path)) this.#add(name, path, undefined);
  }

  /** What of Clerk's belongs into a file of this place: its apps asked Auth.js before, and ask Clerk now. */
  clerkIn(path: string): ClerkVariable[] {
    const apps = this.#appsOf(path).filter((app) => this.#onClerk.has(app) || this.#onClerk.has(undefined));
    const all = apps.flatMap((app) => this.input.variablesOf?.(app) ?? []);
    const names = [...new Set(all.map(({ name }) => name))];
    // Where apps share the file, an address that differs from app to app has no place in it.
    return names.flatMap((name) => {
      const same = all.filter((each) => each.name === name);
      return new Set(same.map(({ value }) => value)).size === 1 ? same[0]! : [];
    });
  }

  /** The apps that asked Auth.js before, and ask Clerk now. */
  get moved(): App[] {
    return this.input.project.apps.filter(
      (app) => app.authjs !== undefined && (this.#onClerk.has(app) || this.#onClerk.has(undefined)),
    );
  }

  /** Whether it is Auth.js's own, or its set-up alone read it. */
  isAuthjs(name: string): boolean {
    return isVariable(name) || this.others.includes(name);
  }

  /** Why a variable stays in a file; undefined where it may go. */
  whyKept(path: string, name: string): Reason | undefined {
    const apps = this.#appsOf(path);
    const isBusy = this.#busy.has(undefined) || apps.some((app) => this.#busy.has(app));
    if (apps.length === 0 || isBusy) return STAYS;
    const [reader, ...rest] = this.#readersOf(path, name);
    if (reader === undefined) return undefined;
    return {
      rule: 'env-variable',
      message: `stays, since ${reader.place} reads it${rest.length > 0 ? `, and ${rest.length} more` : ''}`,
    };
  }

  /** What goes on to be read although Auth.js is gone: often the app's own address, or a key of its own. */
  followUps(): FollowUp[] {
    if (this.#busy.size > 0) return [];
    return [...this.#readers].flatMap(([name, readers]) => {
      const withAuthjs = readers.filter(({ path }) => this.#appsOf(path).length > 0);
      if (withAuthjs.length === 0) return [];
      const places = [...new Set(withAuthjs.map(({ place }) => place))];
      const more = places.length > 5 ? ` and ${places.length - 5} more` : '';
      return {
        rule: 'env-variable',
        title: `${name} stays: code of the app’s own reads it`,
        detail: `${places.slice(0, 5).join(', ')}${more}. It is the app’s own by now: keep it set, or rename it there and in the env files.`,
      };
    });
  }

  /** The apps that a file is about, of those that had Auth.js before the run. */
  #appsOf(path: string): App[] {
    const app = this.input.project.appOf(path);
    return (app ? [app] : [...this.input.project.apps]).filter(({ authjs }) => authjs !== undefined);
  }

  #readersOf(path: string, name: string): ReaderOf[] {
    const { project } = this.input;
    const app = project.appOf(path);
    const all = this.#readers.get(name) ?? [];
    return all.filter((reader) => {
      const own = project.appOf(reader.path);
      return app === undefined || own === undefined || own === app;
    });
  }

  #add(name: string, path: string, line: number | undefined): void {
    const place = `${displayPath(this.input.project, path)}${line === undefined ? '' : `:${line}`}`;
    this.#readers.set(name, [...(this.#readers.get(name) ?? []), { path, place }]);
  }
}

const STAYS: Reason = { rule: 'env-variable', message: 'a variable of Auth.js; it stays until its set-up is gone' };

function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return ''; // gone since it was listed
  }
}
