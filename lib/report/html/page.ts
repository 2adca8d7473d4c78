import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { html, Markup } from './markup.js';

const read = (name: string): string => readFileSync(new URL(name, import.meta.url), 'utf8');

/** Style and script may be run for their own text alone: whatever a report holds, it runs nothing and loads nothing. */
const allowed = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** One HTML file that needs nothing beside it. */
export function page(title: string, body: Markup): string {
  const [style, script] = [read('report.css'), read('filter.js')];
  const policy = `default-src 'none'; base-uri 'none'; form-action 'none'; style-src ${allowed(style)}; script-src ${allowed(script)}`;
  const text = html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="${policy}" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title}</title>
        ${new Markup(`<style>${style}</style>`)}
      </head>
      <body>
        ${body} ${new Markup(`<script>${script}</script>`)}
      </body>
    </html> `.text;
  return `${text.trimEnd()}\n`;
}
