import { readdirSync } from 'node:fs';

/** What says in a folder that names begin to mean something of its own there. */
export const MARKS = ['tsconfig.json', 'jsconfig.json', 'package.json', 'node_modules'] as const;

/** Which of these lie in a folder: each folder is read once, which costs less than to ask for one after another. */
export class Folders {
  readonly #marks = new Map<string, ReadonlySet<string>>();

  marksIn(dir: string): ReadonlySet<string> {
    const known = this.#marks.get(dir);
    if (known) return known;
    const found = new Set(namesIn(dir).filter((name) => (MARKS as readonly string[]).includes(name)));
    this.#marks.set(dir, found);
    return found;
  }
}

/** Nothing of a folder that is none, or can't be read. */
function namesIn(dir: string): string[] {
  try {
    return readdirSync(dir);
  } catch {
    return [];
  }
}
