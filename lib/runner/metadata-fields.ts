import { existsSync, readFileSync } from 'node:fs';
import type { OwnFields } from '../clerk/generated/session-metadata.js';
import { readSessionModule } from '../clerk/generated/session-module.js';
import type { Project } from '../project/index.js';
import type { AuthConfig } from '../scan/config.js';
import { fillsAll } from '../scan/filled-fields.js';
import { ownFields } from '../scan/own-fields.js';
import type { ScannedFile } from '../scan/sites.js';
import { augmentationFor, authjsStyleAt } from './helpers.js';

/** Which fields of the app's own the generated modules read off the public metadata of Clerk's user. */
export class MetadataFields {
  readonly #known = new Map<string, OwnFields | undefined>();

  constructor(
    private readonly project: Project,
    private readonly scanned: ReadonlyMap<string, ScannedFile>,
    private readonly configsAt: (module: string) => readonly AuthConfig[],
  ) {}

  /** What an earlier run has decided for a module counts, since what it was read from may be gone. */
  of(module: string): OwnFields | undefined {
    if (!this.#known.has(module)) this.#known.set(module, this.#read(module));
    return this.#known.get(module);
  }

  /** What an earlier run has decided, alone. */
  earlier(module: string): OwnFields | undefined {
    return moduleAt(module)?.own;
  }

  #read(module: string): OwnFields | undefined {
    const before = moduleAt(module);
    if (before?.own || before?.earlier !== undefined) return before.own;
    const configs = this.configsAt(module);
    const shapes = configs.flatMap(({ shape }) => shape ?? []);
    if (shapes.length === 0) return undefined;
    const { interfaces, local } = augmentationFor(module, this.project, this.scanned);
    // Only types tell what a function from elsewhere puts there.
    if (shapes.some((shape) => 'unknown' in shape) && interfaces.length === 0) return undefined;
    const written = shapes.flatMap((shape) => ('extra' in shape ? shape.extra : []));
    const isNumeric = shapes.some((shape) => 'hasNumericId' in shape && shape.hasNumericId);
    const isAll = configs.length === 1 && fillsAll(configs, authjsStyleAt(module, this.project), interfaces);
    return ownFields(written, interfaces, local, isNumeric, isAll);
  }
}

const moduleAt = (module: string) => (existsSync(module) ? readSessionModule(readFileSync(module, 'utf8')) : undefined);
