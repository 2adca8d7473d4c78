import { expect, it } from 'vitest';
import { migrate } from '../../lib/api/index.js';
import { imbalance } from '../../lib/ledger.js';
import type { WrapperSetting } from '../../lib/scan/wrappers.js';
import { APP } from '../bin/cli.js';

const page = (from: string) => `import { getViewer, other } from "${from}";

export default async function Page() {
  const session = await getViewer();
  if (!session) return null;
  other();
  return <p>Hello</p>;
}
`;
const MENU = `import { useViewer } from "@acme/auth/client";

export function Greeting() {
  const { data } = useViewer();
  return data ? <p>Hello</p> : null;
}
`;
const FILES = {
  ...APP,
  'app/viewer/page.tsx': page('@acme/auth'),
  'app/own/page.tsx': page('../../lib/viewer'),
  'lib/viewer.ts': 'export const getViewer = async () => load();\nexport const other = () => {};\n',
  'app/greeting.tsx': `"use client";\n\n${MENU}`,
  'app/person/page.tsx': `import { getPerson } from "@acme/auth";

export default async function Page() {
  const person = await getPerson();
  if (!person) return null;
  return <p>{person.name}</p>;
}
`,
  'app/person/whole.ts': `import { getPerson } from "@acme/auth";

export const whole = async () => show(await getPerson());
declare function show(person: unknown): void;
`,
  'app/person.tsx': `"use client";\n
import { usePerson } from "@acme/auth/client";

export function Person() {
  const person = usePerson();
  return <p>{person?.name}</p>;
}
`,
  'app/shadowed.tsx': `import { getViewer } from "@acme/other";\nexport const x = async () => (await getViewer()) ? 1 : 2;\n`,
};
const WRAPPERS: WrapperSetting[] = [
  { name: 'getViewer', from: '@acme/auth', yields: 'session' },
  { name: 'getViewer', from: './lib/viewer', yields: 'session' },
  { name: 'useViewer', from: '@acme/auth/client', yields: 'hook' },
  { name: 'getPerson', from: '@acme/auth', yields: 'user' },
  { name: 'usePerson', from: '@acme/auth/client', yields: 'user-hook' },
];

it('what a config calls a wrapper is rewritten like the call of Auth.js that it stands for', async () => {
  const { files, report } = await migrate({ files: FILES, wrappers: WRAPPERS });
  expect(imbalance(report)).toBeUndefined();
  for (const path of ['app/viewer/page.tsx', 'app/own/page.tsx']) {
    expect(files[path]).toContain('const { isAuthenticated } = await auth();');
    expect(files[path]).toMatch(/import \{ other \} from/);
  }
  expect(files['app/greeting.tsx']).toContain('useAuth()');
  expect(files['app/greeting.tsx']).not.toContain('@acme/auth');
});

it('what yields the user is followed as the user, and left where it is handed on whole', async () => {
  const { files, report } = await migrate({ files: FILES, wrappers: WRAPPERS });
  expect(files['app/person/page.tsx']).toContain('const person = await currentUser();');
  expect(files['app/person/page.tsx']).toContain('{person.fullName}');
  expect(files['app/person.tsx']).toContain('const { user } = useUser();');
  expect(files['app/person.tsx']).toContain('{user?.fullName}');
  expect(files['app/person/whole.ts']).toContain('await getPerson()');
  const left = report.files.find(({ path }) => path === 'app/person/whole.ts')?.sites;
  expect(left?.filter(({ rule }) => rule !== 'import-in-use')).toMatchObject([
    { outcome: 'manual', rule: 'session-escapes' },
  ]);
});

it('is left alone without it, as is one of the same name from another module', async () => {
  const plain = await migrate({ files: FILES });
  const told = await migrate({ files: FILES, wrappers: WRAPPERS });
  for (const path of ['app/viewer/page.tsx', 'app/own/page.tsx', 'app/greeting.tsx', 'lib/viewer.ts'] as const)
    expect(plain.files[path]).toBe(FILES[path]);
  expect(told.files['app/shadowed.tsx']).toBe(FILES['app/shadowed.tsx']);
  expect(told.files['lib/viewer.ts']).toBe(FILES['lib/viewer.ts']);
});

it('changes nothing in a second run', async () => {
  const { files } = await migrate({ files: FILES, wrappers: WRAPPERS });
  expect((await migrate({ files, wrappers: WRAPPERS })).changes).toEqual([]);
});
