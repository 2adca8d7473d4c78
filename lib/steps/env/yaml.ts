import { isMap, isPair, isScalar, isSeq, parseAllDocuments, visit, type Pair, type Scalar, type YAMLMap } from 'yaml';
import { endOfLine, startOfLine, startsItsLine } from '../../ast/lines.js';
import type { ClerkVariable } from '../../clerk/variables.js';
import type { Declaration } from './declaration.js';

/** What a file of this kind gives a variable: a value that is no secret, or a reference to what is set elsewhere. */
type Reference = (variable: ClerkVariable) => string;

const COMPOSE: Reference = ({ name, value }) => value ?? `\${${name}}`;
/** What goes into the browser's code is no secret: GitHub keeps it as a variable. */
const WORKFLOW: Reference = ({ name, value }) =>
  value ?? (name.startsWith('NEXT_PUBLIC_') ? `\${{ vars.${name} }}` : `\${{ secrets.${name} }}`);

/** The `environment` and build `args` of a compose file, lists shared by an anchor among them. */
export const readCompose = (text: string): Declaration[] =>
  readYaml(text, COMPOSE, (key) => key === 'environment' || key === 'args' || key.startsWith('x-'));

/** The `env` of a workflow, its jobs and steps. */
export const readWorkflow = (text: string): Declaration[] =>
  readYaml(text, WORKFLOW, (key) => key === 'env').map((each) => ({
    ...each,
    write: (variables) => each.write(variables.filter(({ atRunTime }) => !atRunTime)),
  }));

/** Variables under keys that hold such, each on lines of its own. Text that is no YAML, or on one line, is left alone. */
function readYaml(text: string, reference: Reference, holdsVariables: (key: string) => boolean): Declaration[] {
  const found: Declaration[] = [];
  let list = 0;
  for (const document of parseAllDocuments(text, { logLevel: 'silent' })) {
    if (!('contents' in document) || document.errors.length > 0) return [];
    visit(document, {
      Pair(_, pair) {
        const key = isScalar(pair.key) ? String(pair.key.value) : '';
        if (!holdsVariables(key)) return undefined;
        const { value } = pair;
        if ((!isMap(value) && !isSeq(value)) || value.flow) return undefined;
        list += 1;
        const items = isMap(value)
          ? pairsOf(value, text, list, reference)
          : itemsOf(value.items, text, list, reference);
        const start = startOfLine(text, (pair.key as Scalar).range![0]);
        const isPlain = items.length === value.items.length && startsItsLine(text, (pair.key as Scalar).range![0]);
        const whole = isPlain && items.length > 0 ? { start, end: items.at(-1)!.end } : undefined;
        found.push(...items.map((item) => ({ ...item, ...(whole && { whole }) })));
        return undefined;
      },
    });
  }
  return found;
}

/** `NAME: value` */
function pairsOf(map: YAMLMap, text: string, list: number, reference: Reference): Declaration[] {
  return map.items.flatMap((pair) => {
    if (!isPair(pair) || !isScalar(pair.key) || !pair.key.range) return [];
    const [at] = pair.key.range;
    const value = (pair as Pair<Scalar, Scalar | null>).value;
    const written = isScalar(value) && value.range ? text.slice(value.range[0], value.range[1]) : '';
    return declaration(text, String(pair.key.value), at, value?.range?.[1] ?? pair.key.range[1], {
      list,
      value: written,
      write: (variable) => `${variable.name}: ${reference(variable)}`,
    });
  });
}

/** `- NAME=value`, and `- NAME`, which takes the value from outside */
function itemsOf(items: readonly unknown[], text: string, list: number, reference: Reference): Declaration[] {
  return items.flatMap((item) => {
    if (!isScalar(item) || !item.range || typeof item.value !== 'string') return [];
    const [start, end] = item.range;
    const match = /^(["']?)([A-Za-z_]\w*)(?:(=)([^]*))?$/.exec(text.slice(start, end));
    if (!match) return [];
    const [, quote = '', name = '', equals, value = ''] = match;
    const write = (each: ClerkVariable) => {
      const given = equals || each.value !== undefined ? `=${reference(each)}` : '';
      return `- ${quote}${each.name}${given}${quote}`;
    };
    return declaration(text, name, start + quote.length, end, { list, value, write }, '-');
  });
}

interface Parts {
  readonly list: number;
  readonly value: string;
  write(variable: ClerkVariable): string;
}

/** The whole lines of an item; none where something else stands on them. */
function declaration(text: string, name: string, at: number, end: number, parts: Parts, dash = ''): Declaration[] {
  const start = startOfLine(text, at);
  const before = text.slice(start, at);
  const isOwnLine = dash === '' ? startsItsLine(text, at) : /^[ \t]*-[ \t]+["']?$/.test(before);
  const stop = text[end - 1] === '\n' ? end : Math.min(text.length, endOfLine(text, end) + 1);
  if (!isOwnLine || !/^[ \t]*(?:#[^\n]*)?\r?\n?$/.test(text.slice(end, stop))) return [];
  const indent = /^[ \t]*/.exec(before)![0];
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  return [
    {
      name,
      at,
      start,
      end: stop,
      holdsValue: parts.value !== '' && !parts.value.includes('$'),
      list: parts.list,
      write: (variables) => variables.map((each) => `${indent}${parts.write(each)}${eol}`).join(''),
    },
  ];
}
