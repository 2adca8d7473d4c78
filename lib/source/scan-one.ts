import { programOf } from '../ast/parse.js';
import type { ScanInput } from '../scan/input.js';
import { scan } from '../scan/scan.js';
import { withoutSites, type ScannedFile } from '../scan/sites.js';

/** The sites of one file that is known alone, as stock jscodeshift shows it. */
export function scanOne(path: string, text: string): ScannedFile {
  const input: ScanInput = {
    files: [path],
    read: () => text,
    resolve: () => undefined,
    importStemsOf: () => [],
    parse: programOf,
    isOwnRoute: () => false,
  };
  return scan(input).files.get(path) ?? withoutSites(path, text);
}
