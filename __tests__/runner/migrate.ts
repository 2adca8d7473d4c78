import { expect } from 'vitest';
import { imbalance } from '../../lib/ledger.js';
import { readProject } from '../../lib/project/index.js';
import { planRun } from '../../lib/runner/plan.js';
import { TRANSFORMS } from '../../transforms/index.js';
import { folder } from './folder.js';

const MANIFEST = { name: 'app', dependencies: { next: '^15.0.0', react: '^19.0.0', 'next-auth': '5.0.0-beta.32' } };

/** What becomes of a small app on next-auth 5: each file that changes, null where it goes, and what is said of its sites. */
export async function migrate(files: Readonly<Record<string, string>>) {
  const dir = folder({
    'package.json': JSON.stringify(MANIFEST),
    'tsconfig.json': '{}',
    'app/layout.tsx': 'export default ({ children }) => <html><body>{children}</body></html>;',
    'app/api/auth/[...nextauth]/route.ts': `import { handlers } from '../../../../auth';\nexport const { GET, POST } = handlers;\n`,
    ...files,
  });
  const project = await readProject('.', { cwd: dir });
  const { files: planned, report } = planRun(project, { transforms: TRANSFORMS, isPartial: false, todo: true });
  expect(imbalance(report)).toBeUndefined();
  return {
    after: Object.fromEntries(planned.map(({ path, after }) => [path.slice(dir.length + 1), after])),
    sites: (path: string) =>
      report.files
        .find((file) => file.path === path)!
        .sites.map(({ outcome, rule, symbol }) => `${outcome} ${rule} ${symbol}`),
  };
}
