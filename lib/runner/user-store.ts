import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Binding } from '../ast/bindings.js';
import type { Node } from '../ast/tree.js';
import type { UserStore } from '../clerk/generated/users-queries.js';
import type { UserTable } from '../clerk/user-table.js';
import type { App, Project } from '../project/index.js';
import { isDirectory, isFile, readText } from '../project/paths.js';
import { objectAt, valueOf } from '../scan/callback-scope.js';
import type { AuthConfig } from '../scan/config.js';
import { dependentsIn, readDrizzleUsers } from '../scan/drizzle-schema.js';
import { readPrismaUsers } from '../scan/prisma-schema.js';
import type { Scan } from '../scan/scan.js';
import { readAdapter, type AdapterUse } from '../scan/user-adapter.js';
import { Declarations, type OpenFile } from './declarations.js';

/** Where an app's users are, and how a module of the app writes them. */
export interface FoundStore {
  readonly store: UserStore;
  readonly table: UserTable;
}

/** What else the generated module declares; an import of the app's own by such a name gets another there. */
const TAKEN =
  /^(?:Row|Profile|person|row|other|owner|profile|data|email|id|rowId|known|found|address|clerk|error|made|rows|each|eq|userId|external_id|clerkClient|ClerkUser|isClerkAPIResponseError|(?:sync|ensure|delete)User|(?:insert|update|find|link)Row|rowBy(?:Id|Email)|(?:profile|clerkUser|owner)Of)$/;

/** Reads the adapter of an app, its client and its schema, for a module at `home`. */
export class UserStores {
  readonly #files: Declarations;

  constructor(
    private readonly project: Project,
    private readonly found: Scan,
  ) {
    this.#files = new Declarations(project, (path) => found.textOf(path));
  }

  /** @returns a text where the rows can't be written by generated code says why */
  of(app: App, path: string, config: AuthConfig, home: string): FoundStore | string {
    const file = this.#files.open(path);
    const options = file && objectAt(file.program, config);
    if (!file || !options) return 'the options can’t be read';
    const adapter = this.#adapter(valueOf(options, 'adapter') ?? options, file);
    if (typeof adapter === 'string') return adapter;
    const { use, at } = adapter;
    const client = this.#import(use.client, at.path, home, app);
    if (client === undefined) return `${use.client.name} can’t be imported by the app’s code`;
    return use.orm === 'prisma' ? this.#prisma(app, at.path, client) : this.#drizzle(use, at, client, app, home);
  }

  /** The adapter's call, followed through the modules that hand it on. */
  #adapter(node: Node, from: OpenFile): { use: AdapterUse; at: OpenFile } | string {
    let [value, at] = [node, from];
    for (let step = 0; step < 5; step++) {
      const use = readAdapter(value, at.bindings);
      if (typeof use === 'string') return use;
      if (!('imported' in use)) return { use, at };
      const next = this.#files.declared(use.imported.imported!, at.path);
      if (!next) return 'the adapter comes from elsewhere';
      [value, at] = [next.node, next.file];
    }
    return 'the adapter comes from elsewhere';
  }

  #prisma(app: App, path: string, client: Imported): FoundStore | string {
    const schema = this.#prismaSchema(app, path);
    const table = schema && readPrismaUsers(schema);
    if (typeof table === 'string') return table;
    if (!table) return 'no Prisma schema with a model User was found';
    const store = { orm: 'prisma', imports: [client.line], client: client.name, table: 'user', returns: true } as const;
    return { store, table };
  }

  /** The text of the schema's files: of the app's package, the set-up's, then any other's. */
  #prismaSchema(app: App, path: string): string | undefined {
    const { project } = this;
    const own = [app.dir, app.package.dir, project.packageOf(path)?.dir, project.root].filter(
      (dir) => dir !== undefined,
    );
    const dirs = new Set([...own, ...project.packages.map(({ dir }) => dir)]);
    for (const dir of dirs)
      for (const place of [
        'prisma/schema.prisma',
        'prisma/schema',
        'prisma',
        'schema.prisma',
        'src/prisma',
        'prisma/models',
      ]) {
        const text = prismaText(join(dir, place));
        if (text !== undefined && /^model\s+User\b/m.test(text)) return text;
      }
    return undefined;
  }

  #drizzle(use: AdapterUse, at: OpenFile, client: Imported, app: App, home: string): FoundStore | string {
    const { usersTable } = use;
    if (!usersTable) return 'the adapter is not told its tables';
    const imported = usersTable.imported;
    const place = imported && this.#files.declared(imported, at.path);
    const table = place && readDrizzleUsers(place.file.program, place.name);
    const line = this.#import(usersTable, at.path, home, app);
    if (!imported || table === undefined || line === undefined) return 'the table of users was not found';
    if (typeof table === 'string') return table;
    const names = new Set([place!.name, usersTable.name]);
    return {
      store: {
        orm: 'drizzle',
        imports: client.source === line.source ? [merged(client, line)] : [client.line, line.line],
        client: client.name,
        table: line.name,
        returns: table.dialect !== 'mysql',
      },
      table: { ...table.table, dependents: this.#dependents(names) },
    };
  }

  #dependents(names: ReadonlySet<string>): string[] {
    const texts = [...this.found.othersWith('-core'), ...this.found.files.values()];
    const found = texts
      .filter(({ text }) => /drizzle-orm\/\w+-core/.test(text) && [...names].some((name) => text.includes(`${name}.`)))
      .flatMap(({ path }) => {
        const program = this.#files.open(path)?.program;
        return program ? [...names].flatMap((name) => dependentsIn(program, name)) : [];
      });
    return [...new Set(found)];
  }

  /** How a module at `home` imports what a file imports; undefined where it can't have it from there. */
  #import({ name, imported }: Binding, from: string, home: string, app: App): Imported | undefined {
    if (!imported || imported.name === '*') return undefined;
    const target = this.project.resolve(imported.source, from);
    const isOwn = target !== undefined && this.project.packageOf(target) === this.project.packageOf(home);
    const bare = imported.source.split('/', imported.source.startsWith('@') ? 2 : 1).join('/');
    if (!isOwn && !app.package.dependencies.has(bare)) return undefined;
    const source = isOwn ? this.project.specifierFor(target, home) : imported.source;
    const local = TAKEN.test(name) ? `${name}Store` : name;
    const clause = imported.name === local ? local : `${imported.name} as ${local}`;
    return {
      name: local,
      source,
      clause,
      line: `import ${imported.name === 'default' ? local : `{ ${clause} }`} from "${source}";`,
    };
  }
}

interface Imported {
  readonly name: string;
  readonly source: string;
  readonly clause: string;
  readonly line: string;
}

/** Two names of one module, in one import. */
const merged = (a: Imported, b: Imported): string =>
  a.line.includes('{') && b.line.includes('{')
    ? `import { ${[a.clause, b.clause].toSorted().join(', ')} } from "${a.source}";`
    : `${a.line}\n${b.line}`;

/** A schema's file, or all files of a folder. */
function prismaText(place: string): string | undefined {
  if (isFile(place)) return readText(place);
  if (!isDirectory(place)) return undefined;
  const names = readdirSync(place).filter((name) => name.endsWith('.prisma'));
  return names.length === 0 ? undefined : names.map((name) => readText(join(place, name)) ?? '').join('\n');
}
