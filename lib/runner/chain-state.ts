import type { Span } from '../ast/tree.js';
import type { Project } from '../project/index.js';
import type { Scan } from '../scan/scan.js';
import type { ScannedFile } from '../scan/sites.js';
import type { SourceFile } from '../source/source-file.js';
import type { ChainFile } from './chain.js';
import type { Contexts } from './context.js';

/** The files as the transforms left them so far, for questions that no single file answers. */
export interface ChainState {
  readonly project: Project;
  readonly found: Scan;
  readonly files: readonly SourceFile[];
  /** Text of a file that stays although the set-up around it goes. */
  readonly staysIn: (path: string) => readonly Span[];
}

export const stateOf = (
  chain: readonly ChainFile[],
  project: Project,
  found: Scan,
  contexts: Contexts,
): ChainState => ({
  project,
  found,
  files: chain.flatMap(({ opened }) => opened ?? []),
  staysIn: (path) => [
    ...contexts.sessions.keptIn(path),
    ...formerIn(found.files.get(path), contexts.sessions.readsMetadata(path)),
  ],
});

/** Access checks outlive the options that they stand in, and what filled the sessions that the metadata fill now. */
const formerIn = (file: ScannedFile | undefined, readsMetadata: boolean): Span[] =>
  (file?.configs ?? []).flatMap(({ decidesSignIn, callbacks, callbacksAt }) => {
    const named = callbacks.filter(({ name }) =>
      name === 'signIn' ? decidesSignIn : readsMetadata && /^(?:jwt|session)$/.test(name),
    );
    // A check that is not to be seen may stand anywhere in them.
    return decidesSignIn && callbacksAt && !named.some(({ name }) => name === 'signIn') ? [callbacksAt] : named;
  });
