import type { Binding, Bindings } from '../ast/bindings.js';
import { styleOf } from '../ast/style.js';
import { child, childList, contains, type Node, type Span } from '../ast/tree.js';
import { isSessionType } from '../authjs/session-calls.js';
import type { Project } from '../project/index.js';
import type { ScannedFile } from '../scan/sites.js';

interface Input {
  readonly project: Project;
  readonly file: ScannedFile;
  readonly program: Node;
  readonly bindings: Bindings;
  /** The code that moves. */
  readonly spans: readonly Span[];
  /** The file that it moves to. */
  readonly home: string;
}

/**
 * The imports that code needs in another file, and the names of Auth.js's session types that it uses: the generated module
 * has those. Undefined where an import leads to what can't be had from there.
 */
export function movedImports({ project, file, program, bindings, spans, home }: Input) {
  const text = file.text.replace(/^\uFEFF/, '');
  const style = styleOf(program, text);
  const isUsed = ({ references }: Binding) => references.some((node) => spans.some((span) => contains(span, node)));
  const types = new Set<string>();
  const lines: string[] = [];
  for (const declaration of childList(program, 'body').filter(({ type }) => type === 'ImportDeclaration')) {
    const named: string[] = [];
    const whole: string[] = [];
    let source = '';
    for (const specifier of childList(declaration, 'specifiers')) {
      const binding = bindings.of(child(specifier, 'local'));
      if (!binding?.imported || !isUsed(binding)) continue;
      const { name, source: from } = binding.imported;
      source = from;
      if (isSessionType({ module: from, name })) types.add(name);
      else if (specifier.type === 'ImportSpecifier') named.push(text.slice(specifier.start, specifier.end));
      else whole.push(text.slice(specifier.start, specifier.end));
    }
    if (named.length + whole.length === 0) continue;
    const target = project.resolve(source, file.path);
    if (target === undefined && source.startsWith('.')) return undefined;
    const isType = declaration['importKind'] === 'type' ? 'type ' : '';
    const clause = [...whole, ...(named.length > 0 ? [`{ ${named.join(', ')} }`] : [])].join(', ');
    const from = target === undefined ? source : project.specifierFor(target, home);
    lines.push(`import ${isType}${clause} from ${style.quote}${from}${style.quote}${style.semicolon}`);
  }
  return { lines, types };
}
