import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { CLERK_PACKAGE } from '../clerk/symbols.js';
import type { ClerkVariable } from '../clerk/variables.js';
import type { FollowUp, PlannedFile, ReportedFile } from '../ledger.js';
import type { App, Project } from '../project/index.js';
import type { Scan } from '../scan/scan.js';
import { editCatalogs } from '../steps/catalogs.js';
import { editManifest } from '../steps/manifests.js';
import { raiseInCatalogs } from '../steps/overrides.js';
import { isDotenv, isExample } from '../steps/env/files.js';
import { editVariables, variableSites } from '../steps/variables.js';
import type { ChainFile } from './chain.js';
import { Dependencies, importsClerk } from './dependencies.js';
import { endToEndNotes } from './end-to-end.js';
import { localEnv } from './env-local.js';
import type { FinalText } from './final-text.js';
import { catalogued, closing, emptied, unprovided } from './follow-ups.js';
import type { HelperNeed } from './helpers.js';
import { instanceFiles } from './instance-files.js';
import { middlewareFiles } from './middleware-files.js';
import { trackedAmong } from './git-copies.js';
import { nextConfigs } from './next-configs.js';
import { displayPath, mayChange, whyOutside } from './paths.js';
import type { SignInPages } from './sign-in-pages.js';
import { unusedHelpers } from './unused-helpers.js';
import { Variables } from './variables.js';
import { chosenNotes, raisesFor, versionNotes } from './version-notes.js';
import type { Raise, Versions } from './versions.js';

export interface StepsInput {
  readonly project: Project;
  readonly found: Scan;
  readonly chain: readonly ChainFile[];
  /** What the report says of the chain's files, by path. */
  readonly settled: ReadonlyMap<string, ReportedFile>;
  readonly helpers: readonly PlannedFile[];
  /** What the rewritten files ask of generated modules. */
  readonly needs: readonly HelperNeed[];
  readonly isPartial: boolean;
  readonly versions: Versions;
  /** Whether Next is raised within its major where Clerk needs that. */
  readonly bumpNext: boolean;
  readonly pages: SignInPages;
  /** What an app's environment needs of Clerk. */
  variablesOf(app: App): readonly ClerkVariable[];
  readonly routeMatcher: boolean;
}

interface Steps {
  readonly files: PlannedFile[];
  readonly reported: ReportedFile[];
  readonly followUps: FollowUp[];
  readonly sitesFound: number;
}

const PARTIAL = { rule: 'not-selected', message: 'changes when the whole chain runs' };

/** What is not source code: manifests, env and deployment files, files that Clerk needs and the app lacks. */
export function planSteps(input: StepsInput): Steps {
  const { project, isPartial, found, settled, versions } = input;
  const texts = finalTexts(input);
  const onClerk = project.apps.filter((app) =>
    texts.some((file) => (file.app === app || file.app === undefined) && importsClerk(file.text)),
  );
  const raises = isPartial || !project.isWhole ? [] : raisesFor(onClerk, versions, input.bumpNext);
  const planned = [
    ...input.chain.map(({ path, after, scanned }) => ({ path, before: scanned.text, after })),
    ...input.helpers,
  ];
  const helpers = isPartial ? new Set<string>() : unusedHelpers(found, planned);
  const dependencies = new Dependencies(project, found, settled, texts, versions, raises);
  const variables = new Variables({
    project,
    found,
    settled,
    texts,
    planned,
    variablesOf: (app) => input.variablesOf(app),
  });
  const tracked = trackedAmong(project.root, project.configFiles.filter(isDotenv));
  const files: PlannedFile[] = [];
  const reported: ReportedFile[] = [];
  const followUps: FollowUp[] = [];
  let sitesFound = 0;
  for (const path of project.configFiles) {
    const before = read(path);
    if (before === undefined) continue;
    const outside = mayChange(project, path) ? undefined : { rule: 'outside-path', message: whyOutside(project, path) };
    const isManifest = basename(path) === 'package.json';
    const settings = dependencies.settingsOf(path);
    const { text, sites } = isManifest
      ? // Code that imports Clerk needs it even where only a part of the chain ran.
        editManifest(before, {
          ...settings,
          helpers,
          ...(outside && { clerk: undefined }),
          frozen: outside ?? (isPartial ? PARTIAL : undefined),
        })
      : outside || isPartial
        ? { text: before, sites: variableSites(path, before, outside) }
        : editVariables(path, before, {
            whyKept: (name) => variables.whyKept(path, name),
            others: variables.others,
            // What is committed holds no secrets, or should not.
            clerk: !isDotenv(path) || isExample(path) || !tracked.has(path) ? variables.clerkIn(path) : [],
            keepsValues: isDotenv(path) && !tracked.has(path),
          });
    sitesFound += sites.length;
    files.push({ path, before, after: text });
    if (sites.length > 0)
      reported.push({ path: displayPath(project, path), status: 'unchanged', transforms: [], sites });
  }
  if (!isPartial && project.isWhole) {
    files.push(
      ...middlewareFiles(project, texts, (path) => found.isImportedOtherwise(path), input.routeMatcher, followUps),
      ...instanceFiles(input, followUps),
    );
    followUps.push(
      ...versionNotes(project, onClerk, versions, raises),
      ...unprovided(project, texts),
      ...emptied(project, input.chain),
    );
    const isLeft = reported.some(({ sites }) =>
      sites.some(({ rule, outcome }) => rule === 'dependency' && outcome === 'manual'),
    );
    for (const file of catalogFiles(project, files, raises)) {
      replaceOrAdd(files, file);
      if (basename(file.path) !== 'package.json')
        followUps.push(...catalogued(displayPath(project, file.path), file.after ?? '', isLeft));
    }
    followUps.push(...variables.followUps(), ...(variables.moved.length > 0 ? endToEndNotes(project, found) : []));
    if (input.chain.some((file) => file.after !== file.scanned.text)) {
      const gone = input.chain.flatMap(({ path, after }) => (after === null ? [path] : []));
      const edited = new Set(input.chain.map(({ path }) => path));
      files.push(
        ...input.pages.files(variables.moved, followUps),
        ...nextConfigs(project, (path) => found.textOf(path), gone, edited),
      );
      const given = variables.moved.flatMap((app) => input.variablesOf(app)).filter(({ value }) => value !== undefined);
      const local = localEnv(project, variables.moved, files, (app) => input.variablesOf(app));
      for (const file of local.files) replaceOrAdd(files, file);
      followUps.push(
        ...chosenNotes(project, variables.moved, versions),
        ...closing(project, files, local.places, given),
      );
    }
  }
  return { files, reported, followUps, sitesFound };
}

/** The files that hold catalogs, once the manifests are as they will be. */
function catalogFiles(project: Project, files: readonly PlannedFile[], raises: readonly Raise[]): PlannedFile[] {
  const manifests = files.filter(({ path }) => basename(path) === 'package.json');
  const isUsed = (name: string) => manifests.some(({ after }) => after?.includes(`"${name}"`));
  const raiseOf = (name: string, catalog: string) =>
    raises.find((each) => {
      const range = each.holder?.dependencies.get(name) ?? '';
      return each.name === name && range.startsWith('catalog:') && (range.slice(8).trim() || 'default') === catalog;
    })?.to;
  return files
    .filter(({ path }) => /^(?:package\.json|pnpm-workspace\.yaml|\.yarnrc\.yml)$/.test(basename(path)))
    .filter(({ path }) => mayChange(project, path))
    .map((file) => {
      const text = file.after ?? '';
      const isManifest = basename(file.path) === 'package.json';
      return { ...file, after: isManifest ? raiseInCatalogs(text, raiseOf) : editCatalogs(text, { isUsed, raiseOf }) };
    });
}

function replaceOrAdd(files: PlannedFile[], file: PlannedFile): void {
  const known = files.findIndex(({ path }) => path === file.path);
  if (known < 0) files.push(file);
  else files[known] = { ...file, before: files[known]!.before };
}

function read(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined; // gone since it was listed, or not ours to read: nothing is known of it
  }
}

/** What the run leaves of every file that it touched, and of those that an earlier run, or their authors, moved to Clerk. */
function finalTexts({ project, found, chain, helpers }: StepsInput): FinalText[] {
  const own = [...chain, ...helpers];
  const paths = new Set(own.map(({ path }) => path));
  const others = found.othersWith(CLERK_PACKAGE).filter(({ path }) => !paths.has(path));
  const texts = [...own.flatMap(({ path, after }) => (after === null ? [] : { path, text: after })), ...others];
  return texts.map((each) => ({ ...each, app: project.appOf(each.path) }));
}
