import { existsSync, readFileSync } from 'node:fs';
import { dirname, extname, join } from 'node:path';
import { deletesRows, USERS_HEADER, usersModule } from '../clerk/generated/users-module.js';
import { WEBHOOK_ADDRESSES, WEBHOOK_EVENTS, WEBHOOK_HEADER, webhookRoute } from '../clerk/generated/webhook-route.js';
import type { FollowUp, PlannedFile } from '../ledger.js';
import type { App, Project } from '../project/index.js';
import type { AuthConfig } from '../scan/config.js';
import type { Scan } from '../scan/scan.js';
import { houseStyle, inStyle } from '../steps/house-style.js';
import type { ChainFile } from './chain.js';
import { answeringApp, endpointForm } from './client-files.js';
import { helperPath } from './helpers.js';
import { styleSamples } from './middleware-files.js';
import type { Sync, UserIds } from './preferences.js';
import { displayPath, mayChange } from './paths.js';
import { moveEvents, tellOfEvents, type MovedEvents } from './user-events.js';
import { UserStores, type FoundStore } from './user-store.js';
import { sqlFor } from '../clerk/user-sql.js';

interface Input {
  readonly project: Project;
  readonly found: Scan;
  readonly sync: Sync;
  readonly userIds: (app: App) => Exclude<UserIds, 'auto'>;
}

interface UserSync {
  readonly files: PlannedFile[];
  readonly followUps: FollowUp[];
  /** Follow-ups of the transforms that these take the place of. */
  readonly replaced: ReadonlySet<FollowUp>;
  /** The apps that have a route for Clerk to call. */
  readonly called: ReadonlySet<App>;
  /** How the generated session module at a path imports the one that writes rows, where it is to write those of newcomers. */
  moduleFor(path: string): string | undefined;
}

const RULE = 'auth-config-adapter';

/** What gives new users the row that the adapter wrote. */
export class UserRows {
  readonly #stores: UserStores;
  readonly #addresses = new Map<App, string | undefined>();

  constructor(private readonly input: Input) {
    this.#stores = new UserStores(input.project, input.found);
  }

  /** The address of the route that Clerk calls, which a middleware has to let pass; undefined where there will be none. */
  addressOf(app: App): string | undefined {
    if (!this.#addresses.has(app)) this.#addresses.set(app, this.#findAddress(app));
    return this.#addresses.get(app);
  }

  #findAddress(app: App): string | undefined {
    const { project, found, sync } = this.input;
    if (sync === 'none' || sync === 'on-demand') return undefined;
    for (const { path, configs } of found.files.values()) {
      const config = configs.find(({ adapter }) => adapter !== undefined);
      if (!config || !project.isTargeted(path) || !appsOf(path, project).includes(app)) continue;
      const made = forApp(app, path, config, this.#stores, this.input);
      if (made && made.files.length > 0) return made.address;
    }
    return undefined;
  }

  /** The files for each app whose set-up goes. */
  plan(chain: readonly ChainFile[]): UserSync {
    const files = new Map<string, PlannedFile>();
    const followUps: FollowUp[] = [];
    const replaced = new Set<FollowUp>();
    const called = new Set<App>();
    const modules = new Map<App, string>();
    const { project, sync } = this.input;
    const moduleFor = (path: string) => {
      const app = project.appOf(path);
      const module = app && writesOnDemand(sync) ? modules.get(app) : undefined;
      return module !== undefined && dirname(module) === dirname(path) ? project.specifierFor(module, path) : undefined;
    };
    if (sync === 'none') return { files: [], followUps, replaced, called, moduleFor };
    for (const { path, surroundings, scanned } of chain) {
      const note = surroundings.needs.notes.find(({ rule }) => rule === RULE);
      const config = scanned.configs.find(({ adapter }) => adapter !== undefined);
      if (!note || !config) continue;
      for (const app of appsOf(path, project)) {
        const made = forApp(app, path, config, this.#stores, this.input);
        if (!made) continue;
        for (const file of made.files) files.set(file.path, file);
        if (made.files.length > 0) modules.set(app, made.files[0]!.path);
        if (made.files.length > 0 && sync !== 'on-demand') called.add(app);
        if (made.events) tellOfEvents(surroundings.needs.notes, made.events.moved, made.events.home);
        followUps.push(made.followUp);
        replaced.add(note);
      }
    }
    return { files: [...files.values()], followUps, replaced, called, moduleFor };
  }
}

/** Whether the first request of a newcomer writes the row. */
const writesOnDemand = (sync: Sync): boolean => sync === 'on-demand' || sync === 'both';

/** The app of a file; of a shared package's, all that have Auth.js. */
function appsOf(path: string, { appOf, apps }: Project): App[] {
  const own = appOf(path);
  return own ? [own] : apps.filter(({ authjs }) => authjs !== undefined);
}

function forApp(
  app: App,
  path: string,
  config: AuthConfig,
  stores: UserStores,
  { project, found, sync, userIds }: Input,
):
  | { files: PlannedFile[]; followUp: FollowUp; address: string; events?: { moved: MovedEvents; home: string } }
  | undefined {
  const place = placesOf(app, project);
  if (!place) return undefined;
  const store = stores.of(app, path, config, place.module);
  const why = typeof store === 'string' ? store : whyNot(store, userIds(app));
  if (typeof store === 'string' || why !== undefined)
    return { address: place.address, files: [], followUp: byHand(config, `${displayPath(project, path)}: ${why}`) };
  const samples = styleSamples(project, [...found.files.values()], place.module);
  const write = (target: string, text: string): PlannedFile => {
    const before = existsSync(target) ? readFileSync(target, 'utf8') : null;
    return { path: target, before, after: before ?? inStyle(text, houseStyle(samples)) };
  };
  const typescript = app.language === 'ts';
  const file = found.files.get(path)!;
  const moved: MovedEvents = existsSync(place.module)
    ? { text: undefined, names: [], left: new Map() } // an earlier run's module runs what it was made for
    : moveEvents({
        project,
        file,
        config,
        table: store.table,
        home: place.events,
        module: place.module,
        hasRoute: sync !== 'on-demand',
      });
  const module = {
    store: store.store,
    table: store.table,
    typescript,
    ids: userIds(app),
    events:
      moved.text === undefined
        ? undefined
        : { module: project.specifierFor(place.events, place.module), names: moved.names },
  };
  const onDelete = deletesRows(module) ? ('delete' as const) : store.table.dependents;
  const files = [write(place.module, usersModule(module))];
  if (moved.text !== undefined) files.push({ path: place.events, before: null, after: moved.text });
  const hearsSignIns = moved.names.includes('signIn');
  if (sync !== 'on-demand')
    files.push(
      write(
        place.route,
        webhookRoute({
          router: endpointForm(app),
          typescript,
          module: project.specifierFor(place.module, place.route),
          onDelete,
          hearsSignIns,
        }),
      ),
    );
  return {
    address: place.address,
    files,
    followUp: toDo(place, onDelete, sync, hearsSignIns, store.table.id !== 'clerk', project),
    events: { moved, home: displayPath(project, place.events) },
  };
}

interface Places {
  readonly module: string;
  /** For the code of Auth.js's events. */
  readonly events: string;
  readonly route: string;
  readonly address: string;
}

/** Where the module and the route stand; undefined where the app can't have them. */
function placesOf(app: App, project: Project): Places | undefined {
  const session = helperPath(project, join(app.sourceDir, 'index'));
  if (session === undefined || answeringApp(project, session) !== app) return undefined;
  const module = join(dirname(session), `clerk-users${extname(session)}`);
  const route = WEBHOOK_ADDRESSES.map((address) => ({ address, path: routePath(app, address) })).find(
    ({ path, address }) => isOurs(path, WEBHOOK_HEADER) && (existsSync(path) || !project.hasOwnRoute(address)),
  );
  if (!route || !isOurs(module, USERS_HEADER) || !mayChange(project, module) || !mayChange(project, route.path))
    return undefined;
  const events = module.replace(/(\.[jt]s)$/, '-events$1');
  if (existsSync(events) && !existsSync(module)) return undefined; // a file of the app's own
  return { module, events, route: route.path, address: route.address };
}

const routePath = ({ sourceDir, routers, language }: App, address: string): string =>
  routers.includes('app')
    ? join(sourceDir, 'app', `${address}/route.${language}`)
    : join(sourceDir, 'pages', `${address}.${language}`);

/** Whether nothing stands there, or what an earlier run has written. */
const isOurs = (path: string, header: string): boolean =>
  !existsSync(path) || readFileSync(path, 'utf8').startsWith(header);

/** Why no code can write a row of the table by what Clerk knows. */
function whyNot({ table }: FoundStore, ids: 'external' | 'clerk'): string | undefined {
  if (table.unfilled.length > 0) return `a row needs ${table.unfilled.join(', ')} as well`;
  if (ids === 'clerk' && table.id !== 'clerk') return 'the database makes the ids, and none of them is Clerk’s';
  if (table.id !== 'clerk' && !table.columns.has('email'))
    return 'the database makes the ids, and without an address no row is found again';
  return table.columns.size === 0 ? 'the table has none of the columns that Auth.js filled' : undefined;
}

function toDo(
  { module, route, address }: Places,
  onDelete: 'delete' | readonly string[],
  sync: Sync,
  hearsSignIns: boolean,
  /** Whether ids are the database's own. */
  own: boolean,
  project: Project,
): FollowUp {
  const writes = `${displayPath(project, module)} gives people who sign in through Clerk their row`;
  if (sync === 'on-demand')
    return {
      rule: RULE,
      title: 'New users get their row at the first request',
      detail: `${writes}. getUserId() and getSession() of the generated session module do that by its ensureUser(); where code needs the row and asks neither, call ensureUser(userId) there, with the id that auth() gives.`,
    };
  const deleted =
    onDelete === 'delete'
      ? 'The row goes when the person is deleted in Clerk.'
      : `The row stays when the person is deleted in Clerk: ${onDelete.join(', ')} may refer to it; decide what becomes of them.`;
  return {
    rule: RULE,
    title: 'Tell Clerk of the webhook that writes users’ rows',
    detail: `${writes}; ${displayPath(project, route)} calls it. In the Clerk Dashboard, Webhooks, add the endpoint <your address>${address} with ${[...WEBHOOK_EVENTS, ...(hearsSignIns ? ['session.created'] : [])].join(', ')}, and set CLERK_WEBHOOK_SIGNING_SECRET to its signing secret. ${deleted} A name or picture that the person changes at Clerk goes into the row: where the app has a form for them of its own, take the column out of profileOf(). ${sync === 'both' ? 'A request may come before the webhook: getUserId() and getSession() write the row at once.' : 'A request may come before the webhook: ensureUser(userId), with the id that auth() gives, writes the row at once; `--sync both` has getUserId() and getSession() call it.'}${own && sync !== 'both' ? ' The database makes the ids, and Clerk has a new one as externalId: for up to a minute the session token does not know it yet, and ensureUser(userId) does.' : ''}`,
  };
}

function byHand(config: AuthConfig, why: string): FollowUp {
  return {
    rule: RULE,
    title: 'New users need a row',
    detail: `The adapter (${config.adapter}) wrote a user’s row at the first sign-in, and nothing does now. ${why}. Write it from a webhook of Clerk’s (user.created, user.updated), by: ${sqlFor(config.adapter!)}. Keep the tables that foreign keys point at.`,
  };
}
