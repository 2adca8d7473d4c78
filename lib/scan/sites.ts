import type { Bindings } from '../ast/bindings.js';
import type { Span } from '../ast/tree.js';
import type { Origin } from '../authjs/modules.js';
import type { Augmentation } from '../authjs/augmentation.js';
import type { AuthConfig } from './config.js';

export type ModuleForm =
  | 'import'
  | 'export-from'
  | 'export-all'
  | 'require'
  | 'dynamic-import'
  | 'import-equals'
  | 'import-type'
  | 'mock'
  | 'augmentation';

/** One reference to Auth.js. Its span covers the whole declaration of an import, the string of a call, the identifier of a use. */
export type Site = ModuleSite | UseSite | MentionSite;

interface SiteBase extends Span {
  /** What is referred to, as the report names it. */
  readonly symbol: string;
}

/** A module string. */
export interface ModuleSite extends SiteBase {
  readonly kind: 'module';
  readonly form: ModuleForm;
  readonly source: string;
  /** The file of the app's own that it leads to; undefined for Auth.js's packages. */
  readonly target: string | undefined;
  /** The names that it takes, imported or passed on: those that are of Auth.js. */
  readonly names: readonly string[];
  /** What the names stand for, where a mock replaces them; of a mock that is not to be seen, none. */
  readonly mocked?: readonly Origin[] | undefined;
  /** A mock that replaces functions of the app's own alone, of a module that hands Auth.js on besides. */
  readonly ownAlone?: boolean;
}

/** A use of a name that comes from Auth.js. */
export interface UseSite extends SiteBase {
  readonly kind: 'use';
  readonly origin: Origin;
}

/** An address, cookie or variable in a string or a name, or a dependency in a manifest. */
export interface MentionSite extends SiteBase {
  readonly kind: 'address' | 'cookie' | 'variable' | 'dependency';
}

/** An export of a file. */
export interface Exported {
  readonly path: string;
  readonly name: string;
}

/** What the scan knows of one file. */
export interface ScannedFile {
  readonly path: string;
  readonly text: string;
  /** In the order of the text. */
  readonly sites: readonly Site[];
  /** Why no parser took the file; its sites are unknown then. */
  readonly parseError?: string | undefined;
  /** Exports that hand Auth.js's values or options on. */
  readonly passes: ReadonlyMap<string, Origin>;
  /** Of those, what another module of the app's own exports and the file hands on. */
  readonly handedOn: ReadonlyMap<string, Exported>;
  /** The origin of each local name that is of Auth.js without being imported: `const handler = NextAuth(…)`. */
  readonly made: ReadonlyMap<string, Origin>;
  /** The options objects in the file. */
  readonly configs: readonly AuthConfig[];
  readonly augmentation: Augmentation | undefined;
  /** Its tree in the form of Babel's, with what its names refer to, where the scan has them. */
  readonly bindings?: Bindings | undefined;
}

/** A file that says nothing of Auth.js. */
export const withoutSites = (path: string, text: string): ScannedFile => ({
  path,
  text,
  sites: [],
  passes: new Map(),
  made: new Map(),
  handedOn: new Map(),
  configs: [],
  augmentation: undefined,
});

/** Whether it is a test that replaces a module of Auth.js's. */
export const mocksAuthjs = ({ sites }: ScannedFile): boolean =>
  sites.some((site) => site.kind === 'module' && site.form === 'mock');

/** What only tests load: a file that does runs nowhere else. */
const OF_TESTS = /\b(?:from|import|require\()\s*['"](?:vitest|jest-mock|@jest\/globals|@testing-library\/[\w-]+)['"]/;

export const isTestCode = ({ text }: { readonly text: string }): boolean => OF_TESTS.test(text);

/** Whether a site is a mock of a module of the app's own, for functions that are not of Auth.js. */
export const isOwnMock = (site: Site): boolean => site.kind === 'module' && site.ownAlone === true;
