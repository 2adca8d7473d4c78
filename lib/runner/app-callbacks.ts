import { existsSync, readFileSync } from 'node:fs';
import { dirname, extname, join } from 'node:path';
import { Bindings, type Binding } from '../ast/bindings.js';
import { child, nameOf } from '../ast/tree.js';
import { TABLE } from '../clerk/generated/session-callbacks.js';
import { readSessionModule } from '../clerk/generated/session-module.js';
import type { CallbacksInput } from '../clerk/generated/session-types.js';
import type { FollowUp } from '../ledger.js';
import type { Project } from '../project/index.js';
import { KEPT_NAME } from '../scan/callback-code.js';
import { objectAt } from '../scan/callback-scope.js';
import { sessionStrategy } from '../scan/filled-fields.js';
import type { AuthConfig } from '../scan/config.js';
import { readDrizzleUsers } from '../scan/drizzle-schema.js';
import { parseWithOxc } from '../scan/oxc.js';
import { readCallbacks, type KeptCallbacks } from '../scan/session-callbacks.js';
import type { ScannedFile } from '../scan/sites.js';
import type { OptionsPart } from '../scan/user-row.js';
import { isAuthRoute } from '../source/auth-module.js';
import { callbackModule } from './callback-module.js';
import { Declarations } from './declarations.js';
import { helperPath } from './helpers.js';

/** An app's own callbacks that can live on, and the file that has them. */
export interface FoundCallbacks {
  readonly path: string;
  readonly kept: KeptCallbacks;
  /** Drizzle's table of users, where the rows are its. */
  readonly table: { readonly hasNumericId: boolean } | undefined;
  /** The module that exports them: their own file, or a new one where they stand in Auth.js's route. */
  readonly home: { readonly path: string; readonly text?: string };
}

/** An import of `eq` from a package. */
const IMPORTS_EQ = /^import \{[^}]*\beq\b[^}]*\} from ["']([^"'.][^"']*)["']/m;

type Imported = NonNullable<Binding['imported']>;

/** Names of the generated function, which an imported client must not hide. */
const NAMES =
  /^(?:req|userId|sessionClaims|id|name|email|image|hasImage|profile|user|row|session|given|auth|clerkClient)$/;

/** Which apps' callbacks produce fields of their own in a way that goes on without Auth.js. */
export class AppCallbacks {
  readonly #known = new Map<string, FoundCallbacks | undefined>();
  readonly #files: Declarations;

  /** @param scanned the files of the run; none where callbacks stay where they are */
  constructor(
    private readonly project: Project,
    private readonly scanned: ReadonlyMap<string, ScannedFile>,
  ) {
    this.#files = new Declarations(project, (path) => scanned.get(path)?.text);
  }

  /** What fills the sessions that a file reads: one set of callbacks, beside one generated module for both. */
  of(path: string): FoundCallbacks | undefined {
    const module = this.scanned.size === 0 ? undefined : helperPath(this.project, path);
    if (module === undefined) return undefined;
    if (!this.#known.has(module)) this.#known.set(module, this.#find(path, module));
    return this.#known.get(module);
  }

  /** Whether a follow-up says of a callback that it went, where it lives on. */
  tells(path: string, { rule, title }: FollowUp): boolean {
    const properties = this.of(path)?.kept.properties ?? [];
    return (
      rule === 'auth-config-callback' &&
      properties.some((each) => title.startsWith(`callbacks.${nameOf(child(each, 'key'))} `))
    );
  }

  /** How the generated module calls them. */
  calledFrom(module: string): CallbacksInput | undefined {
    const found = this.of(module);
    if (!found) return undefined;
    const { path, kept, home } = found;
    const client = this.#needsRow(found) ? kept.client : undefined;
    const own = this.project.specifierFor(home.path, module);
    const names = client && !client.imported ? [client.name, KEPT_NAME].toSorted() : [KEPT_NAME];
    const at = kept.clientPath ?? path;
    const table = client && found.table ? kept.table : undefined;
    const imports = [
      `import { ${names.join(', ')} } from "${own}";`,
      ...(client?.imported ? [this.#importOf(client.imported, client.name, at, module)] : []),
      ...(table?.imported
        ? [this.#importOf(table.imported, TABLE, at, module), `import { eq } from "${this.#eqFor(module)}";`]
        : []),
    ];
    return {
      imports,
      hasJwt: kept.hasJwt,
      occasions: kept.occasions,
      account: kept.account.has('tokens') ? 'tokens' : kept.account.has('provider') ? 'provider' : undefined,
      mayEnd: kept.mayEnd,
      strategy: kept.strategy,
      client: client?.name,
      table: table && found.table,
      columns: kept.columns,
      keepsRow: kept.keepsRow,
    };
  }

  /** What a file imports, as the generated module imports it under its own name. */
  #importOf({ name, source }: Imported, local: string, path: string, module: string): string {
    const { project } = this;
    const target = project.resolve(source, path);
    // A package of the workspace is imported by its name, as the app's own code does.
    const isPackage = !source.startsWith('.') && target && project.packageOf(target) !== project.packageOf(module);
    const from = target === undefined || isPackage ? source : project.specifierFor(target, module);
    return `import ${name === 'default' ? local : `{ ${name === local ? name : `${name} as ${local}`} }`} from "${from}";`;
  }

  /** Where a module finds Drizzle's `eq`: in its package, or where files beside it have it from. */
  #eqFor(module: string): string | undefined {
    const owner = this.project.packageOf(module);
    if (owner?.dependencies.has('drizzle-orm')) return 'drizzle-orm';
    const beside = [...this.scanned.values()].filter(({ path }) => this.project.packageOf(path) === owner);
    return beside.flatMap(({ text }) => IMPORTS_EQ.exec(text)?.[1] ?? [])[0];
  }

  /** What is known of Drizzle's table of users. */
  #tableOf({ table, clientPath }: KeptCallbacks, path: string): FoundCallbacks['table'] | string {
    if (!table) return undefined;
    if (this.#eqFor(path) === undefined) return 'the package has no Drizzle';
    const place = table.imported && this.#files.declared(table.imported, clientPath ?? path);
    const read = place && readDrizzleUsers(place.file.program, place.name);
    return typeof read === 'object'
      ? { hasNumericId: read.table.id === 'number' }
      : (read ?? 'the table was not found');
  }

  #find(from: string, module: string): FoundCallbacks | undefined {
    const { project } = this;
    const app = project.appOf(from);
    const files = [...this.scanned.values()].filter(({ path }) => [undefined, app].includes(project.appOf(path)));
    const makers = files.flatMap((file) => file.configs.filter(makesSessions).map((config) => ({ file, config })));
    const [maker] = makers;
    // Where two sets of options make sessions, each in its way, a call does not say which of them it means.
    if (!maker || makers.length > 1) return undefined;
    const { file, config } = maker;
    const configs = files.flatMap((each) => each.configs);
    if (hasOtherTypes(module) || !mayMove(file, project) || helperPath(project, file.path) !== module) return undefined;
    const program = parseWithOxc(file.path, file.text.replace(/^\uFEFF/, ''));
    const bindings = new Bindings(program);
    const kept = readCallbacks({
      path: file.path,
      program,
      bindings,
      options: config,
      strategy: sessionStrategy(configs),
      sites: file.sites,
      others: () => files.flatMap((each) => (each === file ? [] : partsOf(each))),
      declared: (imported, at) => this.#files.declared(imported, at),
    });
    if (typeof kept === 'string') return undefined;
    const home = isAuthRoute(file.path)
      ? newHome({ project, file, program, bindings, kept, home: join(dirname(module), homeName(module)), module })
      : { path: file.path };
    if (!home) return undefined;
    const table = this.#tableOf(kept, file.path);
    if (typeof table === 'string') return undefined;
    const found = { path: file.path, kept, home, table };
    const client = kept.client?.name;
    if (this.#needsRow(found) && (client === undefined || NAMES.test(client))) return undefined;
    return found;
  }

  /** v5 hands the callback the whole row as the session's user where sessions are rows as well. */
  #needsRow({ path, kept }: FoundCallbacks): boolean {
    return kept.needsRow || (kept.strategy === 'database' && this.project.appOf(path)?.authjsStyle === 'v5');
  }
}

/** The options of a file that another file's may take in. */
function partsOf({ path, text, configs, sites, parseError }: ScannedFile): OptionsPart[] {
  if (configs.length === 0 || parseError !== undefined) return [];
  const program = parseWithOxc(path, text.replace(/^\uFEFF/, ''));
  const bindings = new Bindings(program);
  return configs.flatMap((config) => {
    const options = objectAt(program, config);
    return options ? [{ path, options, program, bindings, sites }] : [];
  });
}

/** Whether an earlier run has written the session's types for good, without the callbacks. */
function hasOtherTypes(module: string): boolean {
  const earlier = existsSync(module) ? readSessionModule(readFileSync(module, 'utf8')) : undefined;
  return earlier?.earlier !== undefined && earlier.callbacks === undefined;
}

const makesSessions = ({ callbacks }: AuthConfig): boolean =>
  callbacks.some(({ name }) => name === 'session' || name === 'jwt');

/** A file that may change, and stays a module or is Auth.js's own route: other routes' exports are their answers. */
const mayMove = (file: ScannedFile, project: Project): boolean =>
  file.parseError === undefined &&
  project.isTargeted(file.path) &&
  (isAuthRoute(file.path) || project.routeKindOf(file.path) === 'module');

const homeName = (module: string): string => `session-callbacks${extname(module)}`;

/** A module for callbacks of the route; undefined where it can't be written, or a file of the app's own has its name. */
function newHome(input: Parameters<typeof callbackModule>[0]): FoundCallbacks['home'] | undefined {
  const text = callbackModule(input);
  return text === undefined || existsSync(input.home) ? undefined : { path: input.home, text };
}
