import type { FieldMappings } from '../clerk/field-mappings.js';
import type { CheckOptions } from '../runner/check.js';
import type { RunOptions } from '../runner/options.js';
import type { Preferences } from '../runner/preferences.js';
import type { WrapperSetting } from '../scan/wrappers.js';

/** What a config file may say: the command's options, under the names that the Node API has for them. docs/config.md */
export interface Config
  extends
    Partial<Preferences>,
    Partial<
      Pick<RunOptions, 'bridge' | 'todo' | 'formatFiles' | 'strict' | 'transforms' | 'reports' | 'format' | 'handoff'>
    >,
    Partial<Pick<CheckOptions, 'baseline' | 'max' | 'only'>> {
  /** Globs of files that stay as they are, relative to the config file. */
  readonly ignore?: readonly string[];
  /** Functions of the app's own that yield the session, where the run can't see it: in a package that is not of the repository. */
  readonly wrappers?: readonly WrapperSetting[];
  /** Where Clerk has fields of the app's own: `{ 'user.company': { from: 'publicMetadata.company', type: 'string' } }`. */
  readonly fields?: FieldMappings;
}

/** A config with its types, for `authjs-clerk.config.ts`. Gives back what it is given. */
export const defineConfig = (config: Config): Config => config;
