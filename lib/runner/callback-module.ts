import type { Bindings } from '../ast/bindings.js';
import { indentAt, styleOf } from '../ast/style.js';
import type { Node } from '../ast/tree.js';
import type { Project } from '../project/index.js';
import { typescriptAt } from '../project/typescript.js';
import { KEPT_NAME } from '../scan/callback-code.js';
import type { KeptCallbacks } from '../scan/session-callbacks.js';
import type { ScannedFile } from '../scan/sites.js';
import { movedImports } from './moved-imports.js';

interface Input {
  readonly project: Project;
  readonly file: ScannedFile;
  readonly program: Node;
  readonly bindings: Bindings;
  readonly kept: KeptCallbacks;
  /** Where the callbacks go, and the generated module beside it. */
  readonly home: string;
  readonly module: string;
}

/**
 * A module of their own for callbacks that stand in Auth.js's route, which goes or may export nothing else: their text with
 * the imports that it needs. Undefined where the text needs what can't be had from there.
 */
export function callbackModule({ project, file, program, bindings, kept, home, module }: Input): string | undefined {
  const text = file.text.replace(/^\uFEFF/, '');
  const style = styleOf(program, text);
  const typescript = home.endsWith('.ts');
  if (kept.needed.length > 0 || (kept.client && !kept.client.imported)) return undefined;
  const moved = movedImports({ project, file, program, bindings, spans: kept.properties, home });
  if (!moved) return undefined;
  const types = new Set([...(typescript ? ['SessionCallbacks'] : []), ...moved.types]);
  const lines = [...moved.lines];
  const line = (clause: string, source: string) =>
    lines.push(`import ${clause} from ${style.quote}${source}${style.quote}${style.semicolon}`);
  if (types.size > 0) line(`type { ${[...types].toSorted().join(', ')} }`, project.specifierFor(module, home));
  const parts = kept.properties.map((property) => `${style.indent}${dedented(property, text, style.indent)},`);
  const { satisfies } = typescriptAt(home, project);
  const annotation = typescript && !satisfies ? ': SessionCallbacks' : '';
  const end = `}${typescript && satisfies ? ' satisfies SessionCallbacks' : ''}${style.semicolon}`;
  const head = lines.length > 0 ? `${lines.join('\n')}\n\n` : '';
  const body = `/** Fills the session that getSession() yields. */\nexport const ${KEPT_NAME}${annotation} = {\n${parts.join('\n\n')}\n${end}\n`;
  return `${head}${body}`.replace(/\r?\n/g, text.includes('\r\n') ? '\r\n' : '\n');
}

/** The text of a property one step from the margin; one that holds a template string of several lines keeps them. */
export function dedented(property: Node, text: string, step: string): string {
  const written = text.slice(property.start, property.end);
  const indent = indentAt(text, property.start);
  const isFixed = [...written.matchAll(/`(?:[^`\\]|\\[^])*`/g)].some(([template]) => template.includes('\n'));
  if (isFixed || !indent.startsWith(step)) return written;
  const surplus = indent.slice(step.length);
  return written
    .split('\n')
    .map((each, index) => (index > 0 && each.startsWith(surplus) ? each.slice(surplus.length) : each))
    .join('\n');
}
