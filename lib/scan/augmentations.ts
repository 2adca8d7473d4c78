import type { Bindings } from '../ast/bindings.js';
import { child, childList, contains, nameOf, stringOf, walk, type Node } from '../ast/tree.js';
import type { Augmentation, LocalType, WidenedInterface } from '../authjs/augmentation.js';
import { isDataTypeName } from '../authjs/data-types.js';
import { isAuthjsModule, OPTIONS_TYPES } from '../authjs/modules.js';
import { TYPES as AUTHJS_TYPES } from '../authjs/runtime.js';

const TYPES = /^(?:TSTypeAliasDeclaration|TSInterfaceDeclaration|TSEnumDeclaration)$/;

/** Reads the augmentations of a file; undefined where it has none. */
export function readAugmentation(program: Node, text: string, bindings: Bindings): Augmentation | undefined {
  const blocks = childList(program, 'body').filter(
    (node) => node.type === 'TSModuleDeclaration' && isAuthjsModule(stringOf(child(node, 'id')) ?? ''),
  );
  if (blocks.length === 0) return undefined;
  const found = blocks
    .flatMap((block) => childList(child(block, 'body'), 'body'))
    .map((node) => (node.type === 'ExportNamedDeclaration' ? child(node, 'declaration')! : node));
  const widened = found.filter(
    (node) => node.type === 'TSInterfaceDeclaration' && isDataTypeName(nameOf(child(node, 'id')) ?? ''),
  );
  const named = new Map<string, LocalType>();
  const imports = new Map<string, { local: string; imported: string; source: string }>();
  const collect = (inside: Node): void => {
    for (const binding of bindings.all) {
      if (binding.scope !== bindings.program || !binding.references.some((node) => contains(inside, node))) continue;
      if (binding.imported) {
        if (!isAuthjsModule(binding.imported.source))
          imports.set(binding.name, {
            local: binding.name,
            imported: binding.imported.name,
            source: binding.imported.source,
          });
      } else if (TYPES.test(binding.declaration.type) && !named.has(binding.name)) {
        const isExported = bindings.parentOf(binding.declaration)?.type === 'ExportNamedDeclaration';
        named.set(binding.name, {
          name: binding.name,
          text: text.slice(binding.declaration.start, binding.declaration.end),
          isExported,
        });
        if (!isExported) collect(binding.declaration);
      }
    }
  };
  const own = found.filter((node) => isOwnType(node));
  for (const node of [...widened, ...own]) collect(node);
  for (const node of own) {
    const name = nameOf(child(node, 'id'))!;
    if (!named.has(name)) named.set(name, { name, text: exported(node, text), isExported: false, isInModule: true });
  }
  return {
    interfaces: widened.map((node) => widenedInterface(node, text)),
    local: [...named.values()],
    imports: [...imports.values()],
  };
}

/** A type that an app declares beside those of Auth.js, and that can stand elsewhere: a value of the name of a type is none. */
function isOwnType(node: Node): boolean {
  const name = nameOf(child(node, 'id')) ?? '';
  if (!/^TS(?:TypeAlias|Interface)Declaration$/.test(node.type) || AUTHJS_TYPES.test(name) || OPTIONS_TYPES.has(name))
    return false;
  return ![...walk(node)].some((each) => each.type === 'TSTypeQuery');
}

/** The text of a declaration in a block of them, as one of a module. */
function exported(node: Node, text: string): string {
  const margin = text.slice(text.lastIndexOf('\n', node.start) + 1, node.start);
  const written = text.slice(node.start, node.end);
  const [comment = ''] = /\/\*\*(?:(?!\*\/)[\s\S])*\*\/\s*$/.exec(text.slice(0, node.start)) ?? [];
  const whole = `${comment.trimEnd()}${comment === '' ? '' : `\n${margin}`}export ${written}`;
  return /^\s+$/.test(margin) ? whole.replaceAll(`\n${margin}`, '\n') : whole;
}

function widenedInterface(node: Node, text: string): WidenedInterface {
  const name = nameOf(child(node, 'id'))!;
  const body = child(node, 'body')!;
  const bases = childList(node, 'extends').map((base) => text.slice(base.start, base.end));
  return {
    name,
    members: membersOf(body, text),
    bases: bases.filter((base) => !/^Default(?:Session|User|JWT)$/.test(base)),
  };
}

function membersOf(body: Node, text: string): WidenedInterface['members'] {
  let start = body.start + 1;
  return childList(body, 'body').map((member) => {
    const from = start;
    start = member.end;
    return {
      name: nameOf(child(member, 'key')) ?? text.slice(member.start, member.end),
      text: text.slice(from, start),
    };
  });
}
