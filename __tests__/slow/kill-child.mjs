// Executes a plan, or replays a journal, and says when it begins and ends. The test kills it in between.
import { readFileSync } from 'node:fs';
import { execute, readJournal, replay } from '../../dist/lib/runner/journal.js';

const [mode, planFile, journalFile] = process.argv.slice(2);
const { plan, report } = JSON.parse(readFileSync(planFile, 'utf8'));
const journal = mode === 'replay' ? readJournal(journalFile, plan.root) : undefined;

process.send('begin', () => {
  if (mode === 'execute') execute(plan, report, journalFile);
  else if (journal !== undefined) replay(journal);
  process.send('end', () => process.disconnect());
});
