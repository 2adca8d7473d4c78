import { existsSync, lstatSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { withOwnNames, type Augmentation } from '../authjs/augmentation.js';
import { requiresId } from '../authjs/session-fields.js';
import type { ClientModule } from '../clerk/generated/client-module.js';
import { readSessionModule, sessionModule, type SessionModule } from '../clerk/generated/session-module.js';
import { readTestModule, testModule, type TestRunner } from '../clerk/generated/test-module.js';
import { claimIn, givesSession, isClientHelper, isMockHelper, type MockHelper } from '../clerk/helpers.js';
import type { PlannedFile } from '../ledger.js';
import type { App, Package, Project } from '../project/index.js';
import { mocksAuthjs, type ScannedFile } from '../scan/sites.js';
import type { Helper } from '../source/context.js';
import { houseStyle, inStyle } from '../steps/house-style.js';
import { CLIENT, clientFiles, isClientModule, sessionRouteFile } from './client-files.js';
import { styleSamples } from './middleware-files.js';

/** One name that a file imports from a generated module. */
export interface HelperNeed {
  readonly path: string;
  readonly helper: Helper;
  /** How it asks Clerk; undefined for a type, which asks nothing. */
  readonly form: 'app' | 'pages' | undefined;
}

/** The generated module's name; the second where the first is a module of the app's own. */
const NAMES = ['clerk-session', 'clerk-auth'];

/** The part for tests, as transforms/test-mocks.ts names it in their imports. */
export const mockPath = (path: string): string => path.replace(/(\.[jt]s)$/, '.mock$1');

/** Where the module stands by the folder that it is for: it is asked of every file, and the disk answers once. */
const places = new WeakMap<Project, Map<string, string | undefined>>();

/** One module a package: beside the app's own library code, in the language of the package. */
export function helperPath(project: Project, from: string): string | undefined {
  const owner = project.packageOf(from);
  const app = project.apps.find(({ dir }) => dir === owner?.dir) ?? (owner ? undefined : project.appOf(from));
  const base = app?.sourceDir ?? owner?.dir;
  if (base === undefined) return undefined;
  const known = places.get(project) ?? new Map<string, string | undefined>();
  places.set(project, known);
  const key = `${app === undefined ? 'package' : 'app'} ${base}`;
  if (!known.has(key)) known.set(key, placeIn(base, project, app, owner));
  return known.get(key);
}

function placeIn(base: string, project: Project, app: App | undefined, owner: Package | undefined): string | undefined {
  const folders = app
    ? [join(base, 'lib'), join(app.dir, 'lib'), join(base, 'utils')]
    : [join(base, 'src', 'lib'), join(base, 'src'), join(base, 'lib')];
  const folder = folders.find(isRealFolder) ?? (app ? join(base, 'lib') : base);
  // What a link leads to is not this repository's to write into.
  if (existsSync(folder) && !isRealFolder(folder)) return undefined;
  const typescript = app ? app.language === 'ts' : isTypescript(owner!.dir, project);
  const extension = typescript ? 'ts' : 'js';
  const name = NAMES.find((each) => isFree(join(folder, each), extension));
  return name === undefined ? undefined : join(folder, `${name}.${extension}`);
}

/** A package may leave its tsconfig.json to the repository's root. */
const isTypescript = (dir: string, { sourceFiles }: Project): boolean =>
  existsSync(join(dir, 'tsconfig.json')) ||
  sourceFiles.some((file) => file.startsWith(join(dir, sep)) && /\.[cm]?tsx?$/.test(file));

const isRealFolder = (path: string): boolean => lstatSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;

/** Whether no module of the app's own answers to the name, with whatever extension. */
function isFree(stem: string, extension: string): boolean {
  const path = `${stem}.${extension}`;
  if (existsSync(path)) return readSessionModule(readFileSync(path, 'utf8')) !== undefined;
  if (isClientModule(`${stem}${CLIENT}.${extension}`)) return true;
  return !['', '.ts', '.tsx', '.js', '.jsx', '.mjs'].some(
    (end) => existsSync(`${stem}${end}`) || existsSync(`${stem}${CLIENT}${end}`),
  );
}

interface Wanted {
  readonly helpers: Set<Helper>;
  readonly forms: Set<'app' | 'pages'>;
}

/** What a generated module asks of the app's own code. */
type Filled = Pick<SessionModule, 'callbacks' | 'own' | 'users'> & Pick<ClientModule, 'secrets'>;

/** The generated modules that the rewritten files import, each with all that an earlier run has put there. */
export function planHelpers(
  project: Project,
  found: ReadonlyMap<string, ScannedFile>,
  needs: readonly HelperNeed[],
  filledBy: (path: string) => Filled,
): PlannedFile[] {
  const modules = new Map<string, Wanted>();
  for (const { path, helper, form } of needs) {
    const wanted = modules.get(path) ?? { helpers: new Set(), forms: new Set() };
    wanted.helpers.add(helper);
    if (form !== undefined) wanted.forms.add(form);
    modules.set(path, wanted);
  }
  const mocks = [...modules].flatMap(([path, { helpers }]) => {
    const wanted = [...helpers].filter(isMockHelper);
    for (const helper of wanted) helpers.delete(helper);
    return wanted.length > 0 ? [mockFile(path, wanted, project, found)] : [];
  });
  const clients = [...modules].flatMap(([path, { helpers }]) => {
    const wanted = [...helpers].filter(isClientHelper);
    for (const helper of wanted) helpers.delete(helper);
    if (wanted.some(givesSession) && path.endsWith('.ts')) helpers.add('Session');
    const { callbacks, own, secrets } = filledBy(path);
    const hook = callbacks ? 'endpoint' : 'profile';
    return wanted.length > 0 ? clientFiles(path, wanted, { hook, own, secrets }, project, found) : [];
  });
  const routes = [...modules].flatMap(([path, { helpers }]) =>
    helpers.delete('sessionRoute')
      ? sessionRouteFile(path, authjsStyleAt(path, project), filledBy(path).secrets ?? [], project, found)
      : [],
  );
  // Only TypeScript has something to say of a claim.
  for (const [path, { helpers }] of modules)
    if (path.endsWith('.js')) for (const each of helpers) if (claimIn(each) !== undefined) helpers.delete(each);
  return [
    ...mocks,
    ...clients,
    ...routes,
    ...[...modules]
      .filter(([, { helpers }]) => helpers.size > 0)
      .map(([path, wanted]) => serverFile(path, wanted, project, found, filledBy)),
  ];
}

/** The part for tests, for the runner of those that need it. */
function mockFile(
  server: string,
  wanted: readonly MockHelper[],
  project: Project,
  found: ReadonlyMap<string, ScannedFile>,
): PlannedFile {
  const path = mockPath(server);
  const before = existsSync(path) ? readFileSync(path, 'utf8') : null;
  const earlier = before === null ? undefined : readTestModule(before);
  if (before !== null && (!earlier || wanted.every((helper) => earlier.helpers.has(helper))))
    return { path, before, after: before };
  const text = testModule({
    helpers: new Set([...(earlier?.helpers ?? []), ...wanted]),
    runner:
      earlier?.runner ??
      runnerOf([...found.values()].filter(mocksAuthjs).filter((file) => helperPath(project, file.path) === server)),
    typescript: path.endsWith('.ts'),
  });
  const samples = before === null ? styleSamples(project, [...found.values()], path) : [before];
  return { path, before, after: inStyle(text, houseStyle(samples)) };
}

/** Which runner's functions mock Auth.js in the files. */
function runnerOf(files: readonly ScannedFile[]): TestRunner {
  if (files.some(({ text }) => /\bvi\.mock\(/.test(text))) return 'vitest';
  return files.some(({ text }) => text.includes('@jest/globals')) ? 'jest_globals' : 'jest';
}

function serverFile(
  path: string,
  { helpers, forms }: Wanted,
  project: Project,
  found: ReadonlyMap<string, ScannedFile>,
  filledBy: (path: string) => Filled,
): PlannedFile {
  const before = existsSync(path) ? readFileSync(path, 'utf8') : null;
  const earlier = before === null ? undefined : readSessionModule(before);
  // What the app's own types added stands there already, and nowhere else any more.
  if (earlier && isWithin(helpers, earlier.helpers) && isWithin(forms, earlier.forms))
    return { path, before, after: before };
  const app = project.appOf(path);
  const style = authjsStyleAt(path, project);
  const filled = filledBy(path);
  const text = sessionModule({
    helpers: new Set([...(earlier?.helpers ?? []), ...helpers]),
    forms: new Set([...(earlier?.forms ?? []), ...forms]),
    typescript: path.endsWith('.ts'),
    style,
    requiresId: requiresId(style, app?.authjs?.version),
    augmentation: augmentationFor(path, project, found),
    callbacks: earlier?.callbacks ?? filled.callbacks,
    own: earlier?.own ?? filled.own,
    users: earlier?.users ?? filled.users,
    earlier: earlier?.earlier,
  });
  const samples = before === null ? styleSamples(project, [...found.values()], path) : [before];
  return { path, before, after: inStyle(text, houseStyle(samples)) };
}

/** How the app that a file belongs to uses Auth.js; a package that several share, as they all do. */
export function authjsStyleAt(path: string, project: Project): 'v4' | 'v5' {
  const app = project.appOf(path);
  const apps = app ? [app] : project.apps.filter(({ authjsStyle }) => authjsStyle !== undefined);
  return apps.length > 0 && apps.every(({ authjsStyle }) => authjsStyle === 'v5') ? 'v5' : 'v4';
}

const isWithin = <T>(part: ReadonlySet<T>, whole: ReadonlySet<T>): boolean =>
  [...part].every((each) => whole.has(each));

/** All that the app's files add to Auth.js's types, with imports as the generated module has to write them. */
export function augmentationFor(path: string, project: Project, found: ReadonlyMap<string, ScannedFile>): Augmentation {
  const app = project.appOf(path);
  const parts = [...found.values()].flatMap(({ path: from, augmentation }) =>
    augmentation && [undefined, app].includes(project.appOf(from))
      ? [{ path: from, augmentation: withOwnNames(augmentation) }]
      : [],
  );
  return {
    interfaces: parts.flatMap(({ augmentation }) => augmentation.interfaces),
    local: byName(
      parts.flatMap(({ augmentation }) => augmentation.local.filter(({ isExported }) => !isExported)),
      ({ name }) => name,
    ),
    imports: byName(
      parts.flatMap(({ path: from, augmentation }) => [
        ...augmentation.imports.map((each) => {
          const target = namesDependency(each.source, path, project) ? undefined : project.resolve(each.source, from);
          return target === undefined ? each : { ...each, source: project.specifierFor(target, path) };
        }),
        // What the file exports stays there.
        ...augmentation.local
          .filter(({ isExported }) => isExported)
          .map(({ name }) => ({ local: name, imported: name, source: project.specifierFor(from, path) })),
      ]),
      ({ local }) => local,
    ),
  };
}

/** Whether an import names a package that the file's own manifest asks for: it stays as it is. */
function namesDependency(source: string, path: string, project: Project): boolean {
  const name = source.split('/', source.startsWith('@') ? 2 : 1).join('/');
  return project.packageOf(path)?.dependencies.has(name) ?? false;
}

/** The first of each name: several files may import one type. */
const byName = <T>(list: readonly T[], nameOf: (each: T) => string): T[] =>
  [...new Map(list.toReversed().map((each) => [nameOf(each), each])).values()].toReversed();
