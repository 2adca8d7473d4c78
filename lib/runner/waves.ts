import { OWN, type Origin } from '../authjs/modules.js';
import { isGetToken } from '../authjs/session-calls.js';
import { TEST_FILE } from '../authjs/runtime.js';
import type { Project } from '../project/index.js';
import type { Scan } from '../scan/scan.js';
import { isTestCode, mocksAuthjs, type ScannedFile } from '../scan/sites.js';
import { isAuthRoute } from '../source/auth-module.js';
import { isTypedByApp } from '../source/left-types.js';
import type { OwnWrappers, TestCut } from '../source/context.js';
import type { Transform } from '../source/transform.js';
import { ACTIONS, LAST } from '../../transforms/index.js';
import { transform as ENV_SCHEMA } from '../../transforms/env-schema.js';
import { transform as OWN_MOCKS } from '../../transforms/own-mocks.js';
import { transform as WRAPPERS } from '../../transforms/own-wrapper.js';
import { transform as SESSIONS } from '../../transforms/server-session.js';
import { transform as CALLBACKS } from '../../transforms/session-callbacks.js';
import { transform as TYPES } from '../../transforms/session-types.js';
import type { FieldMappings } from '../clerk/field-mappings.js';
import type { AppLinks } from './app-links.js';
import { ChainFile, mayNeedRuntime } from './chain.js';
import { stateOf } from './chain-state.js';
import { TestedCode } from './code-under-test.js';
import type { Contexts } from './context.js';
import { declaresEnv, finishSchemas } from './env-schemas.js';
import { Groups } from './groups.js';
import type { Preferences } from './preferences.js';
import { setUpProperties, type SetUpProperties } from './set-up-properties.js';
import { isLoaded, setUpParts, testsOfParts } from './set-up-tests.js';
import { stillTaken } from './still-taken.js';
import type { Progress } from './progress.js';

export interface PlanOptions {
  /** The transforms to run, in the order of the chain. */
  readonly transforms: readonly Transform[];
  /** Only some of the chain were asked for. */
  readonly isPartial: boolean;
  readonly todo: boolean;
  /** Whether sessions may come from a generated module where they are handed on; true unless said otherwise. */
  readonly bridge?: boolean;
  readonly preferences?: Preferences;
  /** Fields of the app's own whose place in Clerk a config names. */
  readonly fields?: FieldMappings | undefined;
  readonly progress?: Progress | undefined;
}

/** Takes every file through the chain; what sets Auth.js up waits until it is known whether code still needs it. */
export function runChain(
  project: Project,
  found: Scan,
  contexts: Contexts,
  links: AppLinks,
  { transforms, isPartial, todo, progress }: PlanOptions,
): ChainFile[] {
  const targeted = [...found.files.values()].filter(({ path }) => project.isTargeted(path));
  const groups = groupsOf(found.files, project);
  const settings = { todo, onlyOne: isPartial };
  const isLate = (transform: Transform) => [LAST, CALLBACKS, WRAPPERS, OWN_MOCKS, ENV_SCHEMA].includes(transform);
  // Types wait until it is known what goes with the set-up.
  const first = transforms.filter((transform) => !isLate(transform) && transform !== ACTIONS && transform !== TYPES);
  let tested: TestedCode | undefined;
  let opened = 0;
  let files: ChainFile[] = [];
  let properties: SetUpProperties = new Map();
  const open = (scanned: ScannedFile, testCut?: TestCut) => {
    // A file may be opened a second time.
    progress?.('Rewriting', Math.min((opened += 1), targeted.length), targeted.length);
    const surroundings = contexts.of(scanned.path);
    surroundings.setUpProperties = properties.get(scanned.path) ?? [];
    if (tested && mocksAuthjs(scanned)) surroundings.codeUnderTest = tested.of(scanned.path);
    if (scanned.sites.some((site) => site.kind === 'address' || (site.kind === 'use' && asksByRequest(site.origin))))
      surroundings.runsInMiddleware = links.isLoadedByMiddleware(scanned.path);
    surroundings.testCut = testCut;
    if (testCut) surroundings.isStillLoaded = (source) => isLoaded(source, files, project);
    const file = new ChainFile(scanned, surroundings);
    // What goes of a test goes before anything in it is looked at.
    file.apply(testCut ? [LAST, ...first] : first);
    return file;
  };
  const waits = (file: ChainFile) => waitsForSetUp(file) || declaresEnv(file);
  const waitsForSetUp = (file: ChainFile) =>
    cuts.has(file.path) ||
    file.holdsSetUp ||
    file.passesSetUpOn ||
    contexts.sessions.holdsCallbacks(file.path) ||
    file.ownWrappers !== undefined ||
    file.follows ||
    file.holdsOwnMocks;
  // A test follows the code that it tests.
  const code = targeted.filter((scanned) => !mocksAuthjs(scanned)).map((scanned) => open(scanned));
  const outside = [...found.files.values()].filter(({ path }) => !project.isTargeted(path));
  const tests = targeted.filter(mocksAuthjs);
  const pathsOf = (list: readonly ScannedFile[]) => list.map(({ path }) => path);
  if (tests.length > 0) tested = new TestedCode(project, links, code, outside, pathsOf(tests));
  files = [...code, ...tests.map((scanned) => open(scanned))];
  const isCutting = transforms.includes(LAST);
  if (isCutting) files.push(...testsOfParts(files, project, found).map((scanned) => open(scanned)));
  const reopen = (scanned: ScannedFile, testCut?: TestCut) => {
    const file = typed(open(scanned, testCut));
    settleActions(file);
    return file;
  };
  // All other transforms have run.
  if (isCutting) properties = setUpProperties(stateOf(files, project, found, contexts));
  for (const file of files) file.surroundings.setUpProperties = properties.get(file.path) ?? [];
  for (const path of properties.keys()) groups.join(path, [...properties.keys()][0]!);
  const { exports: setUp, cuts, links: joint } = setUpParts(stateOf(files, project, found, contexts), isCutting);
  const typed = (file: ChainFile) => {
    file.surroundings.setUpExports = setUp.of(file.path);
    file.apply(transforms.filter((transform) => transform === TYPES));
    return file;
  };
  files.forEach(typed);
  for (const [part, user] of joint) groups.join(part, user);
  // A file that fails stays as it was, with its calls: so the callers are finished before what they call goes.
  for (const file of files) if (!waits(file) && !file.holdsActions) file.finish(settings);
  const called = actionsCalled(files, found, project);
  const settleActions = (file: ChainFile) => {
    if (!file.holdsActions) return;
    file.surroundings.actionsInUse = found.isTakenWhole(file.path) ? undefined : (called.get(file.path) ?? new Set());
    file.surroundings.isImportedElsewhere = found.isImportedOtherwise(file.path);
    file.apply(transforms.filter((transform) => transform === ACTIONS));
    if (!waits(file)) file.finish(settings);
  };
  files.forEach(settleActions);
  tellTakers(files, project, found, contexts);
  // A barrel of nothing but what others still take has nothing to wait for.
  for (const file of files) if (!waits(file)) file.finish(settings);
  tellWrappers(files, groups);
  const needing = files.filter((file) => file.needsRuntime && !cuts.get(file.path)?.isWhole);
  const busy = new Set(needing.map(({ path }) => groups.of(path)));
  for (const file of files) if (file.keepsSetUp) busy.add(groups.of(file.path));
  for (const scanned of outside) if (mayNeedRuntime(scanned)) busy.add(groups.of(scanned.path));
  const reading = new Set([
    ...files.filter((file) => !waits(file) && file.readsTypes).map(({ path }) => groups.of(path)),
    ...outside.filter(mayReadTypes).map(({ path }) => groups.of(path)),
  ]);
  for (;;) {
    const failed: string[] = [];
    const needs = files.map(({ surroundings }) => surroundings.needs);
    const isBusy = ({ path }: ChainFile) => busy.has(groups.of(path));
    const tests = files.filter((file) => cuts.has(file.path) && !isBusy(file));
    const late = files.filter((file) => waitsForSetUp(file) && !tests.includes(file));
    const followers = new Set(late.filter((file) => file.follows));
    // Callers of the app's own `auth` come when it is known what became of that, tests of the set-up when it is gone.
    for (const part of [late.filter((file) => !followers.has(file)), [...followers], tests]) {
      tellWrappers(files, groups);
      if (part.some((file) => followers.has(file))) contexts.ownAuth.settle(files.flatMap((file) => file.yields));
      for (const each of part) {
        const file = part === tests ? reopen(each.scanned, cuts.get(each.path)) : each;
        if (file !== each) files[files.indexOf(each)] = file;
        const isCalled = contexts.sessions.isCalled(file.path, needs, contexts.ownAuth.makers);
        // Of a file without callbacks it says that the app's live on, which stays true.
        if (!followers.has(file) || contexts.sessions.holdsCallbacks(file.path))
          file.surroundings.keepsCallbacks = isCalled;
        file.surroundings.runtimeNeeded = isBusy(file);
        file.surroundings.keepsTypes = !isBusy(file) && reading.has(groups.of(file.path));
        file.surroundings.isImportedElsewhere =
          (isCalled && file.surroundings.callbacksModule === undefined) ||
          contexts.ownAuth.wantedOf(file.path).size > 0 ||
          (!isLoadedByTestsAlone(file.path, found) &&
            found.isImportedOtherwise(file.path) &&
            setUp.isStillImported(file.path));
        const again = file.surroundings.waitsForAuth ? transforms.filter((each) => each === SESSIONS) : [];
        // Once it is known that the set-up goes, its types stand in the way of none that stay.
        const types = file.surroundings.runtimeNeeded ? [] : transforms.filter((each) => each === TYPES);
        file.apply([...again, ...types, ...transforms.filter(isLate)]);
        file.finish(settings);
        if (file.error !== undefined && !file.surroundings.runtimeNeeded) failed.push(groups.of(file.path));
      }
    }
    if (failed.length === 0) {
      finishSchemas(files, found, project, transforms, settings);
      return files;
    }
    // A file that failed keeps its part of the set-up, and with it the group keeps all of it.
    for (const group of failed) busy.add(group);
    contexts.ownAuth.settle(undefined);
    const errors = new Map(files.flatMap((file) => (file.error === undefined ? [] : [[file.path, file] as const])));
    files = files.map(
      (file) =>
        errors.get(file.path) ?? (waitsForSetUp(file) && busy.has(groups.of(file.path)) ? reopen(file.scanned) : file),
    );
  }
}

const LEAST_FIRST: readonly OwnWrappers[] = ['authjs', 'clerk-beside-authjs', 'clerk'];

/** Tells each file whom the functions around `auth` ask that its group has. */
function tellWrappers(files: readonly ChainFile[], groups: Groups): void {
  const states = new Map<string, OwnWrappers[]>();
  for (const { path, ownWrappers = [] } of files)
    states.set(groups.of(path), [...(states.get(groups.of(path)) ?? []), ownWrappers].flat());
  for (const { path, surroundings } of files) {
    const own = states.get(groups.of(path)) ?? [];
    surroundings.ownWrappers = LEAST_FIRST.find((state) => own.includes(state)) ?? 'authjs';
  }
}

/** Tells each file which of its exports have to stay for code that still takes Auth.js through it. */
function tellTakers(chain: readonly ChainFile[], project: Project, found: Scan, contexts: Contexts): void {
  const taken = stillTaken(stateOf(chain, project, found, contexts));
  for (const { path, surroundings } of chain) surroundings.stillTaken = taken.get(path) ?? new Set();
}

/** The Server Actions that code outside of Clerk's forms and buttons still calls, by the file that exports them. */
function actionsCalled(files: readonly ChainFile[], found: Scan, project: Project): Map<string, Set<string>> {
  const outside = [...found.files.values()].filter(({ path }) => !project.isTargeted(path));
  const untouched = outside.flatMap(({ sites }) =>
    sites.flatMap((site) =>
      site.kind === 'module' && site.target !== undefined
        ? site.names.map((name) => ({ path: site.target!, name }))
        : [],
    ),
  );
  const called = new Map<string, Set<string>>();
  for (const { path, name } of [...files.flatMap((file) => file.actionsCalled), ...untouched])
    called.set(path, (called.get(path) ?? new Set<string>()).add(name));
  return called;
}

/** Whether nothing but tests loads Auth.js's route besides Next: what they test is gone with it, and an empty route is none. */
function isLoadedByTestsAlone(path: string, found: Scan): boolean {
  const isTest = (file: { path: string; text: string }) => isTestCode(file) || TEST_FILE.test(file.path);
  return isAuthRoute(path) && found.importersOf(path).every(isTest);
}

/** Files that hang together: those of an app, and whatever shares a module of Auth.js's values with them. */
function groupsOf(files: ReadonlyMap<string, ScannedFile>, project: Project): Groups {
  const groups = new Groups();
  for (const { path, sites } of files.values()) {
    const app = project.appOf(path);
    if (app) groups.join(path, app.dir);
    for (const site of sites) if (site.kind === 'module' && site.target !== undefined) groups.join(path, site.target);
  }
  return groups;
}

/** Of a file that stays as it is: whether it reads Auth.js's sessions by the types that the app adds to them. */
const mayReadTypes = (file: ScannedFile): boolean =>
  !mocksAuthjs(file) &&
  !isTestCode(file) &&
  file.augmentation === undefined &&
  file.sites.some((site) => site.kind === 'use' && isTypedByApp(site.origin));

/** Whether it matters that a middleware loads the file: there Clerk answers by what the middleware is given alone. */
const asksByRequest = (origin: Origin): boolean =>
  isGetToken(origin) || (origin.module === OWN.instance && origin.name === 'auth');
