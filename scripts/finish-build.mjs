// What tsc leaves undone: it removes nothing whose source is gone, and keeps the mode of no file.
import { chmodSync, copyFileSync, existsSync, readdirSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
for (const path of readdirSync(`${root}dist`, { recursive: true, encoding: 'utf8' })) {
  const source = path.replace(/\.d\.ts$|\.js$/, '.ts');
  if (source !== path && !existsSync(root + source)) rmSync(`${root}dist/${path}`);
}

// What the HTML report is made of besides code.
for (const name of ['report.css', 'filter.js'])
  copyFileSync(`${root}lib/report/html/${name}`, `${root}dist/lib/report/html/${name}`);

// A bin entry has to be executable where it is run from a checkout.
chmodSync(`${root}dist/bin/authjs-clerk-codemod.js`, 0o755);
