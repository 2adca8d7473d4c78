import type { Binding } from '../ast/bindings.js';
import { child, childList, isFunction, isMember, nameOf, stringOf, unwrap, type Node } from '../ast/tree.js';
import {
  INSTANCE_MEMBERS,
  isInstanceCall,
  isNextAuth,
  isOptionsType,
  isSetUpValue,
  OWN,
  takesOptions,
  type Origin,
} from '../authjs/modules.js';
import { actionOf, type ModuleOf } from './actions.js';
import { returnedFrom, valuesFrom } from './returned.js';
import { annotationOf, namesIn, type Exported, type Facts } from './facts.js';

const OPTIONS: Origin = { module: OWN.options, name: '*' };
const FACTORY: Origin = { module: OWN.factory, name: 'call' };

/** What an import of `name` from `source` gives, where that is of Auth.js; asked of the files that are known so far. */
export type Lookup = (source: string, name: string) => Origin | undefined;

/** Which names of a file are of Auth.js, and which of its exports hand them on. */
export class Origins {
  /** By top-level name; what the file makes itself, not what it imports. */
  readonly made = new Map<string, Origin>();
  readonly passes = new Map<string, Origin>();
  /** Of `passes`, what other modules export and this file only hands on: where each comes from. */
  readonly handedOn = new Map<string, { source: string; name: string }>();
  /** Exports of other files that this one gives to Auth.js as its options. */
  readonly optionsElsewhere: { source: string; name: string }[] = [];
  readonly #imported = new Map<Binding, Origin>();

  constructor(
    private readonly facts: Facts,
    private readonly lookup: Lookup,
    private readonly moduleOf: ModuleOf,
  ) {
    for (const binding of facts.bindings.all) {
      const origin = binding.imported && lookup(binding.imported.source, binding.imported.name);
      if (origin) this.#imported.set(binding, origin);
    }
    this.#readDeclarations();
    this.#readExports();
  }

  /** Imported bindings that are of Auth.js. */
  get imported(): ReadonlyMap<Binding, Origin> {
    return this.#imported;
  }

  /** What a reference means; of a whole module or instance, the member that is taken of it. */
  of(reference: Node): Origin | undefined {
    const binding = this.facts.bindings.of(reference);
    const origin =
      binding &&
      (this.#imported.get(binding) ??
        (binding.scope === this.facts.bindings.program ? this.made.get(binding.name) : undefined));
    if (origin?.name !== '*' || origin.module === OWN.options) return origin;
    const parent = this.facts.bindings.parentOf(reference);
    const isObject =
      (isMember(parent) && child(parent, 'object') === reference && !parent!['computed']) ||
      parent?.type === 'JSXMemberExpression';
    const member = isObject
      ? nameOf(child(parent, 'property'))
      : parent?.type === 'TSQualifiedName'
        ? nameOf(child(parent, 'right'))
        : spiedOn(parent, reference);
    return member === undefined ? origin : this.#memberOf(binding!, origin, member);
  }

  #memberOf(binding: Binding, origin: Origin, member: string): Origin {
    const source = binding.imported?.name === '*' ? binding.imported.source : undefined;
    const handedOn = source === undefined ? undefined : this.lookup(source, member);
    if (handedOn) return handedOn;
    const isOwn = source !== undefined && origin.module === OWN.instance;
    return { module: isOwn ? OWN.beside : origin.module, name: member };
  }

  #readDeclarations(): void {
    const given = this.#namesGivenAsOptions();
    const callsNextAuth = this.facts.calls.some(({ callee }) => {
      const called = this.#calledOrigin(callee);
      return called !== undefined && isNextAuth(called);
    });
    this.#readFactories();
    this.#readOptionMakers();
    for (const { pattern, init, type } of this.facts.declarations) {
      const origin = this.#originOf(init, type);
      for (const { local, from } of namesIn(pattern)) {
        if (origin)
          this.made.set(
            local,
            from === '*' || origin.module === OWN.options ? origin : { module: origin.module, name: from },
          );
        else if (given.has(local)) this.made.set(local, OPTIONS);
        else if (!callsNextAuth || !/^(?:Call|Await)Expression$/.test(init?.type ?? '')) continue;
        // `const { auth } = init()` and `const auth = cache(async () => …)` beside a NextAuth() call
        else if (pattern.type === 'ObjectPattern' && INSTANCE_MEMBERS.has(from))
          this.made.set(local, { module: OWN.instance, name: from });
        else if (pattern.type === 'Identifier' && INSTANCE_MEMBERS.has(local))
          this.made.set(local, { module: OWN.wrapper, name: local });
      }
    }
  }

  /** `const create = () => NextAuth(…)`, in whatever order such functions call each other. */
  #readFactories(): void {
    if (![...this.#imported.values()].some(leadsToInstance)) return;
    const functions = this.facts.declarations.filter(({ init }) => init && isFunction(init));
    for (let grown = true; grown;) {
      grown = false;
      for (const { pattern, init } of functions) {
        const name = nameOf(pattern);
        if (name === undefined || this.made.has(name) || !this.#givesInstance(init!)) continue;
        this.made.set(name, FACTORY);
        grown = true;
      }
    }
  }

  /** `const optionsFor = (req) => { const options: NextAuthOptions = { … }; return options; }`, whose own type is inferred. */
  #readOptionMakers(): void {
    for (const { pattern, init } of this.facts.declarations) {
      const name = nameOf(pattern);
      if (!init || !isFunction(init) || name === undefined || this.made.has(name)) continue;
      const given = valuesFrom(init, this.facts.bindings);
      const isOptions = given.every(({ value, type }) => this.#originOf(value, type)?.module === OWN.options);
      if (given.length > 0 && isOptions) this.made.set(name, OPTIONS);
    }
  }

  #givesInstance(fn: Node): boolean {
    const values = returnedFrom(fn, this.facts.bindings);
    return (
      values.length > 0 &&
      values.every((value) => {
        const origin = this.#originOf(value, undefined);
        return origin?.module === OWN.instance && origin.name === '*';
      })
    );
  }

  /** References to what the file itself has of `NextAuth()`, in code that is no part of the set-up: `await auth()`. */
  *calledHere(): Generator<{ reference: Node; origin: Origin }> {
    for (const [name, origin] of this.made) {
      if (origin.module !== OWN.instance) continue;
      for (const reference of this.facts.bindings.program.names.get(name)?.references ?? []) {
        const called = this.of(reference);
        if (called && isInstanceCall(called) && !this.#isSetUp(reference)) yield { reference, origin: called };
      }
    }
  }

  /** Whether a reference stands in an export clause, or in a declaration of nothing but the set-up. */
  #isSetUp(reference: Node): boolean {
    const { bindings } = this.facts;
    if (bindings.parentOf(reference)?.type.startsWith('Export')) return true;
    let declaration: Node | undefined;
    for (const at of bindings.ancestors(reference)) {
      if (at.type === 'ExportDefaultDeclaration') return this.passes.has('default');
      if (/^(?:VariableDeclarator|FunctionDeclaration)$/.test(at.type)) declaration = at;
    }
    const names = declaration ? namesIn(child(declaration, 'id')) : [];
    const isMade = ({ local }: { local: string }) => {
      const origin = bindings.program.names.has(local) ? this.made.get(local) : undefined;
      return origin !== undefined && isSetUpValue(origin);
    };
    return names.length > 0 && names.every(isMade);
  }

  #readExports(): void {
    for (const [name, exported] of this.facts.exports) {
      const origin =
        'local' in exported ? this.#ofName(exported.local) : this.#originOf(exported.expression, undefined);
      const passed =
        origin ?? actionOf(this.#declared(exported), this.facts, (callee) => this.#calledOrigin(callee), this.moduleOf);
      if (!passed) continue;
      this.passes.set(name, passed);
      const binding = 'local' in exported ? this.facts.bindings.program.names.get(exported.local) : undefined;
      if (binding?.imported) this.handedOn.set(name, binding.imported);
    }
    for (const { source, passedOn } of this.facts.modules) {
      for (const { imported, exported } of passedOn) {
        const origin = this.lookup(source, imported);
        if (!origin) continue;
        this.passes.set(exported, origin);
        this.handedOn.set(exported, { source, name: imported });
      }
    }
  }

  /** What an exported name is set to. */
  #declared(exported: Exported): Node | undefined {
    if (!('local' in exported)) return exported.expression;
    return this.facts.declarations.find(({ pattern }) => nameOf(pattern) === exported.local)?.init;
  }

  #ofName(name: string): Origin | undefined {
    const binding = this.facts.bindings.program.names.get(name);
    return (binding && this.#imported.get(binding)) ?? this.made.get(name);
  }

  /** What an expression yields: the options by their type, what NextAuth() returns, or what a name of Auth.js stands for. */
  #originOf(init: Node | undefined, type: Node | undefined): Origin | undefined {
    const types = [type, annotationOf(init, 'returnType')];
    let node = init;
    for (let inner = node; inner; inner = child(inner, 'argument') ?? child(inner, 'expression')) {
      if (!/^(?:Await|TSAs|TSSatisfies|TSNonNull|Parenthesized|TSTypeAssertion)/.test(inner.type)) break;
      types.push(annotationOf(inner));
    }
    if (types.some((each) => this.#isOptionsType(each))) return OPTIONS;
    node = unwrap(init);
    if (isMember(node)) {
      const object = this.#originOf(child(node, 'object'), undefined);
      return object?.name === '*' && object.module !== OWN.options
        ? { module: object.module, name: nameOf(child(node, 'property')) ?? '*' }
        : object && isInstanceCall(object)
          ? undefined // `auth.name` is no `auth`
          : object;
    }
    if (node?.type === 'Identifier') return this.#ofName(node['name'] as string);
    if (node?.type !== 'CallExpression') return undefined;
    const callee = child(node, 'callee');
    const [argument] = childList(node, 'arguments');
    if (/^(?:cache|React)$/.test(nameOf(isMember(callee) ? child(callee, 'object') : callee) ?? ''))
      return this.#originOf(argument, undefined);
    const called = this.#calledOrigin(callee);
    if (!called) return undefined;
    return isNextAuth(called) || called.module === OWN.factory
      ? { module: OWN.instance, name: '*' }
      : called.module === OWN.options
        ? OPTIONS
        : undefined;
  }

  /** What is called: a name, or a member of a whole module (`nextAuth.getServerSession()`). */
  #calledOrigin(callee: Node | undefined): Origin | undefined {
    const name = isMember(callee) ? child(callee, 'object') : callee;
    return name?.type === 'Identifier' ? this.of(name) : undefined;
  }

  #isOptionsType(type: Node | undefined): boolean {
    if (type?.type === 'TSImportType') {
      const module = stringOf(child(type, 'source') ?? child(type, 'argument')) ?? '';
      return isOptionsType({ module, name: nameOf(child(type, 'qualifier')) ?? '' });
    }
    // `Partial<NextAuthOptions> & { adapter: Adapter }`
    if (type?.type === 'TSIntersectionType') return childList(type, 'types').some((each) => this.#isOptionsType(each));
    const name = child(type, 'typeName');
    if (!name) return false;
    if (AROUND_TYPE.test(nameOf(name) ?? ''))
      return this.#isOptionsType(childList(child(type, 'typeArguments') ?? child(type, 'typeParameters'), 'params')[0]);
    return isOptionsType(this.of(name.type === 'TSQualifiedName' ? child(name, 'left')! : name));
  }

  #namesGivenAsOptions(): Set<string> {
    const names = new Set<string>();
    for (const { callee, args } of this.facts.calls) {
      const called = this.#calledOrigin(callee);
      if (!called || !takesOptions(called)) continue;
      const queue = args.flatMap((argument) => [argument, ...spreadIn(unwrap(argument))]);
      for (let each = queue.pop(); each; each = queue.pop()) {
        let value = unwrap(each);
        if (value?.type === 'CallExpression') value = child(value, 'callee');
        if (value?.type !== 'Identifier') continue;
        const binding = this.facts.bindings.of(value);
        if (binding?.imported)
          this.optionsElsewhere.push({ source: binding.imported.source, name: binding.imported.name });
        else if (binding?.scope === this.facts.bindings.program && !names.has(binding.name)) {
          names.add(binding.name);
          queue.push(...spreadIn(unwrap(child(binding.declaration, 'init'))));
        }
      }
    }
    return names;
  }
}

/** The `b` of `vi.spyOn(a, 'b')`. */
function spiedOn(call: Node | undefined, object: Node): string | undefined {
  const [spied, name] = call?.type === 'CallExpression' ? childList(call, 'arguments') : [];
  return spied === object && nameOf(child(child(call, 'callee'), 'property')) === 'spyOn' ? stringOf(name) : undefined;
}

/** Whether an instance may be made of it: what a file without one returns need not be looked at. */
const leadsToInstance = (origin: Origin): boolean =>
  origin.name === '*' || origin.module === OWN.instance || origin.module === OWN.factory || isNextAuth(origin);

/** Types that yield their argument, or a part of it. */
const AROUND_TYPE = /^(?:Promise|Partial|Omit|Pick|Required|Readonly|NonNullable|Exclude)$/;

/** What an object takes over whole: `authConfig` of `NextAuth({ ...authConfig, adapter })`. */
const spreadIn = (node: Node | undefined): Node[] =>
  childList(node, 'properties').flatMap((each) =>
    each.type === 'SpreadElement' ? (child(each, 'argument') ?? []) : [],
  );
