import type { PlannedFile } from '../ledger.js';
import type { Proposal } from '../runner/talk.js';

export type Answer = 'accept' | 'skip' | 'all' | 'quit';

/** What a person sees of one file of a walk. */
export interface Step {
  readonly file: PlannedFile;
  /** The path as the report writes it. */
  readonly name: string;
  readonly diff: string;
  /** 1-based, of the files that the plan has now. */
  readonly position: number;
  readonly total: number;
  /** The file was accepted in another form, before the last one was skipped. */
  readonly isAgain: boolean;
}

/**
 * Goes through a plan file by file. Files hang together: a generated module and what imports it, the set-up and what still
 * needs it. So a file that is skipped is not cut out of the plan; the plan is made anew without it, its sites count as left
 * to a person, and every file that comes out otherwise because of that is shown again.
 * @param ask shows a step and asks
 * @param tell says that skipping a file changed others
 * @returns the plan of what was accepted; undefined where the person quit, and nothing is written then
 */
export async function walk(
  start: Proposal,
  ask: (step: Step) => Promise<Answer>,
  tell: (text: string) => void,
): Promise<Proposal | undefined> {
  const accepted = new Map<string, string | null>();
  const skipped = new Set<string>();
  let proposal = start;
  for (;;) {
    const files = proposal.plan.files.toSorted((a, b) => (a.path < b.path ? -1 : 1));
    const open = files.filter(({ path, after }) => !accepted.has(path) || accepted.get(path) !== after);
    const [file] = open;
    if (!file) return proposal;
    const name = proposal.nameOf(file.path);
    if (skipped.has(file.path)) throw new Error(`${name} was skipped, and the plan changes it all the same`);
    const answer = await ask({
      file,
      name,
      diff: proposal.diffOf(file),
      position: files.length - open.length + 1,
      total: files.length,
      isAgain: accepted.has(file.path),
    });
    if (answer === 'quit') return undefined;
    if (answer === 'all') return proposal;
    if (answer === 'accept') accepted.set(file.path, file.after);
    else {
      skipped.add(file.path);
      const next = await proposal.without(skipped);
      const changed = changedBetween(proposal, next).filter((path) => path !== file.path);
      if (changed.length > 0) tell(`Without ${name} these come out otherwise: ${changed.map(next.nameOf).join(', ')}`);
      proposal = next;
    }
  }
}

/** The files that one plan leaves in another state than the other. */
function changedBetween(a: Proposal, b: Proposal): string[] {
  const before = new Map(a.plan.files.map(({ path, after }) => [path, after]));
  const after = new Map(b.plan.files.map((file) => [file.path, file.after]));
  return [...new Set([...before.keys(), ...after.keys()])].filter((path) => before.get(path) !== after.get(path));
}
