import { mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, sep } from 'node:path';
import { imbalance, type Report } from '../../lib/ledger.js';
import { readProject } from '../../lib/project/index.js';
import { planRun } from '../../lib/runner/plan.js';
import { TRANSFORMS } from '../../transforms/index.js';
import { fill } from '../runner/folder.js';
import { rootOf, type Files } from './load.js';

const PROBES = join(import.meta.dirname, 'probes');

interface Kind {
  readonly style: 'v4' | 'v5';
  readonly router: 'app' | 'pages';
  readonly language: 'ts' | 'js';
}

/** `v4-app-roles` → an app of next-auth 4 in the App Router; the rest of the name says what is particular about it. */
const kindOf = (name: string): Kind => ({
  style: name.startsWith('v5') ? 'v5' : 'v4',
  router: /^v\d-pages/.test(name) ? 'pages' : 'app',
  language: name.endsWith('-js') ? 'js' : 'ts',
});

/** What every app of a kind has, and no probe cares about. A probe's folder may hold any of these files itself. */
function scaffold({ style, router, language }: Kind): Record<string, string> {
  const x = `${language}x`;
  const version = style === 'v4' ? '^4.24.15' : '5.0.0-beta.29';
  const authjs = {
    'next-auth': version,
    [style === 'v4' ? '@next-auth/prisma-adapter' : '@auth/prisma-adapter']: '^1.0.7',
  };
  const dependencies = {
    ...authjs,
    '@prisma/client': '^6.19.0',
    next: '^15.5.9',
    react: '^19.1.4',
    'react-dom': '^19.1.4',
  };
  const options = {
    strict: true,
    noEmit: true,
    module: 'esnext',
    moduleResolution: 'bundler',
    jsx: 'preserve',
    paths: { '@/*': ['./*'] },
  };
  const children = language === 'ts' ? ': { children: React.ReactNode }' : '';
  return {
    'package.json': JSON.stringify({ name: 'app', private: true, dependencies }, null, 2),
    [language === 'ts' ? 'tsconfig.json' : 'jsconfig.json']: JSON.stringify({
      compilerOptions: options,
      include: ['**/*.ts', '**/*.tsx'],
    }),
    ...(router === 'app'
      ? {
          [`app/layout.${x}`]: `import Providers from '@/parts/providers';\n\nexport default function RootLayout({ children }${children}) {\n  return (\n    <html>\n      <body>\n        <Providers>{children}</Providers>\n      </body>\n    </html>\n  );\n}\n`,
          [`parts/providers.${x}`]: `'use client';\n\nimport { SessionProvider } from 'next-auth/react';\n\nexport default function Providers({ children }${children}) {\n  return <SessionProvider>{children}</SessionProvider>;\n}\n`,
        }
      : {
          [`pages/_app.${x}`]: `import { SessionProvider } from 'next-auth/react';\n${language === 'ts' ? "import type { AppProps } from 'next/app';\n" : ''}\nexport default function App({ Component, pageProps: { session, ...pageProps } }${language === 'ts' ? ': AppProps' : ''}) {\n  return (\n    <SessionProvider session={session}>\n      <Component {...pageProps} />\n    </SessionProvider>\n  );\n}\n`,
        }),
    ...handlerOf({ style, router, language }),
  };
}

/** The same in a folder of a repository of several packages. */
function scaffoldAt(folder: string, kind: Kind): [string, string][] {
  const files = Object.entries(scaffold(kind)).map(([path, text]): [string, string] => [`${folder}${path}`, text]);
  const top = JSON.stringify({ name: 'all', private: true, workspaces: ['apps/*', 'packages/*'] });
  return folder === '' ? files : [['package.json', top], ...files];
}

/** The route of Auth.js: release 5 has it in the App Router, whatever router the pages are in. */
function handlerOf({ style, router, language }: Kind): Record<string, string> {
  if (style === 'v5')
    return {
      [`app/api/auth/[...nextauth]/route.${language}`]: `import { handlers } from '@/auth';\n\nexport const { GET, POST } = handlers;\n`,
    };
  const imports = `import NextAuth from 'next-auth';\nimport { authOptions } from '@/lib/auth';\n\n`;
  return router === 'app'
    ? {
        [`app/api/auth/[...nextauth]/route.${language}`]: `${imports}const handler = NextAuth(authOptions);\n\nexport { handler as GET, handler as POST };\n`,
      }
    : { [`pages/api/auth/[...nextauth].${language}`]: `${imports}export default NextAuth(authOptions);\n` };
}

/** An app of probes, before the codemod. */
export interface App extends Kind {
  readonly name: string;
  readonly files: Files;
  /** The files that set Auth.js up. They wait for all the others, and are none of a probe's own. */
  readonly setUp: ReadonlySet<string>;
  /** The files that the harness runs, and what each is. */
  readonly probes: readonly Probe[];
}

export interface Probe {
  readonly path: string;
  readonly kind: 'page' | 'handler' | 'api' | 'props' | 'component' | 'action' | 'function';
}

/** Where a file stands says what it is, as it does to Next.js. */
const KINDS: readonly (readonly [RegExp, Probe['kind']])[] = [
  [/^app\/api\/auth\/\[|^pages\/api\/auth\/\[|^pages\/_/, undefined as never],
  [/^app\/.+\/(?:page|layout)\.[jt]sx$/, 'page'],
  [/^app\/.+\/route\.[jt]s$/, 'handler'],
  [/^pages\/api\//, 'api'],
  [/^pages\//, 'props'],
  [/^components\//, 'component'],
  [/^actions\//, 'action'],
  [/^functions\//, 'function'],
];

export const APPS: readonly App[] = readdirSync(PROBES).map(readApp);

function readApp(name: string): App {
  const folder = join(PROBES, name);
  const kind = kindOf(name);
  const own = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => statSync(join(folder, path)).isFile())
    .map((path): [string, string] => [path.split(sep).join('/'), readFileSync(join(folder, path), 'utf8')]);
  const probes = own.flatMap(([path]) => {
    const found = KINDS.find(([test]) => test.test(path.replace(/^apps\/web\//, '')))?.[1];
    return found === undefined ? [] : [{ path, kind: found }];
  });
  const files = new Map([...scaffoldAt(name.includes('monorepo') ? 'apps/web/' : '', kind), ...own]);
  const setUp = new Set(
    [...files].flatMap(([path, text]) => (/\bNextAuth\(|: NextAuthOptions\b/.test(text) ? [path] : [])),
  );
  return { ...kind, name, setUp, files, probes };
}

export interface Migrated {
  readonly files: Files;
  readonly report: Report;
}

/** What the codemod makes of an app: the whole run, planned over a copy on the disk and written into memory. */
export async function migrate(app: App): Promise<Migrated> {
  const dir = realpathSync(mkdtempSync(join(tmpdir(), 'acc-equal-')));
  try {
    fill(dir, Object.fromEntries(app.files));
    const { files, report } = planRun(await readProject('.', { cwd: dir }), {
      transforms: TRANSFORMS,
      isPartial: false,
      todo: true,
      bridge: true,
    });
    const fault = imbalance(report);
    if (fault !== undefined) throw new Error(`${app.name}: ${fault}`);
    const after = new Map(app.files);
    for (const { path, after: text } of files) {
      const name = relative(dir, path).split(sep).join('/');
      if (text === null) after.delete(name);
      else after.set(name, text);
    }
    return { files: after, report };
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

/** The claims that an instance has once somebody has applied the patch of the run. */
export function claimsIn(files: Files): Record<string, string> {
  const patch = JSON.parse(files.get(`${rootOf(files)}clerk.patch.json`) ?? '{}') as {
    session?: { claims?: Record<string, string> };
  };
  return patch.session?.claims ?? {};
}
