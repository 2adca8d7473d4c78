import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { clientModule, readClientModule, type ClientModule } from '../clerk/generated/client-module.js';
import {
  AUTHJS_ENDPOINT,
  ENDPOINT,
  sessionEndpoint,
  type SessionEndpoint,
} from '../clerk/generated/session-endpoint.js';
import { givesSession, type ClientHelper } from '../clerk/helpers.js';
import type { PlannedFile } from '../ledger.js';
import type { App, Project } from '../project/index.js';
import type { ScannedFile } from '../scan/sites.js';
import { houseStyle, inStyle } from '../steps/house-style.js';
import { nextConfigIn } from '../project/locate.js';
import { styleSamples } from './middleware-files.js';

/** The client's part stands beside the server's, under its name and this. */
export const CLIENT = '-client';

export const clientPath = (path: string): string => path.replace(/(\.[jt]s)$/, `${CLIENT}$1`);

/** Whether a generated module is the part that runs in the browser. */
export const isClientPart = (path: string): boolean => path.replace(/\.[jt]s$/, '').endsWith(CLIENT);

/** Whether a file is the client's part of an earlier run. */
export const isClientModule = (path: string): boolean =>
  existsSync(path) && readClientModule(readFileSync(path, 'utf8')) !== undefined;

/** The app whose routes answer for a generated module; undefined where the module is no app's own, or has no server. */
export function answeringApp(project: Project, module: string): App | undefined {
  const app = project.appOf(module);
  return app && app.routers.length > 0 && project.packageOf(module)?.dir === app.package.dir && mayHaveRoute(app)
    ? app
    : undefined;
}

/** An export has no routes, and other files than those of `pageExtensions` are none. */
function mayHaveRoute({ dir, language }: App): boolean {
  const config = nextConfigIn(dir);
  const extensions = /\bpageExtensions\s*:\s*\[([^\]]*)\]/.exec(config)?.[1];
  const isExport = /\boutput\s*:\s*['"]export['"]/.test(config);
  return !isExport && (extensions === undefined || new RegExp(`['"]${language}['"]`).test(extensions));
}

/** Where the route stands: an app with both routers has it in the App Router. */
export function endpointPath({ sourceDir, routers, language }: App, address = ENDPOINT): string {
  return routers.includes('app')
    ? join(sourceDir, 'app', `${address}/route.${language}`)
    : join(sourceDir, 'pages', `${address}.${language}`);
}

/** Where the app answers in the place of Auth.js's own route; undefined where something of its own stands there. */
export function sessionRoutePath(app: App): string | undefined {
  const path = endpointPath(app, AUTHJS_ENDPOINT);
  return existsSync(path) ? undefined : path;
}

export const endpointForm = ({ routers }: App): 'app' | 'pages' => (routers.includes('app') ? 'app' : 'pages');

/**
 * The client's part, with all that an earlier run has put there, and the route that it asks.
 * @param filled what the hook reads, unless an earlier run has decided that
 */
export function clientFiles(
  server: string,
  wanted: readonly ClientHelper[],
  { hook, own, secrets = [] }: Pick<ClientModule, 'hook' | 'own' | 'secrets'>,
  project: Project,
  found: ReadonlyMap<string, ScannedFile>,
): PlannedFile[] {
  const path = clientPath(server);
  const before = existsSync(path) ? readFileSync(path, 'utf8') : null;
  const earlier = before === null ? undefined : readClientModule(before);
  const asks = wanted.some((each) => givesSession(each) && (hook === 'endpoint' || each === 'getBrowserSession'));
  const app = asks ? answeringApp(project, server) : undefined;
  const route = app && endpointFile(app, server, secrets, project, found);
  const others = route ? [route] : [];
  if (before !== null && (!earlier || wanted.every((helper) => earlier.helpers.has(helper))))
    return [{ path, before, after: before }, ...others];
  const text = clientModule({
    helpers: new Set([...(earlier?.helpers ?? []), ...wanted]),
    typescript: path.endsWith('.ts'),
    types: `./${basename(server).replace(/\.[jt]s$/, '')}`,
    hasBasePath: app !== undefined && /\bbasePath\s*[:,]/.test(nextConfigIn(app.dir)),
    hook: earlier?.helpers.has('useSession') ? earlier.hook : hook,
    own: earlier?.helpers.has('useSession') ? earlier.own : own,
    secrets: earlier?.secrets?.length ? earlier.secrets : secrets,
  });
  const samples = before === null ? styleSamples(project, [...found.values()], path) : [before];
  return [{ path, before, after: inStyle(text, houseStyle(samples)) }, ...others];
}

/** The route at Auth.js's own address, which answers as Auth.js's did. */
export function sessionRouteFile(
  server: string,
  style: 'v4' | 'v5',
  secrets: readonly string[],
  project: Project,
  found: ReadonlyMap<string, ScannedFile>,
): PlannedFile[] {
  const app = answeringApp(project, server);
  const path = app && sessionRoutePath(app);
  if (!app || path === undefined) return [];
  const reader = 'code that asks for it by this address';
  return [routeFile(app, path, { server, reader, nobody: style === 'v4' ? '{}' : 'null', secrets }, project, found)];
}

function endpointFile(
  app: App,
  server: string,
  secrets: readonly string[],
  project: Project,
  found: ReadonlyMap<string, ScannedFile>,
): PlannedFile {
  const path = endpointPath(app);
  const before = existsSync(path) ? readFileSync(path, 'utf8') : null;
  if (before !== null) return { path, before, after: before };
  const reader = project.specifierFor(clientPath(server), path);
  return routeFile(app, path, { server, reader, nobody: 'null', secrets }, project, found);
}

function routeFile(
  app: App,
  path: string,
  { server, ...answer }: { server: string } & Pick<SessionEndpoint, 'reader' | 'nobody' | 'secrets'>,
  project: Project,
  found: ReadonlyMap<string, ScannedFile>,
): PlannedFile {
  const text = sessionEndpoint({
    router: endpointForm(app),
    typescript: app.language === 'ts',
    module: project.specifierFor(server, path),
    ...answer,
  });
  return { path, before: null, after: inStyle(text, houseStyle(styleSamples(project, [...found.values()], path))) };
}
