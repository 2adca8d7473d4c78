// Writes docs/rules/ from the table in lib/source/rules/, as it was built last. `npm run rules` builds first.
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import * as prettier from 'prettier';
import { RULES } from '../dist/lib/source/rules.js';
import { indexOf, pageOf } from '../dist/lib/source/rules/page.js';

const folder = fileURLToPath(new URL('../docs/rules/', import.meta.url));
const pages = new Map([['README.md', indexOf(RULES)], ...RULES.map((rule) => [`${rule.id}.md`, pageOf(rule)])]);

mkdirSync(folder, { recursive: true });
for (const name of readdirSync(folder)) if (!pages.has(name)) rmSync(folder + name);
for (const [name, text] of pages) {
  const options = await prettier.resolveConfig(folder + name);
  writeFileSync(folder + name, await prettier.format(text, { ...options, filepath: folder + name }));
}
console.log(`docs/rules: ${pages.size} pages`);
