import { basename } from 'node:path';
import { Lines } from '../ast/lines.js';
import { variablesIn } from '../authjs/leftovers.js';
import { MENTIONS } from '../authjs/unhandled.js';
import type { ReportedSite } from '../ledger.js';
import { helpFor } from '../source/rules.js';

/** Mentions of Auth.js's variables in env and deployment files, comments left out. Values are never looked at. */
export function variableSites(path: string, text: string, frozen?: { rule: string; message: string }): ReportedSite[] {
  if (basename(path) === 'package.json') return [];
  const lines = new Lines(text);
  const sites: ReportedSite[] = [];
  for (const { name, offset } of variablesIn(text)) {
    const start = text.lastIndexOf('\n', offset - 1) + 1;
    if (/^\s*(?:#|\/\/)/.test(text.slice(start, offset))) continue;
    const { line, column } = lines.at(offset);
    const { rule, message } = frozen ?? MENTIONS.variable;
    sites.push({
      rule,
      outcome: 'manual',
      symbol: name,
      line,
      column,
      endLine: line,
      endColumn: column + name.length,
      outputLine: line,
      outputEndLine: line,
      message,
      help: helpFor(rule),
    });
  }
  return sites;
}
