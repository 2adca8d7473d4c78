import type { Candidates } from './candidates.js';

/** The command that the scripts ask; no folder of an app is called that. */
export const REQUEST = '__complete';

/** Says that the word which is typed is empty, for shells that hand on no empty word. */
export const EMPTY = '--empty';

/** The shells that there is a script for. */
export const SHELLS = ['bash', 'zsh', 'fish', 'powershell'] as const;

/** The answer: a line for each word, with what it means behind a tab; at last `:files` or `:words`, whether files may follow. */
export const answer = ({ words, files }: Candidates): string =>
  [
    ...words.map(({ value, description }) => (description === '' ? value : `${value}\t${description}`)),
    files ? ':files' : ':words',
    '',
  ].join('\n');
