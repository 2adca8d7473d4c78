import { child, childList, contains, isCall, isMember, nameOf, yieldedBy, unwrap, type Node } from '../ast/tree.js';
import { isDataType } from '../authjs/data-types.js';
import { isAuthjsModule, OWN } from '../authjs/modules.js';
import { isReact, isServerSessionCall as asksServer } from '../authjs/session-calls.js';
import { isOwnMock, type ModuleSite } from '../scan/sites.js';
import type { WhereMoved } from '../source/context.js';
import type { Entry, SourceFile, Use } from '../source/source-file.js';
import { factoryOf, isBeside, type MockFactory } from './mock-factory.js';

/** Where the generated module's function stands, for the one of Auth.js that a test mocked. */
export type Helper = 'useSession' | 'getSession';

/** A mock of the function that asked for a session, to become one of the generated module's. */
export interface RenamedMock {
  readonly entry: Entry<ModuleSite>;
  readonly helper: Helper;
  readonly call: Node;
  /** Its factory, if it has one: what it makes, the function among that, and mocks that nothing looks at. */
  readonly factory: MockFactory | undefined;
}

/** A use of the function, and the arguments that the test expects it to be called with. */
export interface RenamedUse {
  readonly use: Use;
  readonly helper: Helper;
  readonly expected: { readonly call: Node; readonly kept: Node | undefined } | undefined;
}

export const SIDES: Readonly<Record<Helper, 'client' | 'server'>> = { useSession: 'client', getSession: 'server' };

const isHook = isReact('useSession');

/**
 * The mocks of a test file whose code asks the generated module by now: the same function by another name, so that all that
 * the test says of it stays. Undefined where the file does anything else with Auth.js.
 * @param where the states of the code under test for which that is right
 */
export function renamedMocks(
  file: SourceFile,
  where: readonly WhereMoved[],
): { mocks: RenamedMock[]; uses: RenamedUse[] } | undefined {
  const strings = file
    .modules(({ form }) => form === 'mock')
    .filter((entry) => !isOptionsMock(entry) && !isOwnMock(entry.site));
  const mocks = strings.map((entry) => renamedMock(entry, file));
  if (mocks.length === 0 || !mocks.every((mock) => mock !== undefined)) return undefined;
  const helpers = new Set(mocks.map(({ helper }) => helper));
  if (helpers.size < mocks.length) return undefined;
  if (![...helpers].every((helper) => where.includes(file.context.codeUnderTest[SIDES[helper]]))) return undefined;
  if (file.modules(({ form }) => !/^(?:mock|import)$/.test(form)).some((entry) => !isLoaded(entry, file)))
    return undefined;
  const uses: RenamedUse[] = [];
  const others: Use[] = [];
  for (const use of file.uses(() => true)) {
    const { origin } = use.site;
    const helper = isHook(origin) ? 'useSession' : asksServer(origin) ? 'getSession' : undefined;
    const expected = helper && expectedCall(use, file);
    if (helper && helpers.has(helper) && expected !== 'another') uses.push({ use, helper, expected });
    else if (!isDataType(origin)) others.push(use);
  }
  // The options stand in what the call is expected to be given, and go with it.
  const goes = ({ site }: Use) =>
    uses.some(
      ({ expected }) => expected && contains(expected.call, site) && !(expected.kept && contains(expected.kept, site)),
    );
  return others.every((use) => goes(use)) ? { mocks, uses } : undefined;
}

/** A mock of the options' module, which nothing loads any more where the code has moved. */
export const isOptionsMock = ({ site }: Entry<ModuleSite>): boolean =>
  site.target !== undefined &&
  (site.mocked ?? []).length > 0 &&
  site.mocked!.every(({ module }) => module === OWN.options);

function renamedMock(entry: Entry<ModuleSite>, file: SourceFile): RenamedMock | undefined {
  const call = file.bindings.parentOf(entry.node);
  if (!call || !isCall(call) || file.bindings.parentOf(call)?.type !== 'ExpressionStatement') return undefined;
  const { source, target, mocked } = entry.site;
  const [string, factory, ...more] = childList(call, 'arguments');
  if (string !== entry.node || more.length > 0 || (target === undefined && !isAuthjsModule(source))) return undefined;
  if (!factory) {
    if (target !== undefined) return undefined;
    const helper = source === 'next-auth/react' ? 'useSession' : source === 'next-auth/next' ? 'getSession' : undefined;
    return helper && { entry, call, helper, factory: undefined };
  }
  const made = onlyFunctionOf(factory, file);
  const name = made && nameOf(child(made.property, 'key'));
  const origin = target === undefined ? name !== undefined && { module: source, name } : mocked?.[0];
  if (!made || !origin) return undefined;
  const helper = isHook(origin) ? 'useSession' : asksServer(origin) ? 'getSession' : undefined;
  return helper && { entry, call, helper, factory: made };
}

function onlyFunctionOf(node: Node, file: SourceFile): MockFactory | undefined {
  const object = unwrap(yieldedBy(node));
  if (object?.type !== 'ObjectExpression') return undefined;
  const [property, ...others] = childList(object, 'properties').filter(
    (each) => nameOf(child(each, 'key')) !== '__esModule' && !isBeside(each, file),
  );
  if (!property || others.length > 0 || property['computed'] || property.type.startsWith('Spread')) return undefined;
  return factoryOf(node, property, file);
}

/** `const { getServerSession } = await import('next-auth')`: the pattern, of which the name alone changes. */
export function isLoaded({ site, node }: Entry<ModuleSite>, { bindings }: SourceFile): boolean {
  const awaited = bindings.parentOf(bindings.parentOf(node)!);
  const declarator = awaited && bindings.parentOf(awaited);
  const properties = childList(child(declarator, 'id'), 'properties');
  return (
    site.form === 'dynamic-import' &&
    site.target === undefined &&
    awaited?.type === 'AwaitExpression' &&
    declarator?.type === 'VariableDeclarator' &&
    properties.length === 1 &&
    properties[0]!['shorthand'] === true &&
    child(properties[0], 'value')?.type === 'Identifier' &&
    /^(?:getServerSession|useSession)$/.test(nameOf(child(properties[0], 'key')) ?? '')
  );
}

/**
 * `expect(getServerSession).toHaveBeenCalledWith(req, res, authOptions)`: the generated function is given the request, or
 * nothing. 'another' where the arguments are not Auth.js's.
 */
export function expectedCall(use: Use, { bindings }: SourceFile): RenamedUse['expected'] | 'another' {
  const expectation = bindings.parentOf(use.node);
  if (!isCall(expectation) || nameOf(child(expectation, 'callee')) !== 'expect') return undefined;
  let member = bindings.parentOf(expectation!);
  if (isMember(member) && nameOf(child(member, 'property')) === 'not') member = bindings.parentOf(member!);
  if (!isMember(member) || !nameOf(child(member, 'property'))?.endsWith('CalledWith')) return undefined;
  const call = bindings.parentOf(member!);
  if (!isCall(call)) return 'another';
  const args = childList(call, 'arguments');
  if (args.length === 0) return undefined;
  if (isHook(use.site.origin)) return 'another';
  if (args.length === 1) return { call: call!, kept: undefined };
  return args.length === 3 ? { call: call!, kept: args[0] } : 'another';
}
