import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { FollowUp, ReportedFile, ReportedSite } from '../ledger.js';
import type { Project } from '../project/index.js';
import type { Scan } from '../scan/scan.js';
import type { ScannedFile, Site } from '../scan/sites.js';
import { helpFor } from '../source/rules.js';
import { editManifest } from '../steps/manifests.js';
import { variableSites } from '../steps/variables.js';
import { leftAsTheyWere } from './left.js';
import { displayPath } from './paths.js';
import { withoutSuppressed } from './suppressions.js';

/** What `--only` chooses from: the kinds of sites that each name stands for. */
export const KINDS = {
  imports: ['module', 'use'],
  urls: ['address', 'cookie'],
  env: ['variable'],
  deps: ['dependency'],
  all: ['module', 'use', 'address', 'cookie', 'variable', 'dependency'],
} as const satisfies Record<string, readonly Site['kind'][]>;

export type Kind = keyof typeof KINDS;

export interface Leftovers {
  /** The files that were looked at and hold something, or could not be read. */
  readonly files: ReportedFile[];
  readonly followUps: FollowUp[];
}

/**
 * What is left of Auth.js in the files of a project, without what a comment lets stay. A variable that code reads is a
 * follow-up: it goes when that code does.
 * @param isLooked whether a file is asked about
 */
export function leftoversIn(
  project: Project,
  { files: scanned }: Pick<Scan, 'files'>,
  unreadable: ReadonlyMap<string, string>,
  only: Kind,
  isLooked: (path: string) => boolean,
): Leftovers {
  const kinds: readonly string[] = KINDS[only];
  const files: ReportedFile[] = [];
  const followUps: FollowUp[] = [];
  const isAsked = (path: string) => project.isTargeted(path) && isLooked(path);
  const add = (path: string, found: ReportedSite[], text: string, error?: string) => {
    const name = displayPath(project, path);
    const { sites, faults } = withoutSuppressed(found, text);
    for (const { line, reason } of faults)
      followUps.push({
        rule: 'leftover',
        title: `authjs-clerk-ignore at ${name}:${line}`,
        detail: `The comment ${reason}.`,
      });
    if (error !== undefined) files.push({ path: name, status: 'error', transforms: [], error, sites });
    else if (sites.length > 0) files.push({ path: name, status: 'unchanged', transforms: [], sites });
  };
  for (const file of scanned.values()) {
    if (!isAsked(file.path)) continue;
    const error = file.parseError === undefined ? undefined : `it does not parse: ${file.parseError}`;
    add(file.path, sourceLeftovers(file, kinds), file.text, error);
  }
  for (const [path, error] of unreadable) if (isAsked(path)) add(path, [], '', error);
  const readers = readersOf(project, scanned);
  for (const path of project.configFiles) {
    if (!isAsked(path)) continue;
    const text = readFileSync(path, 'utf8');
    const sites = configLeftovers(path, text, kinds).filter(({ symbol }) => {
      const reader = readers.get(symbol);
      if (reader !== undefined)
        followUps.push({
          rule: 'env-variable',
          title: `${symbol} stays in ${displayPath(project, path)}`,
          detail: `${reader} reads it.`,
        });
      return reader === undefined;
    });
    add(path, sites, text);
  }
  return { files, followUps };
}

/** The first file that reads each variable. */
function readersOf(project: Project, scanned: ReadonlyMap<string, ScannedFile>): Map<string, string> {
  const readers = new Map<string, string>();
  for (const { path, sites } of scanned.values())
    for (const { kind, symbol } of sites)
      if (kind === 'variable' && project.isTargeted(path)) readers.set(symbol, displayPath(project, path));
  return readers;
}

/** A variable that code reads is no leftover of the code's: it may be the app's own base address or key by now. */
function sourceLeftovers(file: ScannedFile, kinds: readonly string[]): ReportedSite[] {
  const sites = file.sites.filter(({ kind }) => kind !== 'variable' && kinds.includes(kind));
  return leftAsTheyWere({ ...file, sites }, 'leftover', 'of Auth.js');
}

/** Of Auth.js's packages and variables. */
const MAY_NAME = /AUTH_|next-auth|@auth\//;

/** Dependencies and variables that are left in a manifest, env or deployment file. */
function configLeftovers(path: string, text: string, kinds: readonly string[]): ReportedSite[] {
  // Most name nothing, and what reads the others takes longer to load than all of them to read.
  if (!MAY_NAME.test(text)) return [];
  const isManifest = basename(path) === 'package.json';
  if (!kinds.includes(isManifest ? 'dependency' : 'variable')) return [];
  const sites = isManifest
    ? editManifest(text, { isUsed: () => true, clerk: undefined, frozen: undefined }).sites
    : variableSites(path, text);
  return sites.map((site) => ({ ...site, rule: 'leftover', message: 'of Auth.js', help: helpFor('leftover') }));
}
