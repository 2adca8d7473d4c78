import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { METADATA_CLAIM } from '../clerk/generated/session-metadata.js';
import { claimsOf, claimValue } from '../clerk/generated/session-claims.js';
import { readSessionModule } from '../clerk/generated/session-module.js';
import { claimIn, type Helper } from '../clerk/helpers.js';
import { settingsFor, signInMethods, type Settings, type SignInMethods } from '../clerk/instance.js';
import type { FollowUp, PlannedFile } from '../ledger.js';
import type { Project } from '../project/index.js';
import type { ScannedFile } from '../scan/sites.js';
import { ENABLE } from '../source/set-up-notes.js';
import { claimSettings, withSettings } from '../steps/instance.js';
import type { ChainFile } from './chain.js';
import type { HelperNeed } from './helpers.js';
import { displayPath } from './paths.js';

interface Input {
  readonly project: Project;
  readonly chain: readonly ChainFile[];
  readonly helpers: readonly PlannedFile[];
  /** What the rewritten files ask of generated modules. */
  readonly needs: readonly HelperNeed[];
}

const NAME = 'clerk.patch.json';
const PROVIDERS = 'auth-config-providers';

/** `clerk.patch.json` beside each app whose set-up went, and each package that asks for claims. */
export function instanceFiles(input: Input, followUps: FollowUp[]): PlannedFile[] {
  const files = new PatchFiles(input.project);
  configured(input, files);
  claimed(input, files, followUps);
  return files.all();
}

/** The files of a run, each with what several askers want of it: all ask for settings of the same instance. */
class PatchFiles {
  readonly #files = new Map<string, PlannedFile>();

  constructor(private readonly project: Project) {}

  /** @returns the file's name, and whether it took the settings: one that is no JSON object stays as it is */
  add(from: string, settings: Settings): { name: string; isWritten: boolean; why: string } {
    const { project } = this;
    const dir = project.appOf(from)?.dir ?? project.packageOf(from)?.dir ?? project.root;
    const path = join(dir, NAME);
    const before = this.#files.get(path)?.before ?? (existsSync(path) ? readFileSync(path, 'utf8') : null);
    const isLeftOut = project.isIgnored(path);
    const after = isLeftOut ? undefined : withSettings(this.#files.get(path)?.after ?? before, settings);
    if (after !== undefined) this.#files.set(path, { path, before, after });
    const why = isLeftOut ? 'was left out of this run' : 'is no JSON object';
    return { name: displayPath(project, path), isWritten: after !== undefined, why };
  }

  all(): PlannedFile[] {
    return [...this.#files.values()];
  }
}

/** What the options that go had set; the note that says so tells how to set it. */
function configured({ project, chain }: Input, files: PatchFiles): void {
  for (const { path, scanned, surroundings } of chain) {
    const note = surroundings.needs.notes.find(({ rule }) => rule === PROVIDERS);
    if (!note) continue;
    const app = project.appOf(path);
    const others = chain.filter((file) => project.appOf(file.path) === app).map((file) => file.scanned);
    const methods = signInMethods(providersIn([scanned, ...others]));
    const lifetime = scanned.configs.map(({ maxAge }) => maxAge).find((each) => each !== undefined);
    const settings = settingsFor(methods, lifetime);
    if (Object.keys(settings).length === 0) continue;
    const { name, isWritten, why } = files.add(path, settings);
    const how = isWritten
      ? `${name} has them: npx clerk@latest config patch --file ${name} --dry-run shows it, without --dry-run it is set`
      : `${name} ${why}: put there ${JSON.stringify(settings)}`;
    const lasts = lifetime === undefined ? [] : [`A session lasts ${lifetime} seconds, as it did.`];
    note.detail = note.detail.replace(ENABLE, [`${how}.`, ...said(methods), ...lasts].join(' '));
  }
}

/** The ids of the providers that files import. */
const providersIn = (files: readonly ScannedFile[]): string[] =>
  files.flatMap(({ sites }) =>
    sites.flatMap((site) =>
      site.kind === 'module' && site.names.length > 0
        ? (/^(?:next-auth|@auth\/core)\/providers\/([\w-]+)$/.exec(site.source)?.[1] ?? [])
        : [],
    ),
  );

function said({ connections, hasMail, hasPassword, others }: SignInMethods): string[] {
  return [
    ...(connections.length > 0
      ? [
          `${connections.join(', ')}: development works as it is; production needs the app’s own client_id and client_secret, set beside enabled, and Clerk’s address as the callback at the provider.`,
        ]
      : []),
    ...(hasMail ? ['People sign in by a link in a mail, as before.'] : []),
    ...(hasPassword ? ['Passwords are on: import the users with their hashes.'] : ['Passwords are off, as before.']),
    ...(others.length > 0
      ? [`${others.join(', ')}: no documented key turns it on; add a custom or enterprise connection in the Dashboard.`]
      : []),
  ];
}

/** The claims that generated modules read. */
function claimed({ project, helpers, needs }: Input, files: PatchFiles, followUps: FollowUp[]): void {
  const modules = new Map<string, ReadonlySet<Helper>>(
    helpers.map(({ path, after }) => [path, readSessionModule(after ?? '')?.helpers ?? new Set()]),
  );
  for (const { path, helper } of needs)
    if (claimIn(helper) !== undefined) modules.set(path, new Set([...(modules.get(path) ?? []), helper]));
  for (const [path, asked] of modules) {
    const names = claimsOf(asked);
    if (names.length === 0) continue;
    const { name, isWritten, why } = files.add(path, claimSettings(names));
    const how = !isWritten
      ? `${name} ${why}: put there ${names.map((each) => `${each} as ${claimValue(each)}`).join(', ')}.`
      : `npx clerk@latest config patch --file ${name} --dry-run shows it, without --dry-run it is set.`;
    const own = [...asked].flatMap((helper) => claimIn(helper) ?? []).filter((each) => each !== METADATA_CLAIM);
    const asksApi = claimsOf(new Set([...asked].filter((helper) => claimIn(helper) === undefined))).length > 0;
    const until = [
      ...(asksApi ? [`Until then ${displayPath(project, path)} asks Clerk’s API at each call.`] : []),
      ...(own.length > 0
        ? [`Until then the middleware finds no ${own.join(', ')}, and lets nobody pass who needs it.`]
        : []),
      ...own
        .filter((each) => claimValue(each).includes('public_metadata'))
        .map((each) => `${each} comes from the public metadata: the import of the users has to put it there.`),
    ];
    followUps.push({
      rule: 'session-claims',
      title:
        names.length === 1
          ? `Add the ${names[0]} claim to the session token`
          : `Add claims to the session token: ${names.join(', ')}`,
      detail: [how, ...until].join(' '),
    });
  }
}
