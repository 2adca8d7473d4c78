import type { Binding } from '../ast/bindings.js';
import { child, childList, childrenOf, isCall, isFunction, nameOf, stringOf, unwrap, type Node } from '../ast/tree.js';
import { saysServer } from '../ast/directives.js';
import { OWN, type Destination, type Origin } from '../authjs/modules.js';
import { takesForm } from '../clerk/strategies.js';
import type { Facts } from './facts.js';

/** The file or package that a module string leads to; the file itself for none. */
export type ModuleOf = (source: string | undefined) => string | undefined;

const TARGET = /^(?:callbackUrl|redirectTo)$/;

/**
 * What an exported function is, if it is a Server Action that signs in or out by NextAuth() of v5.
 * @param calledOrigin what a callee stands for
 */
export function actionOf(
  exported: Node | undefined,
  facts: Facts,
  calledOrigin: (callee: Node) => Origin | undefined,
  moduleOf: ModuleOf,
): Origin | undefined {
  const fn = unwrap(exported);
  if (!fn || !isFunction(fn) || !(facts.isServer || saysServer(child(fn, 'body')))) return undefined;
  const calls = [...callsIn(fn)].filter((call) => {
    const origin = calledOrigin(child(call, 'callee')!);
    return origin?.module === OWN.instance && /^sign(?:In|Out)$/.test(origin.name);
  });
  const names = new Set(calls.map((call) => calledOrigin(child(call, 'callee')!)!.name));
  const [name] = names;
  if (name === undefined || names.size > 1) return undefined;
  const isPlain = calls.length === 1 && doesOnly(fn, calls[0]!);
  if (name === 'signOut' && !isPlain) return undefined; // what else it does has to be done by somebody
  const provider = stringOf(childList(calls[0], 'arguments')[0]);
  const isForm = !isPlain || (name === 'signIn' && provider !== undefined && takesForm(provider));
  const leadsTo = destinationOf(calls, name, fn, facts, moduleOf);
  return leadsTo && { module: OWN.action, name: isForm ? 'form' : name, leadsTo };
}

function* callsIn(node: Node): Generator<Node> {
  if (isCall(node)) yield node;
  for (const { child: inner } of childrenOf(node)) yield* callsIn(inner);
}

/** Whether a function's body is one call, awaited or given back. */
function doesOnly(fn: Node, call: Node): boolean {
  const body = child(fn, 'body')!;
  const statements = childList(body, 'body').filter((each) => typeof each['directive'] !== 'string');
  const only = body.type === 'BlockStatement' ? (statements.length === 1 ? statements[0] : undefined) : body;
  return unwrap(child(only, 'expression') ?? child(only, 'argument') ?? only) === call || unwrap(only) === call;
}

/** Where an action leads: {} where it names no place; undefined where that is worked out in it. */
function destinationOf(
  calls: readonly Node[],
  name: string,
  fn: Node,
  facts: Facts,
  moduleOf: ModuleOf,
): Destination | undefined {
  const targets: Node[] = [];
  for (const call of calls) {
    const args = childList(call, 'arguments');
    const options = name === 'signIn' ? args[1] : args[0];
    if (options && options.type !== 'ObjectExpression' && options.type !== 'Identifier') return undefined;
    for (const property of childList(options, 'properties')) {
      const value = child(property, 'value');
      if (value && TARGET.test(nameOf(child(property, 'key')) ?? '')) targets.push(value);
    }
  }
  const [first] = targets;
  if (!first) return {};
  return targets.length === 1 ? readDestination(first, fn, facts, moduleOf) : undefined;
}

function readDestination(node: Node, fn: Node, facts: Facts, moduleOf: ModuleOf): Destination | undefined {
  const operator = node.type === 'LogicalExpression' ? node['operator'] : undefined;
  if (operator === '||' || operator === '??') {
    const [first, second] = [
      readDestination(child(node, 'left')!, fn, facts, moduleOf),
      readDestination(child(node, 'right')!, fn, facts, moduleOf),
    ];
    return first?.parameter !== undefined &&
      first.text === undefined &&
      second?.text !== undefined &&
      second.parameter === undefined
      ? { ...second, parameter: first.parameter }
      : undefined;
  }
  const literal = stringOf(node);
  if (literal !== undefined) return { text: JSON.stringify(literal) };
  const binding = node.type === 'Identifier' ? facts.bindings.of(node) : undefined;
  if (!binding) return undefined;
  const parameter = childList(fn, 'params').findIndex((each) => declares(each, binding));
  if (parameter >= 0) return { parameter };
  if (binding.scope !== facts.bindings.program) return undefined;
  const isExported = [...facts.exports.values()].some((each) => 'local' in each && each.local === binding.name);
  if (!binding.imported && !isExported) return undefined;
  const module = moduleOf(binding.imported?.source);
  if (module === undefined) return undefined;
  return { text: binding.name, constant: { name: binding.imported?.name ?? binding.name, module } };
}

const declares = (parameter: Node, binding: Binding): boolean =>
  binding.identifiers.includes(parameter.type === 'AssignmentPattern' ? child(parameter, 'left')! : parameter);
