import type { App } from '../project/index.js';

/** A file as it will be, where it stays at all. */
export interface FinalText {
  readonly path: string;
  readonly text: string;
  readonly app: App | undefined;
}
