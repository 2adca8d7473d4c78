import { child, childList, forEachChild, loadedModule, nameOf, stringOf, type Node } from '../ast/tree.js';
import type { Project } from '../project/index.js';
import type { SourceFile } from '../source/source-file.js';

/** One export of a file of the app's own, as another of its files takes it. */
export interface Taken {
  readonly file: SourceFile;
  /** `*` for all of them. */
  readonly name: string;
  /** Where it is used; the statement itself where it is passed on or loaded for its effects. */
  readonly nodes: readonly Node[];
}

/** The statements and calls by which a file takes something of another. */
export function linksOf({ program, text }: SourceFile): { node: Node; source: string }[] {
  const links = childList(program, 'body').flatMap((node) => {
    const source = stringOf(child(node, 'source'));
    return source === undefined ? [] : [{ node, source }];
  });
  if (/\b(?:import|require)\s*\(/.test(text)) links.push(...loadsIn(program));
  return links;
}

/** The calls that load a module, wherever they stand. */
function loadsIn(node: Node, into: { node: Node; source: string }[] = []): { node: Node; source: string }[] {
  const source = stringOf(loadedModule(node));
  if (source !== undefined) into.push({ node, source });
  forEachChild(node, (inner) => void loadsIn(inner, into));
  return into;
}

/** What a file takes of other files of the app's own, by the file that each leads to. */
export function* takenBy(file: SourceFile, project: Project): Generator<[target: string, Taken]> {
  for (const { node: statement, source } of linksOf(file)) {
    const target = project.resolve(source, file.path);
    if (target === undefined) continue;
    const specifiers = childList(statement, 'specifiers');
    if (specifiers.length === 0) yield [target, { file, name: '*', nodes: [statement] }];
    for (const specifier of specifiers) {
      const binding = file.bindings.of(child(specifier, 'local'));
      if (statement.type !== 'ImportDeclaration')
        yield [target, { file, name: nameOf(child(specifier, 'local')) ?? '*', nodes: [statement] }];
      else {
        const references = binding?.references ?? [];
        const nodes = references.length > 0 ? references : [statement];
        yield [target, { file, name: binding?.imported?.name ?? '*', nodes }];
      }
    }
  }
}
