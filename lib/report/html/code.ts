import type { ReportedSite } from '../../ledger.js';
import type { CodeLine, Excerpt } from '../excerpts.js';
import { html, type Markup } from './markup.js';

/** A line longer than this is cut: nobody reads it, and a minified file is one line. */
const LONGEST = 400;

/** The code of a site: side by side where it changes, once where it stays. */
export function pair({ before, after }: Excerpt, site: ReportedSite): Markup {
  const left = figure(after === undefined ? 'As it is' : 'Before', before, 'del', site);
  if (before.length === 0 && (after === undefined || after.length === 0)) return html``;
  if (after === undefined) return html`<div class="kept">${left}</div>`;
  const right =
    after.length === 0
      ? html`<figure>
          <figcaption>After</figcaption>
          <p class="soft">Nothing: it goes.</p>
        </figure>`
      : figure('After', after, 'ins');
  return html`<div class="pair">${before.length > 0 && left}${right}</div>`;
}

/** Lines of code under a caption. */
export function figure(
  caption: string,
  lines: readonly CodeLine[],
  changed: 'ins' | 'del' | 'span',
  site?: ReportedSite,
): Markup {
  return html`<figure>
    <figcaption>${caption}</figcaption>
    <pre>${lines.map((line) => row(line, changed, site))}</pre>
  </figure>`;
}

function row({ number, text, isChanged }: CodeLine, changed: 'ins' | 'del' | 'span', site?: ReportedSite): Markup {
  const shown = text.length > LONGEST ? `${text.slice(0, LONGEST)} …` : text;
  const content = site && number >= site.line && number <= site.endLine ? marked(shown, number, site) : html`${shown}`;
  if (!isChanged || changed === 'span') return html`<span data-n="${number}">${content}</span>`;
  return changed === 'ins'
    ? html`<ins data-n="${number}">${content}</ins>`
    : html`<del data-n="${number}">${content}</del>`;
}

/** The line with the site itself marked. */
function marked(text: string, number: number, { line, column, endLine, endColumn }: ReportedSite): Markup {
  const start = number === line ? column - 1 : /^\s*/.exec(text)![0].length;
  const end = number === endLine ? endColumn - 1 : text.length;
  if (start >= end) return html`${text}`;
  return html`${text.slice(0, start)}<mark>${text.slice(start, end)}</mark>${text.slice(end)}`;
}
