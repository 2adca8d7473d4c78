import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { isAuthjsModule } from '../authjs/modules.js';
import { CLERK_PACKAGE } from '../clerk/symbols.js';
import { clerkVersionFor, type ClerkVersion } from '../clerk/versions.js';
import type { FollowUp, PlannedFile, ReportedFile } from '../ledger.js';
import type { App, Package, Project } from '../project/index.js';
import type { Scan } from '../scan/scan.js';
import { withUserIdClaim } from '../steps/instance.js';
import { editManifest } from '../steps/manifests.js';
import { MIDDLEWARE_FILE } from '../steps/middleware-file.js';
import { variableSites } from '../steps/variables.js';
import type { ChainFile } from './chain.js';
import { displayPath } from './paths.js';

interface Input {
  readonly project: Project;
  readonly found: Scan;
  readonly chain: readonly ChainFile[];
  readonly helpers: readonly PlannedFile[];
  readonly isPartial: boolean;
}

interface Steps {
  readonly files: PlannedFile[];
  readonly reported: ReportedFile[];
  readonly followUps: FollowUp[];
  readonly sitesFound: number;
}

const OUTSIDE = { rule: 'outside-path', message: 'outside of the path that this run may edit' };
const PARTIAL = { rule: 'not-selected', message: 'changes when the whole chain runs' };

/** What is not source code: manifests, env and deployment files, files that Clerk needs and the app lacks. */
export function planSteps(input: Input): Steps {
  const { project, isPartial } = input;
  const files: PlannedFile[] = [];
  const reported: ReportedFile[] = [];
  const followUps: FollowUp[] = [];
  let sitesFound = 0;
  for (const path of project.configFiles) {
    const before = read(path);
    if (before === undefined) continue;
    const frozen = isPartial ? PARTIAL : project.isWhole && project.isTargeted(path) ? undefined : OUTSIDE;
    const isManifest = basename(path) === 'package.json';
    const { text, sites } = isManifest
      ? editManifest(before, { ...manifestSettings(path, input), frozen })
      : { text: before, sites: variableSites(path, before, frozen === OUTSIDE ? OUTSIDE : undefined) };
    sitesFound += sites.length;
    files.push({ path, before, after: text });
    if (sites.length > 0)
      reported.push({ path: displayPath(project, path), status: 'unchanged', transforms: [], sites });
  }
  if (!isPartial && project.isWhole) {
    const added = [...middlewareFiles(input, followUps), ...claimFiles(input, followUps)];
    files.push(...added);
    if (changesAnything(input)) followUps.push(...closing(project, files));
  }
  return { files, reported, followUps, sitesFound };
}

function read(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined; // gone since it was listed, or not ours to read: nothing is known of it
  }
}

const changesAnything = ({ chain }: Input): boolean => chain.some((file) => file.after !== file.scanned.text);

/** The texts as they will be, with the files that they belong to. */
function* finalTexts({ chain, helpers }: Input): Generator<{ path: string; text: string }> {
  for (const file of chain) if (file.after !== null) yield { path: file.path, text: file.after };
  for (const { path, after } of helpers) if (after !== null) yield { path, text: after };
}

const importsClerk = (text: string): boolean =>
  text.includes(`${CLERK_PACKAGE}"`) || text.includes(`${CLERK_PACKAGE}'`) || text.includes(`${CLERK_PACKAGE}/`);

function manifestSettings(
  path: string,
  input: Input,
): { isUsed(name: string): boolean; clerk: ClerkVersion | undefined } {
  const { project, chain, found } = input;
  const dir = dirname(path);
  const left = new Set<string>();
  const finished = new Map(chain.map((file) => [file.path, file]));
  for (const scanned of found.files.values()) {
    if (!scanned.path.startsWith(`${dir}/`)) continue;
    const sites = finished.get(scanned.path)?.report().sites;
    scanned.sites.forEach((site, index) => {
      if (site.kind === 'module' && isAuthjsModule(site.source) && (sites?.[index]?.outcome ?? 'manual') === 'manual')
        left.add(packageOf(site.source));
    });
    if (scanned.parseError !== undefined) left.add('*');
  }
  const owner = project.packages.find((each) => each.dir === dir);
  const takesClerk =
    owner !== undefined &&
    [...finalTexts(input)].some(({ path: from, text }) => importsClerk(text) && answersFor(owner, from, project));
  const app = project.apps.find((each) => each.dir === dir) ?? project.appOf(path) ?? project.apps[0];
  return {
    isUsed: (name) => left.has('*') || left.has(name),
    clerk: takesClerk ? clerkVersionFor(app?.next.version) : undefined,
  };
}

const packageOf = (source: string): string =>
  source
    .split('/')
    .slice(0, source.startsWith('@') ? 2 : 1)
    .join('/');

/** Clerk's package goes where Auth.js's was: the nearest manifest above the file that had it, else the nearest of all. */
function answersFor(owner: Package, file: string, project: Project): boolean {
  const above = project.packages
    .filter(({ dir }) => file.startsWith(`${dir}/`))
    .toSorted((a, b) => b.dir.length - a.dir.length);
  const holder =
    above.find(({ dependencies }) => dependencies.has('next-auth') || dependencies.has(CLERK_PACKAGE)) ?? above[0];
  return holder === owner;
}

/** `auth()` throws where Clerk's middleware did not run, so an app without one gets one that gates nothing. */
function middlewareFiles(input: Input, followUps: FollowUp[]): PlannedFile[] {
  const { project } = input;
  const files: PlannedFile[] = [];
  for (const app of project.apps) {
    const texts = [...finalTexts(input)].filter(({ path }) => project.appOf(path) === app);
    if (!texts.some(({ text }) => text.includes(`${CLERK_PACKAGE}/server`))) continue;
    if (app.middlewarePath !== undefined) {
      const text = texts.find(({ path }) => path === app.middlewarePath)?.text ?? read(app.middlewarePath) ?? '';
      if (!text.includes('clerkMiddleware'))
        followUps.push({
          rule: 'middleware-compose',
          title: 'Run Clerk in the middleware',
          detail: `${displayPath(project, app.middlewarePath)} does not call clerkMiddleware() yet, and auth() throws where it did not run.`,
        });
      continue;
    }
    const path = middlewarePathFor(app);
    if (existsSync(path) || !project.isTargeted(path)) continue;
    files.push({ path, before: null, after: MIDDLEWARE_FILE });
  }
  return files;
}

function middlewarePathFor(app: App): string {
  const name = (app.next.major ?? 16) >= 16 ? 'proxy' : 'middleware';
  return join(app.sourceDir, `${name}.${app.language}`);
}

function claimFiles(input: Input, followUps: FollowUp[]): PlannedFile[] {
  const { project, helpers } = input;
  const files: PlannedFile[] = [];
  for (const { path, after } of helpers) {
    if (!after?.includes('getUserId')) continue;
    const dir = project.appOf(path)?.dir ?? project.packageOf(path)?.dir ?? project.root;
    const patch = join(dir, 'clerk.patch.json');
    const before = existsSync(patch) ? (read(patch) ?? null) : null;
    const written = withUserIdClaim(before);
    if (!files.some((file) => file.path === patch)) files.push({ path: patch, before, after: written });
    followUps.push({
      rule: 'session-claims',
      title: 'Add the userId claim to the session token',
      detail: `npx clerk@latest config patch --file ${displayPath(project, patch)} --dry-run shows it, without --dry-run it is set. Until then getUserId() asks Clerk’s API at each call.`,
    });
  }
  return files;
}

function closing(project: Project, files: readonly PlannedFile[]): FollowUp[] {
  const install = `${project.packageManager ?? 'npm'} install`;
  const manifests = files.some(({ path, before, after }) => basename(path) === 'package.json' && before !== after);
  return [
    ...(manifests
      ? [{ rule: 'dependency', title: 'Install what package.json names now', detail: `Run: ${install}` }]
      : []),
    {
      rule: 'env-variable',
      title: 'Set Clerk’s two keys',
      detail:
        'CLERK_SECRET_KEY and NEXT_PUBLIC_CLERK_PUBLISHABLE_KEY: every request fails until both are set. npx clerk@latest env pull writes them.',
    },
  ];
}
