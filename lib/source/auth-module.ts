import { child, childList, contains, nameOf, stringOf, type Node } from '../ast/tree.js';
import { isAuthjsModule, isNextAuth, OWN } from '../authjs/modules.js';
import type { ScannedFile } from '../scan/sites.js';
import type { SourceFile } from './source-file.js';

/** The file that answers at /api/auth/*: `[...nextauth]`, whatever its parameter's name. */
export const isAuthRoute = (path: string): boolean =>
  /api[\\/]auth[\\/]\[\.\.\.\w+\](?:[\\/]route)?\.[cm]?[jt]sx?$/.test(path);

/** Exports of a route file that configure the route alone. */
const ROUTE_EXPORTS =
  /^(?:GET|POST|runtime|dynamic|dynamicParams|revalidate|fetchCache|preferredRegion|maxDuration|config)$/;

/** Functions of the app's own around what Auth.js made: no set-up. */
const CODE: ReadonlySet<string> = new Set([OWN.wrapper, OWN.action]);

export interface AuthModule {
  /**
   * Top-level statements that are nothing but Auth.js's set-up, and what only they use; behind them properties elsewhere in
   * the file that only it reads.
   */
  readonly owned: readonly Node[];
  /** All other statements but imports. */
  readonly rest: readonly Node[];
}

/**
 * Parts a file into what sets Auth.js up and what does not.
 * @param setUpExports exports that nothing but set-up uses, elsewhere or here
 */
export function authModule(
  file: SourceFile,
  setUpExports: ReadonlySet<string> = file.context.setUpExports,
): AuthModule {
  const statements = childList(file.program, 'body').filter(({ type }) => type !== 'ImportDeclaration');
  // What another transform has rewritten already is no set-up any more.
  const isOpen = (statement: Node) => !file.edits.touches(statement);
  const properties = file.context.setUpProperties;
  const owned = new Set([...statements.filter((each) => isOpen(each) && isSetUp(each, file)), ...properties]);
  if (owned.size === 0 && setUpExports.size === 0) return { owned: [], rest: statements };
  for (let grown = true; grown;) {
    grown = false;
    for (const statement of statements) {
      if (owned.has(statement) || !isOpen(statement) || !servesOnly(statement, owned, setUpExports, file)) continue;
      owned.add(statement);
      grown = true;
    }
    for (const statement of listsFor(statements, owned, file)) {
      if (owned.has(statement) || !isOpen(statement)) continue;
      owned.add(statement);
      grown = true;
    }
  }
  return {
    owned: [...statements.filter((statement) => owned.has(statement)), ...properties],
    rest: statements.filter((statement) => !owned.has(statement)),
  };
}

/** `declare module "next-auth"` */
export const isAugmentation = (statement: Node): boolean =>
  statement.type === 'TSModuleDeclaration' && isAuthjsModule(stringOf(child(statement, 'id')) ?? '');

export const augmentationsIn = ({ program }: SourceFile): Node[] => childList(program, 'body').filter(isAugmentation);

function isSetUp(statement: Node, file: SourceFile): boolean {
  const { passes } = file.scanned;
  const { stillTaken } = file.context;
  const stays = (name: string) => stillTaken.has(name) || stillTaken.has('*');
  // A function of the app's own around `auth` goes on by Clerk.
  const isOf = (names: ScannedFile['passes'], name: string | undefined) =>
    name !== undefined &&
    names.has(name) &&
    !CODE.has(names.get(name)!.module) &&
    !(stays(name) && isAuthjsModule(names.get(name)!.module));
  const made = (name: string | undefined) => isOf(file.scanned.made, name);
  // An untyped object is known to be the options by another file's use of it.
  const isOptions = (name: string) => file.scanned.passes.get(name)?.module === OWN.options;
  const route = isAuthRoute(file.path);
  switch (statement.type) {
    case 'TSModuleDeclaration':
      return isAugmentation(statement) && !file.context.keepsTypes;
    case 'ExportDefaultDeclaration':
      return route || isOf(passes, 'default');
    case 'ExportAllDeclaration':
      return (
        isAuthjsModule(stringOf(child(statement, 'source')) ?? '') &&
        ![...stillTaken].some((name) => name === '*' || !passes.has(name))
      );
    case 'ExportNamedDeclaration': {
      const declaration = child(statement, 'declaration');
      if (declaration)
        return (
          namesOf(declaration).length > 0 &&
          namesOf(declaration).every((name) => made(name) || isOptions(name) || (route && ROUTE_EXPORTS.test(name)))
        );
      const specifiers = childList(statement, 'specifiers');
      return (
        specifiers.length > 0 &&
        specifiers.every(
          (specifier) =>
            isOf(passes, nameOf(child(specifier, 'exported'))) ||
            (route && ROUTE_EXPORTS.test(nameOf(child(specifier, 'exported')) ?? '')),
        )
      );
    }
    case 'ExpressionStatement':
      return false;
    default:
      return namesOf(statement).length > 0 && namesOf(statement).every(made);
  }
}

function namesOf(declaration: Node): string[] {
  if (declaration.type !== 'VariableDeclaration') return [nameOf(child(declaration, 'id')) ?? []].flat();
  return childList(declaration, 'declarations').flatMap((declarator) => patternNames(child(declarator, 'id')));
}

function patternNames(pattern: Node | undefined): string[] {
  if (pattern?.type === 'Identifier') return [nameOf(pattern)!];
  return childList(pattern, 'properties').flatMap((property) =>
    patternNames(child(property, 'value') ?? child(property, 'argument')),
  );
}

/** A declaration that nothing but the set-up refers to: one that is not exported, or whose exports only set-up uses. */
function servesOnly(
  statement: Node,
  owned: ReadonlySet<Node>,
  setUpExports: ReadonlySet<string>,
  file: SourceFile,
): boolean {
  const exported = exportedNames(statement);
  const isExport = exported.length > 0;
  if (isExport ? !exported.every((name) => setUpExports.has(name)) : !DECLARATION.test(statement.type)) return false;
  const names = namesOf(child(statement, 'declaration') ?? statement);
  const references = names
    .flatMap((name) => file.bindings.program.names.get(name)?.references ?? [])
    .filter((node) => !contains(statement, node) && !file.edits.removes(node));
  return (
    (isExport || (names.length > 0 && references.length > 0)) &&
    references.every((node) => [...owned].some((each) => contains(each, node)))
  );
}

/** Lists that only the set-up reads, with the statements that fill them: `if (env.GOOGLE_ID) providers.push(Google({ … }))`. */
function listsFor(statements: readonly Node[], owned: ReadonlySet<Node>, file: SourceFile): Node[] {
  const fills = new Map<Node, ReadonlySet<string>>();
  for (const statement of statements) {
    const lists = /^(?:If|Expression)Statement$/.test(statement.type) ? listsFilledBy(statement) : undefined;
    if (lists && lists.size > 0) fills.set(statement, lists);
  }
  return [...new Set([...fills.values()].flatMap((lists) => [...lists]))].flatMap((name) => {
    const binding = file.bindings.program.names.get(name);
    const declared = binding && statements.find((each) => contains(each, binding.declaration));
    if (declared?.type !== 'VariableDeclaration' || namesOf(declared).length > 1) return [];
    const filling = [...fills].filter(([, lists]) => lists.has(name)).map(([statement]) => statement);
    const isAlone = filling.every((statement) => fills.get(statement)!.size === 1);
    const around = [declared, ...owned, ...filling];
    const outside = binding!.references.filter((node) => !file.edits.removes(node));
    const isRead = outside.some((node) => [...owned].some((each) => contains(each, node)));
    return isAlone && isRead && outside.every((node) => around.some((each) => contains(each, node)))
      ? [declared, ...filling]
      : [];
  });
}

/** The lists that a statement does nothing but push to; undefined where it does something besides. */
function listsFilledBy(statement: Node): Set<string> | undefined {
  const lists = new Set<string>();
  const own = new Set<string>();
  const isFilling = (node: Node | undefined): boolean => {
    switch (node?.type) {
      case undefined:
        return true;
      case 'IfStatement':
        return isFilling(child(node, 'consequent')) && isFilling(child(node, 'alternate'));
      case 'BlockStatement':
        return childList(node, 'body').every(isFilling);
      case 'VariableDeclaration':
        for (const name of namesOf(node)) own.add(name);
        return true;
      case 'ExpressionStatement': {
        const target = child(child(node, 'expression'), 'left');
        if (target) return own.has(nameOf(child(target, 'object')) ?? '');
        const callee = child(child(node, 'expression'), 'callee');
        const name = nameOf(child(callee, 'object'));
        if (nameOf(child(callee, 'property')) !== 'push' || name === undefined) return false;
        lists.add(name);
        return true;
      }
      default:
        return false;
    }
  };
  return isFilling(statement) ? lists : undefined;
}

const DECLARATION =
  /^(?:VariableDeclaration|FunctionDeclaration|ClassDeclaration|TS(?:TypeAlias|Interface|Enum)Declaration)$/;

/** The names under which a statement exports something; none where it exports nothing, or all of another module. */
export function exportedNames(statement: Node): string[] {
  if (statement.type === 'ExportDefaultDeclaration') return ['default'];
  if (statement.type !== 'ExportNamedDeclaration') return [];
  const declaration = child(statement, 'declaration');
  if (declaration) return namesOf(declaration);
  return childList(statement, 'specifiers').flatMap((specifier) => nameOf(child(specifier, 'exported')) ?? []);
}

/** Whether nothing that stays refers to what goes. */
export function isSelfContained({ owned, rest }: AuthModule, file: SourceFile): boolean {
  const names = new Set(owned.flatMap((statement) => namesOf(child(statement, 'declaration') ?? statement)));
  return [...names].every((name) => {
    const binding = file.bindings.program.names.get(name);
    return !binding?.references.some(
      (node) =>
        !file.edits.removes(node) &&
        rest.some((statement) => contains(statement, node)) &&
        !owned.some((each) => contains(each, node)),
    );
  });
}

/** Whether a reference is an export of the set-up, by a clause or by a constant that the set-up makes of it: `cache(auth)`. */
export function isHandedOnBySetUp(reference: Node, { bindings, scanned }: SourceFile): boolean {
  const parent = bindings.parentOf(reference);
  if (parent?.type === 'ExportSpecifier') return true;
  const declarator = [...bindings.ancestors(reference)].find(({ type }) => type === 'VariableDeclarator');
  const name = nameOf(child(declarator, 'id')) ?? '';
  return (
    bindings.program.names.get(name)?.declaration === declarator && scanned.made.get(name)?.module === OWN.instance
  );
}

/** Whether the file sets Auth.js up at all: its options, instance, route or types. */
export const setsUp = (file: SourceFile): boolean =>
  file.scanned.made.size > 0 ||
  isAuthRoute(file.path) ||
  file.entries.some(
    ({ site }) =>
      (site.kind === 'use' && isNextAuth(site.origin)) || (site.kind === 'module' && site.form === 'augmentation'),
  );
