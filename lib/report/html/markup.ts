import { helpFor } from '../../source/rules.js';

/** Text that is HTML already; everything else is escaped where it is put in. */
export class Markup {
  constructor(readonly text: string) {}
}

type Value = string | number | Markup | readonly Markup[] | undefined | false;

const flattened = new WeakMap<TemplateStringsArray, readonly string[]>();

/**
 * HTML from a template: what is put in is text, unless it is `Markup`. Templates are indented for whoever reads the code: a
 * line break in them, with the spaces behind it, is one line break on the page.
 */
export function html(strings: TemplateStringsArray, ...values: readonly Value[]): Markup {
  let parts = flattened.get(strings);
  if (!parts) flattened.set(strings, (parts = strings.map((part) => part.replaceAll(/\s*\n\s*/g, '\n'))));
  let text = parts[0]!;
  values.forEach((value, index) => {
    text += textOf(value) + parts[index + 1]!;
  });
  return new Markup(text);
}

function textOf(value: Value): string {
  if (value === undefined || value === false) return '';
  if (value instanceof Markup) return value.text;
  if (typeof value === 'string' || typeof value === 'number') return escaped(String(value));
  return value.map((each) => each.text).join('');
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

// Tabs and line breaks are white space here as there.
const SPECIAL = /[&<>"']|[^\P{Cc}\t\n]|[\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu;

/** Text of the app's may hold what ends an element, and characters that turn the direction of what follows. */
const escaped = (text: string): string =>
  text.replaceAll(
    SPECIAL,
    (character) => ENTITIES[character] ?? `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

/**
 * The little Markdown that the tables of rules are written in: code spans, links, and lines that begin with `- `.
 * @param isHere whether a rule has a place on the page, to which a link may lead
 */
export function prose(text: string, isHere: (rule: string) => boolean): Markup[] {
  const blocks: Markup[] = [];
  let items: Markup[] = [];
  const endList = () => {
    if (items.length > 0)
      blocks.push(
        html`<ul>
          ${items}
        </ul>`,
      );
    items = [];
  };
  for (const line of text.split('\n').filter((each) => each.trim() !== '')) {
    if (line.startsWith('- ')) {
      items.push(html`<li>${inline(line.slice(2), isHere)}</li>`);
    } else {
      endList();
      blocks.push(html`<p>${inline(line, isHere)}</p>`);
    }
  }
  endList();
  return blocks;
}

/** Code spans and links of one line. */
export function inline(line: string, isHere: (rule: string) => boolean): Markup[] {
  return line.split(/(`[^`]+`|\[[^\]]+\]\([^)\s]+\))/).map((part) => {
    if (/^`[^`]+`$/.test(part)) return html`<code>${part.slice(1, -1)}</code>`;
    const link = /^\[([^\]]+)\]\(([^)\s]+)\)$/.exec(part);
    if (!link) return html`${part}`;
    const rule = /^([\w-]+)\.md$/.exec(link[2]!)?.[1];
    const address = rule === undefined ? link[2]! : isHere(rule) ? `#rule-${rule}` : helpFor(rule);
    return /^(?:https?:|#)/.test(address) ? html`<a href="${address}">${link[1]!}</a>` : html`${link[1]!}`;
  });
}
