/** A formatter of the app's own, as it is installed there. */
export interface Formatter {
  readonly name: FormatterName;
  /**
   * The text as the formatter leaves it, by the app's own settings.
   * @param path absolute; nothing has to stand there
   * @returns undefined where the formatter leaves such a file alone: it knows no such language, or its settings ignore it
   * @throws where it can't read the text or its settings
   */
  format(path: string, text: string): Promise<string | undefined>;
}

export type FormatterName = 'prettier' | 'oxfmt' | 'biome';

/** What is known of each: its package, and the command that formats some files. */
export const FORMATTERS: readonly { name: FormatterName; package: string; command: string }[] = [
  { name: 'prettier', package: 'prettier', command: 'prettier --write' },
  { name: 'oxfmt', package: 'oxfmt', command: 'oxfmt' },
  { name: 'biome', package: '@biomejs/biome', command: 'biome format --write' },
];
