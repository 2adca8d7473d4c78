import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { CLERK_PACKAGE } from '../clerk/symbols.js';
import type { FollowUp, PlannedFile, ReportedFile } from '../ledger.js';
import type { Project } from '../project/index.js';
import type { Scan } from '../scan/scan.js';
import { editManifest } from '../steps/manifests.js';
import { isDotenv, isExample } from '../steps/env/files.js';
import { editVariables, variableSites } from '../steps/variables.js';
import type { ChainFile } from './chain.js';
import { Dependencies } from './dependencies.js';
import { localEnv } from './env-local.js';
import type { FinalText } from './final-text.js';
import { catalogued, closing, emptied, tooOld, unprovided } from './follow-ups.js';
import type { HelperNeed } from './helpers.js';
import { instanceFiles } from './instance-files.js';
import { middlewareFiles } from './middleware-files.js';
import { trackedAmong } from './git-copies.js';
import { displayPath, mayChange, whyOutside } from './paths.js';
import { Variables } from './variables.js';

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
  const { project, isPartial, found, settled } = input;
  const texts = finalTexts(input);
  const dependencies = new Dependencies(project, found, settled, texts);
  const planned = [
    ...input.chain.map(({ path, after, scanned }) => ({ path, before: scanned.text, after })),
    ...input.helpers,
  ];
  const variables = new Variables({ project, found, settled, texts, planned });
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
          ...(outside && { clerk: undefined }),
          frozen: outside ?? (isPartial ? PARTIAL : undefined),
        })
      : outside || isPartial
        ? { text: before, sites: variableSites(path, before, outside) }
        : editVariables(path, before, {
            whyKept: (name) => variables.whyKept(path, name),
            others: variables.others,
            // What is committed holds no secrets, or should not.
            takesClerk: variables.takesClerk(path) && (!isDotenv(path) || isExample(path) || !tracked.has(path)),
            keepsValues: isDotenv(path) && !tracked.has(path),
          });
    sitesFound += sites.length;
    files.push({ path, before, after: text });
    if (sites.length > 0)
      reported.push({ path: displayPath(project, path), status: 'unchanged', transforms: [], sites });
  }
  if (!isPartial && project.isWhole) {
    files.push(
      ...middlewareFiles(project, texts, (path) => found.isImportedOtherwise(path), followUps),
      ...instanceFiles(input, followUps),
    );
    followUps.push(...tooOld(project, texts), ...unprovided(project, texts), ...emptied(project, input.chain));
    const isLeft = reported.some(({ sites }) =>
      sites.some(({ rule, outcome }) => rule === 'dependency' && outcome === 'manual'),
    );
    for (const { path, after } of files)
      if (basename(path) === 'pnpm-workspace.yaml')
        followUps.push(...catalogued(displayPath(project, path), after ?? '', isLeft));
    followUps.push(...variables.followUps());
    if (input.chain.some((file) => file.after !== file.scanned.text)) {
      const local = localEnv(project, variables.moved, files);
      for (const file of local.files) replaceOrAdd(files, file);
      followUps.push(...closing(project, files, local.places));
    }
  }
  return { files, reported, followUps, sitesFound };
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
