import type { PlannedFile, Report, ReportedProject } from '../ledger.js';
import type { Preferences } from './preferences.js';
import type { RunPlan } from './plan.js';

/** What was found in the app, before anything is decided. */
export interface Survey {
  readonly projects: readonly ReportedProject[];
  readonly filesScanned: number;
  readonly filesWithSites: number;
  /** The references in source code by what they are; those of which there is none are left out. */
  readonly sites: readonly { readonly kind: string; readonly count: number }[];
  /** An adapter, ORM or driver that an app has: rows may hold ids of people. */
  readonly database: string | undefined;
  /** Whether code asks for the session on the server. */
  readonly readsOnServer: boolean;
  /** Whether callbacks of the app put fields of its own into the session. */
  readonly hasOwnFields: boolean;
  /** Whether code of the app signs people in or out. */
  readonly signsIn: boolean;
  /** Whether its options name a sign-in page. */
  readonly hasSignInPage: boolean;
  /** What the person has chosen already, on the command line or in the config file. */
  readonly given: Partial<Preferences>;
}

/** A plan that a person is asked about, and what they may want to know of it. */
export interface Proposal {
  readonly plan: RunPlan;
  /** A path as the report writes it. */
  nameOf(path: string): string;
  /** The change of one file, as a unified diff. */
  diffOf(file: PlannedFile): string;
  /** The plan of a run that leaves these files as they are, with all that follows from it in the others. */
  without(paths: ReadonlySet<string>): Promise<Proposal>;
}

/** How a run ended. */
export interface Ending {
  readonly report: Report;
  /** Where the whole report lies, as the person may type it; undefined where it could not be kept. */
  readonly kept: string | undefined;
  readonly packageManager: string;
}

/** A person at the terminal. lib/terminal is one way to speak to them; a run without a terminal has nobody to ask. */
export interface Talk {
  /** Shows what was found and asks what applies. @returns what was chosen; undefined to stop */
  choose(survey: Survey): Promise<Partial<Preferences> | undefined>;
  /** Shows a plan and asks whether to write it. @returns what to write, which may be less; undefined to stop */
  agree(proposal: Proposal): Promise<RunPlan | undefined>;
  close(ending: Ending): void;
}
