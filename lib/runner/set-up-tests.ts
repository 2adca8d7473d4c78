import { basename, dirname } from 'node:path';
import { TEST_FILE } from '../authjs/runtime.js';
import { testsOfSetUp, type GoneModule } from '../flow/set-up-tests.js';
import type { FollowUp } from '../ledger.js';
import type { Project } from '../project/index.js';
import { loadedStringsOf } from '../scan/import-index.js';
import type { Scan } from '../scan/scan.js';
import { isTestCode, type ScannedFile } from '../scan/sites.js';
import { isAuthRoute } from '../source/auth-module.js';
import type { TestCut } from '../source/context.js';
import type { SourceFile } from '../source/source-file.js';
import type { ChainFile } from './chain.js';
import type { ChainState } from './chain-state.js';
import { displayPath } from './paths.js';
import { plainFile } from './plain-file.js';
import { ANY_SITE } from './set-up-code.js';
import { SetUpExports } from './set-up-exports.js';

/** What goes with the set-up: exports that only it uses, and the tests of what goes. */
export interface SetUpParts {
  readonly exports: SetUpExports;
  /** By the path of the test. */
  readonly cuts: ReadonlyMap<string, TestCut>;
  /** Files that go together or not at all. */
  readonly links: readonly (readonly [string, string])[];
}

/**
 * Works out which parts go if the set-up does: a test holds one only where it can't be taken out cleanly.
 * @param goes whether the set-up may go at all in this run
 */
export function setUpParts(state: ChainState, goes: boolean): SetUpParts {
  const isCandidate = (file: SourceFile) => goes && isTest(file.scanned, state.project) && !isUsed(file.path, state);
  const tests = state.files.filter(isCandidate);
  for (let candidates = tests; ;) {
    const exports = new SetUpExports(state, new Set(candidates.map(({ path }) => path)));
    const gone = new GoneModules(state.project, exports);
    const cuts = new Map<string, TestCut>();
    const links = [...exports.links()];
    for (const file of candidates) {
      const cut = testsOfSetUp(file, {
        goneFrom: (source) => gone.seenFrom(file.path, source),
        isOwnCode: (source) => isOwnCode(state.project.resolve(source, file.path), state),
      });
      if (cut) cuts.set(file.path, cut);
      for (const target of gone.targetsOf(file.path)) links.push([target, file.path]);
    }
    if (cuts.size === candidates.length) {
      for (const [path, { statements }] of cuts) if (statements.length === 0) cuts.delete(path);
      return { exports, cuts, links };
    }
    candidates = candidates.filter(({ path }) => cuts.has(path));
  }
}

/** Tests without a site of their own that load a file with a part of the set-up. */
export function testsOfParts(files: readonly ChainFile[], project: Project, found: Scan): ScannedFile[] {
  const known = new Set(files.map(({ path }) => path));
  const parts = files.filter(({ opened }) => opened && mayGoInPart(opened));
  const tests = new Map<string, ScannedFile>();
  for (const { path } of parts)
    for (const importer of found.importersOf(path))
      if (!known.has(importer.path) && project.isTargeted(importer.path) && isTest(importer, project))
        tests.set(importer.path, plainFile(importer.path, importer.text));
  return [...tests.values()];
}

/** Whether an export of a file may go with the set-up: one of a file that names nothing but a variable, say, never does. */
const mayGoInPart = ({ path, scanned, entries }: SourceFile): boolean => {
  const open = entries.filter(({ settlement }) => !settlement);
  const holdsMore = isAuthRoute(path) || scanned.passes.size + scanned.made.size > 0;
  return open.length > 0 && (holdsMore || open.some(({ site }) => ANY_SITE(site)));
};

/** Whether a file besides tests loads a module, as the run leaves it. */
export const isLoaded = (source: string, files: readonly ChainFile[], project: Project): boolean =>
  files.some(
    (file) => file.after !== null && !isTest(file.scanned, project) && loadedStringsOf(file.after).includes(source),
  );

/** Says which tests went. */
export function testNotes(project: Project, chain: readonly ChainFile[]): FollowUp[] {
  const names = chain.flatMap(({ path, surroundings: { testCut }, error }) => {
    if (!testCut || error !== undefined) return [];
    const { isWhole, gone, tests } = testCut;
    return `${displayPath(project, path)}${isWhole ? '' : ` (${gone} of ${tests})`}`;
  });
  if (names.length === 0) return [];
  return [
    {
      rule: 'auth-config-test',
      title: 'Tests of the Auth.js set-up went with it',
      detail: `These tests tested parts of the Auth.js set-up, and went with them: ${names.join(', ')}.`,
    },
  ];
}

const isTest = (file: { path: string; text: string }, project: Project): boolean =>
  isTestCode(file) || TEST_FILE.test(displayPath(project, file.path));

/** Whether another file takes something of a test, which is more than a test then. */
const isUsed = (path: string, { found }: ChainState): boolean => found.importersOf(path).length > 0;

const isOwnCode = (path: string | undefined, { project, found }: ChainState): boolean =>
  path !== undefined && !isTest({ path, text: found.textOf(path) ?? '' }, project);

/** What the tests' module strings lead to. */
class GoneModules {
  readonly #known = new Map<string, ReturnType<SetUpExports['goneFrom']>>();
  readonly #targets = new Map<string, Set<string>>();

  constructor(
    private readonly project: Project,
    private readonly exports: SetUpExports,
  ) {}

  seenFrom(test: string, source: string): GoneModule | undefined {
    const target = source === '' ? undefined : this.project.resolve(source, test);
    if (target === undefined) return undefined;
    const gone = this.#known.get(target) ?? this.exports.goneFrom(target);
    this.#known.set(target, gone);
    if (gone.names.size + gone.inPart.size === 0 && !gone.isAll) return undefined;
    this.#targets.set(test, (this.#targets.get(test) ?? new Set()).add(target));
    return { ...gone, path: target, isNamed: isNamedFor(test, target) };
  }

  targetsOf(test: string): Iterable<string> {
    return this.#targets.get(test) ?? [];
  }
}

/** Names that say nothing without their folder's. */
const COMMON = /^(?:index|route|page|utils?|helpers?|types|config|server|client)$/;

/** `auth/adapter.spec.ts`, `auth/__tests__/adapter.test.ts` for `auth/adapter.ts`. */
function isNamedFor(test: string, path: string): boolean {
  const plain = (file: string) => basename(file).split('.')[0]!.replace(/[-_]/g, '').toLowerCase();
  if (plain(test) !== plain(path)) return false;
  return !COMMON.test(plain(path)) || dirname(test).replace(/[\\/](?:__tests__|tests?|specs?)$/, '') === dirname(path);
}
