import { dirname, join } from 'node:path';
import { readPattern } from '../ast/declarations.js';
import { Bindings, type Binding } from '../ast/bindings.js';
import { saysServer } from '../ast/directives.js';
import {
  child,
  childList,
  contains,
  loadedModule,
  nameOf,
  stringOf,
  typeTest,
  unwrap,
  yieldedBy,
  type Node,
  type Span,
} from '../ast/tree.js';
import { cookieIn, endpointIn, isRoutePath, isVariable, MENTIONS_AUTHJS } from '../authjs/leftovers.js';
import type { Augmentation } from '../authjs/augmentation.js';
import { readAugmentation } from './augmentations.js';
import { isOptionsObject, readConfig, type AuthConfig } from './config.js';
import { isMockCall } from './mock-calls.js';
import type { MentionSite, ModuleForm } from './sites.js';

export interface ModuleReference extends Span {
  readonly form: ModuleForm;
  readonly source: string;
  /** What `export … from` takes of the module: its name there → the name here. */
  readonly passedOn: readonly { imported: string; exported: string }[];
  /** The names that an import declares. */
  readonly bindings: readonly Binding[];
  /** The names that a mock's factory makes; undefined where they are not to be seen. */
  readonly mocked?: readonly string[] | undefined;
}

/** An export of the file: a local name, or an expression behind `export default`. */
export type Exported = { readonly local: string } | { readonly expression: Node };

/** A declaration on the file's top level, with what it is set to. */
export interface TopDeclaration {
  readonly pattern: Node;
  readonly init: Node | undefined;
  readonly type: Node | undefined;
}

/** What one file says, whatever the other files are. */
export interface Facts {
  readonly bindings: Bindings;
  readonly modules: ModuleReference[];
  readonly exports: Map<string, Exported>;
  readonly declarations: TopDeclaration[];
  /** Calls of a name or a member, anywhere in the file. */
  readonly calls: { callee: Node; args: Node[] }[];
  readonly mentions: MentionSite[];
  /** Objects that look like Auth.js's options; they are where the file makes something of Auth.js. */
  readonly configs: AuthConfig[];
  /** Whether what the file exports are Server Actions. */
  readonly isServer: boolean;
  /** What the file adds to Auth.js's types. */
  readonly augmentation: Augmentation | undefined;
}

/** What a constant of the file holds, or the function of that name. */
function valueOf(name: Node, bindings: Bindings): Node | undefined {
  const declaration = bindings.of(name)?.declaration;
  if (declaration?.type === 'FunctionDeclaration') return declaration;
  return declaration?.type === 'VariableDeclarator' && child(declaration, 'id')?.type === 'Identifier'
    ? child(declaration, 'init')
    : undefined;
}

/**
 * @param text the text that the tree's offsets count in
 * @param path where the file stands
 */
export function factsOf(program: Node, text: string, path: string): Facts {
  const modules: ModuleReference[] = [];
  const mentions: MentionSite[] = [];
  const calls: Facts['calls'] = [];
  const exports = new Map<string, Exported>();
  const declarations: TopDeclaration[] = [];
  const imports: Node[] = [];
  const options: Node[] = [];

  const bindings = new Bindings(program, (node, parent, key) => {
    if (node.type === 'ImportDeclaration') imports.push(node);
    else if (mayNameModule(node)) {
      const reference = moduleReference(node);
      if (reference) modules.push(reference);
    }
    if (node.type === 'CallExpression') {
      const callee = child(node, 'callee');
      if (callee?.type === 'Identifier' || callee?.type === 'MemberExpression')
        calls.push({ callee, args: childList(node, 'arguments') });
    }
    if (isOptionsObject(node) && !options.some((outer) => contains(outer, node))) options.push(node);
    if (mayMention(node)) mentions.push(...mentionsOf(node, parent, key, path));
    if (parent === program) readTopLevel(node, exports, declarations);
  });

  for (const node of imports) {
    const own = childList(node, 'specifiers').flatMap((specifier) => bindings.of(child(specifier, 'local')) ?? []);
    modules.push({
      form: 'import',
      source: stringOf(child(node, 'source')) ?? '',
      start: node.start,
      end: node.end,
      passedOn: [],
      bindings: own,
    });
  }
  return {
    bindings,
    modules,
    exports,
    declarations,
    calls,
    mentions,
    configs: options.map((node) => readConfig(node, (name) => valueOf(name, bindings))),
    isServer: saysServer(program),
    augmentation: readAugmentation(program, text, bindings),
  };
}

const mayNameModule = typeTest(
  /^(?:Export(?:Named|All)Declaration|TSImportEqualsDeclaration|TSImportType|TSModuleDeclaration|ImportExpression|CallExpression)$/,
);

/** A module string in anything but an import declaration. */
function moduleReference(node: Node): ModuleReference | undefined {
  const at = (form: ModuleForm, source: string | undefined, span: Span, passedOn: ModuleReference['passedOn'] = []) =>
    source === undefined ? undefined : { form, source, start: span.start, end: span.end, passedOn, bindings: [] };
  switch (node.type) {
    case 'ExportNamedDeclaration': {
      const names = childList(node, 'specifiers').map((specifier) => ({
        imported: nameOf(child(specifier, 'local')) ?? '*',
        exported: nameOf(child(specifier, 'exported')) ?? 'default',
      }));
      return at('export-from', stringOf(child(node, 'source')), node, names);
    }
    case 'ExportAllDeclaration': {
      const name = nameOf(child(node, 'exported'));
      return at(
        'export-all',
        stringOf(child(node, 'source')),
        node,
        name === undefined ? [] : [{ imported: '*', exported: name }],
      );
    }
    case 'TSImportEqualsDeclaration':
      return at('import-equals', stringOf(child(child(node, 'moduleReference'), 'expression')), node);
    case 'TSImportType':
      return at('import-type', stringOf(child(node, 'source') ?? child(node, 'argument')), node);
    case 'TSModuleDeclaration':
      return at('augmentation', stringOf(child(node, 'id')), node);
    case 'ImportExpression':
    case 'CallExpression': {
      const string = loadedModule(node) ?? mockedModule(node);
      if (!string) return undefined;
      const callee = child(node, 'callee');
      const form =
        callee === undefined || callee.type === 'Import'
          ? 'dynamic-import'
          : callee.type === 'Identifier'
            ? 'require'
            : 'mock';
      const found = at(form, stringOf(string), string);
      return form === 'mock' && found ? { ...found, mocked: mockedNames(childList(node, 'arguments')[1]) } : found;
    }
    default:
      return undefined;
  }
}

/** `vi.mock('x')`, `jest.requireActual('x')` and their like; `vi.mock(import('x'))` holds an import of its own. */
function mockedModule(node: Node): Node | undefined {
  const callee = child(node, 'callee');
  if (callee?.type !== 'MemberExpression') return undefined;
  const [object, property] = [nameOf(child(callee, 'object')), nameOf(child(callee, 'property'))];
  return isMockCall(object ?? '', property ?? '') ? childList(node, 'arguments')[0] : undefined;
}

/** The keys of the object that a mock's factory yields; what it spreads there is as it was. */
function mockedNames(factory: Node | undefined): string[] | undefined {
  const last = childList(child(factory, 'body'), 'body').at(-1);
  const made = unwrap(last?.type === 'ReturnStatement' ? child(last, 'argument') : yieldedBy(factory));
  if (made?.type !== 'ObjectExpression') return undefined;
  const properties = childList(made, 'properties').filter(({ type }) => !type.startsWith('Spread'));
  const names = properties.map((property) =>
    property['computed'] ? undefined : (nameOf(child(property, 'key')) ?? stringOf(child(property, 'key'))),
  );
  return names.every((name) => name !== undefined) ? names : undefined;
}

const mayMention = typeTest(/^(?:Identifier|TemplateElement|StringLiteral|Literal|TemplateLiteral|TSLiteralType)$/);

function mentionsOf(node: Node, parent: Node | undefined, key: string, path: string): readonly MentionSite[] {
  const { start, end } = (node['withMarks'] as Span | undefined) ?? node;
  if (node.type === 'Identifier') {
    const name = node['name'] as string;
    return (key === 'property' || key === 'key') && isVariable(name)
      ? [{ kind: 'variable', symbol: name, start, end }]
      : [];
  }
  if (parent && isModuleString(node, parent, key)) {
    // A test that loads Auth.js's route tests what goes with it.
    const source = stringOf(node) ?? '';
    const target = source.startsWith('.') ? join(dirname(path), source).replaceAll('\\', '/') : source;
    return isRoutePath(target) && takesHandler(node, parent) ? [{ kind: 'address', symbol: source, start, end }] : [];
  }
  const text =
    node.type === 'TemplateElement'
      ? (node['value'] as { cooked?: string | null }).cooked
      : node.type === 'StringLiteral' || node.type === 'Literal'
        ? node['value']
        : undefined;
  if (typeof text !== 'string' || !MENTIONS_AUTHJS.test(text)) return [];
  const [address, cookie] = [endpointIn(text), cookieIn(text)];
  return [
    ...(isVariable(text) ? [{ kind: 'variable', symbol: text, start, end } as const] : []),
    ...(address === undefined ? [] : [{ kind: 'address', symbol: address, start, end } as const]),
    ...(cookie === undefined ? [] : [{ kind: 'cookie', symbol: cookie, start, end } as const]),
  ];
}

/** Whether a module is loaded for what it answers requests by: `import()` of it, or an import of its handlers. */
function takesHandler(source: Node, parent: Node): boolean {
  const names = childList(parent, 'specifiers').map((each) =>
    each.type === 'ImportDefaultSpecifier' ? 'default' : nameOf(child(each, 'imported')),
  );
  const isImport = parent.type === 'ImportDeclaration' && names.length > 0;
  return isImport ? names.every((name) => /^(?:default|GET|POST)$/.test(name ?? '')) : loadedModule(parent) === source;
}

/** Whether a string names a module, whose path may look like an address. */
const isModuleString = (node: Node, parent: Node, key: string): boolean =>
  key === 'source' ||
  parent.type === 'TSModuleDeclaration' ||
  (key === 'arguments' && (loadedModule(parent) ?? mockedModule(parent)) === node);

function readTopLevel(statement: Node, exports: Map<string, Exported>, declarations: TopDeclaration[]): void {
  const isExport = statement.type === 'ExportNamedDeclaration';
  const declaration = isExport ? child(statement, 'declaration') : statement;
  if (isExport && !statement['source']) {
    for (const specifier of childList(statement, 'specifiers')) {
      exports.set(nameOf(child(specifier, 'exported')) ?? '', { local: nameOf(child(specifier, 'local')) ?? '' });
    }
  }
  if (statement.type === 'ExportDefaultDeclaration')
    exports.set('default', { expression: child(statement, 'declaration')! });
  if (declaration?.type === 'VariableDeclaration') {
    for (const declarator of childList(declaration, 'declarations')) {
      const pattern = child(declarator, 'id')!;
      declarations.push({ pattern, init: child(declarator, 'init'), type: annotationOf(pattern) });
      if (isExport) for (const { local } of namesIn(pattern)) exports.set(local, { local });
    }
  } else {
    const id = child(declaration, 'id');
    const name = id?.type === 'Identifier' ? nameOf(id) : undefined;
    if (!id || name === undefined) return;
    if (isExport) exports.set(name, { local: name });
    if (declaration!.type === 'FunctionDeclaration')
      declarations.push({ pattern: id, init: declaration, type: undefined });
  }
}

/** The type behind the colon of a pattern or function. */
export function annotationOf(node: Node | undefined, key = 'typeAnnotation'): Node | undefined {
  const annotation = child(node, key);
  return annotation && (child(annotation, 'typeAnnotation') ?? annotation);
}

/** The names that a pattern declares, each with the property that it takes (`*` where it takes the value itself). */
export function namesIn(pattern: Node | undefined): { local: string; from: string }[] {
  const names: { local: string; from: string }[] = [];
  readPattern(pattern, (identifier, from) => names.push({ local: nameOf(identifier)!, from }));
  return names;
}
