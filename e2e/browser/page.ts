import type { Result } from '../run-app.js';

type Pair = Pick<Result, 'app' | 'visits' | 'findings'>;

const escaped = (text: string): string => text.replace(/[&<>"]/g, (each) => `&#${each.charCodeAt(0)};`);

/** One page that a person can look at: each step before and after, side by side, and what was found. It loads nothing. */
export function picturePage(pairs: readonly Pair[]): string {
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>Before and after</title>
<style>
  body { font: 15px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 75rem; padding: 0 1rem }
  figure { display: inline-block; margin: 0 1% 1rem 0; width: 48% }
  img { border: 1px solid #ccc; width: 100% }
  td { padding: 0 1rem 0 0; vertical-align: top }
</style>
${pairs.map(section).join('\n')}
</html>
`;
}

const section = ({ app, visits, findings }: Pair): string => `<h2>${escaped(app)}</h2>
${findings.length === 0 ? '<p>No difference.</p>' : `<ul>${findings.map(({ where, what }) => `<li>${escaped(`${where}: ${what}`)}</li>`).join('')}</ul>`}
${visits ? seen(visits) : '<p>No browser was there.</p>'}`;

const seen = ({ before, after }: NonNullable<Result['visits']>): string => `<table>${Object.entries(before.seen)
  .map(([step, value]) => `<tr><td>${escaped(step)}<td>${escaped(value)}<td>${escaped(after.seen[step] ?? '')}</tr>`)
  .join('\n')}</table>
${[...before.pictures.keys()].map((step) => figure(`${step}, Auth.js`, before.pictures.get(step)) + figure(`${step}, Clerk`, after.pictures.get(step))).join('\n')}`;

const figure = (caption: string, png: Buffer | undefined): string =>
  `<figure><figcaption>${escaped(caption)}</figcaption>${png === undefined ? '<p>No picture could be taken.</p>' : `<img alt="${escaped(caption)}" src="data:image/png;base64,${png.toString('base64')}">`}</figure>`;
