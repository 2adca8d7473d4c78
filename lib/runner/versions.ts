import { dirname } from 'node:path';
import { valid } from 'semver';
import { clerkVersionFor, reactFor, type ClerkMajor, type ClerkVersion } from '../clerk/versions.js';
import { lockedVersion } from '../project/locked.js';
import type { App, Package, Project, VersionRange } from '../project/index.js';

/** The release that a dependency of an app's is raised to, and the manifest that declares it. */
export interface Raise {
  readonly app: App;
  readonly name: string;
  readonly from: string;
  readonly to: string;
  /** Undefined where no manifest at or above the app declares it. */
  readonly holder: Package | undefined;
}

/** Which releases of Clerk's, Next's and React's the apps of a run need. Lock files are read where the ranges leave it open. */
export class Versions {
  readonly #clerk = new Map<App, ClerkVersion>();

  /** @param wanted the major of Clerk's that was asked for */
  constructor(
    private readonly project: Project,
    private readonly wanted?: ClerkMajor,
  ) {}

  of(app: App): ClerkVersion {
    const known = this.#clerk.get(app);
    if (known) return known;
    const { next } = app;
    const lowest = clerkVersionFor(next.version, undefined, this.wanted);
    const isOpen = lowest.needsNext !== undefined || lowest.major !== clerkVersionFor(next.range).major;
    const found = clerkVersionFor(next.range, isOpen ? this.#locked('next', next, app) : undefined, this.wanted);
    this.#clerk.set(app, found);
    return found;
  }

  /** For code that no single app owns: the oldest that any of the apps needs. */
  ofAny(app: App | undefined): ClerkVersion {
    const all = (app ? [app] : this.project.apps).map((each) => this.of(each));
    return all.toSorted((a, b) => a.major - b.major)[0] ?? clerkVersionFor(undefined, undefined, this.wanted);
  }

  /** What keeps Clerk out of an app, or leaves its middleware open: the release of Next that it has to go to first. */
  nextFor(app: App): Raise | undefined {
    const { needsNext } = this.of(app);
    return needsNext === undefined
      ? undefined
      : { app, name: 'next', from: app.next.range, to: needsNext, holder: this.#holderOf('next', app) };
  }

  /** React and react-dom, where they are a patch below what Clerk admits. */
  reactFor(app: App): Raise[] {
    const { react } = app;
    const locked = react && reactFor(react.version) !== undefined ? this.#locked('react', react, app) : undefined;
    const to = react && reactFor(react.range, locked);
    if (!react || to === undefined) return [];
    return ['react', 'react-dom'].flatMap((name) => {
      const holder = this.#holderOf(name, app);
      return holder ? [{ app, name, from: holder.dependencies.get(name)!, to, holder }] : [];
    });
  }

  #locked(name: string, { range }: VersionRange, app: App): string | undefined {
    return valid(range) === null ? lockedVersion(name, range, app.dir, this.project.root) : undefined;
  }

  #holderOf(name: string, app: App): Package | undefined {
    const above = this.project.packages.filter(({ dir }) => app.dir === dir || app.dir.startsWith(`${dir}/`));
    return above.toSorted((a, b) => b.dir.length - a.dir.length).find(({ dependencies }) => dependencies.has(name));
  }
}

/** Whether a step stays within a major, so that it can be made without a look at the code. */
export const isPatch = ({ from, to }: Raise): boolean => /\d+/.exec(from)?.[0] === /\d+/.exec(to)?.[0];

export const isIn = ({ holder }: Raise, manifest: string): boolean => holder?.dir === dirname(manifest);
