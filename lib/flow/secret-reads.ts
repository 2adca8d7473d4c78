import type { Binding } from '../ast/bindings.js';
import { Lines } from '../ast/lines.js';
import { child, childList, contains, isMember, nameOf, walk, type Node } from '../ast/tree.js';
import type { SourceFile, Use } from '../source/source-file.js';

/** The rule of code that reads a secret of the sign-in off a session that holds none any more. */
export const SECRET = 'session-secret';

/** Where Clerk has what Auth.js's callbacks put into sessions, by what its name says it is. */
const CALL =
  'a provider’s token is (await clerkClient()).users.getUserOauthAccessToken(userId, provider) on the server, Clerk’s own is getToken() of auth(), and of useAuth() in the browser';

/**
 * Settles a call whose session comes from the generated module now. Where the code around it reads a secret off that session
 * the site is a person's: the module has none, or none for the browser, and throws at such a read.
 * @param side where the code runs; `browser` if it may run there
 * @param isKept the call stays as it is, and something else answers by its name
 */
export function settleBridged(
  use: Use,
  rule: string,
  message: string,
  file: SourceFile,
  side: 'server' | 'browser',
  isKept = false,
): void {
  const { sessionSecrets, serverSecrets } = file.context;
  const reads = secretReads(use.node, file, side === 'server' ? sessionSecrets : [...sessionSecrets, ...serverSecrets]);
  if (reads.length === 0) {
    if (isKept) file.keep(use, rule, message);
    else file.settle(use, 'bridged', rule, message);
    return;
  }
  const lines = new Lines(file.text);
  const names = [...new Set(reads.map(({ name }) => name))].join(', ');
  const at = [...new Set(reads.map(({ node }) => lines.at(node.start).line))].join(', ');
  const place = sessionSecrets.length > 0 ? 'is in no session any more' : 'is in no session of the browser any more';
  const why = `${names} ${place}, and reading it (line ${at} before the run) throws: ${CALL}`;
  if (isKept) file.keep(use, SECRET, why, 'manual');
  else file.settle(use, 'manual', SECRET, why);
}

interface SecretRead {
  readonly node: Node;
  readonly name: string;
}

/**
 * Reads of secrets off what a call yields, through all constants that any of it is put into.
 * @param paths of the secrets in a session
 */
export function secretReads(source: Node, { bindings }: SourceFile, paths: readonly string[]): SecretRead[] {
  const secrets = new Set(paths.map((path) => path.replace(/^user\./, '')));
  if (secrets.size === 0) return [];
  const found = new Map<Node, string>();
  const seen = new Set<Binding>();
  const follow = (node: Node): void => {
    let within: Node = node;
    for (const at of bindings.ancestors(node)) {
      if (isMember(at) && child(at, 'object') === within) note(at, nameOf(child(at, 'property')));
      if (at.type === 'VariableDeclarator') return taken(child(at, 'id')!);
      if (at.type === 'AssignmentExpression') return held(bindings.of(child(at, 'left')));
      if (/Statement$|^Arrow|^Function|^Object|^JSX/.test(at.type)) return;
      within = at;
    }
  };
  const note = (node: Node, name: string | undefined): void => {
    if (name !== undefined && secrets.has(name)) found.set(node, name);
  };
  const taken = (pattern: Node): void => {
    for (const node of walk(pattern)) {
      if (node.type === 'ObjectPattern')
        for (const property of childList(node, 'properties')) note(property, nameOf(child(property, 'key')));
    }
    for (const binding of bindings.all) if (binding.identifiers.some((each) => contains(pattern, each))) held(binding);
  };
  const held = (binding: Binding | undefined): void => {
    if (!binding || seen.has(binding)) return;
    seen.add(binding);
    binding.references.forEach(follow);
  };
  follow(source);
  return [...found].map(([node, name]) => ({ node, name })).toSorted((a, b) => a.node.start - b.node.start);
}
