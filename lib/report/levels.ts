import type { Severity } from '../source/rules.js';

/** What other formats call a severity. */
interface Level {
  readonly sarif: 'error' | 'warning' | 'note';
  readonly github: 'error' | 'warning' | 'notice';
  readonly gitlab: 'critical' | 'major' | 'minor';
}

export const LEVELS: Readonly<Record<Severity, Level>> = {
  error: { sarif: 'error', github: 'error', gitlab: 'critical' },
  warning: { sarif: 'warning', github: 'warning', gitlab: 'major' },
  note: { sarif: 'note', github: 'notice', gitlab: 'minor' },
};
