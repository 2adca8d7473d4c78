import type { Bindings } from '../ast/bindings.js';
import { child, forEachChild, isCall, isMember, nameOf, unwrap, type Node } from '../ast/tree.js';

/** A place that asks Clerk's Backend API. */
export interface ApiCall {
  /** As a person would name it: `currentUser()`, `clerkClient().users.getUser()`. */
  readonly call: string;
  /** Whether it goes on asking once the session token carries the claims. */
  readonly always: boolean;
}

/**
 * Functions of the generated module's server part: most read the token first, and ask only until its claims are configured.
 */
const GENERATED: Readonly<Record<string, ApiCall>> = {
  getSession: { call: 'getSession()', always: false },
  getUserId: { call: 'getUserId()', always: false },
  getToken: { call: 'getToken()', always: false },
  getUser: { call: 'getUser()', always: true },
  signOut: { call: 'signOut()', always: true },
};

/** A file that asks names one of them, whatever it calls it. */
export const MAY_ASK = new RegExp(['currentUser', 'clerkClient', ...Object.keys(GENERATED)].join('|'));

/** What an import of the app's own leads to. */
export interface Generated {
  /** The function of the generated module, whatever the import calls it. */
  readonly name: string;
  /** Whether its session is never the token's alone. */
  readonly asks: boolean;
}

type GeneratedOf = (source: string, name: string) => Generated | undefined;

const SERVER = '@clerk/nextjs/server';

/**
 * The places of a file that ask Clerk's API on the server.
 * @param generatedOf what of the generated module an import leads to, be it behind another name
 */
export function apiCallsIn(program: Node, bindings: Bindings, generatedOf: GeneratedOf): (ApiCall & { at: number })[] {
  const found: (ApiCall & { at: number })[] = [];
  const visit = (node: Node): void => {
    const call = isCall(node) ? callOf(node, bindings, generatedOf) : undefined;
    if (call) found.push({ ...call, at: node.start });
    forEachChild(node, visit);
  };
  visit(program);
  return found;
}

function callOf(call: Node, bindings: Bindings, generatedOf: GeneratedOf): ApiCall | undefined {
  const callee = unwrap(child(call, 'callee'));
  if (callee?.type === 'Identifier') {
    const imported = bindings.of(callee)?.imported;
    if (!imported) return undefined;
    if (imported.source === SERVER && imported.name === 'currentUser') return { call: 'currentUser()', always: true };
    const generated = generatedOf(imported.source, imported.name);
    const found = generated && GENERATED[generated.name];
    if (!found) return undefined;
    const call = generated.name === imported.name ? found.call : `${nameOf(callee)}()`;
    return { call, always: found.always || (generated.asks && generated.name === 'getSession') };
  }
  // `(await clerkClient()).users.getUser(id)`, or of a constant that holds the client
  const resource = unwrap(child(callee, 'object'));
  if (!isMember(callee) || !isMember(resource) || !isClient(unwrap(child(resource, 'object')), bindings))
    return undefined;
  const path = `${nameOf(child(resource, 'property')) ?? '…'}.${nameOf(child(callee, 'property')) ?? '…'}`;
  return { call: `clerkClient().${path}()`, always: true };
}

function isClient(node: Node | undefined, bindings: Bindings): boolean {
  if (node?.type === 'Identifier') {
    const declaration = bindings.of(node)?.declaration;
    return declaration?.type === 'VariableDeclarator' && isClient(unwrap(child(declaration, 'init')), bindings);
  }
  const callee = isCall(node) ? child(node, 'callee') : undefined;
  const imported = bindings.of(callee)?.imported;
  return imported?.source === SERVER && imported.name === 'clerkClient';
}
