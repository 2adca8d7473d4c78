import type { Node } from '../ast/tree.js';
import type { Action, NotMoved, SignInCall } from '../clerk/sign-in.js';

/** What a use of signIn or signOut becomes. */
export type Plan =
  | { kind: 'manual'; why: NotMoved }
  /** The element gets a Clerk button around it, its handler goes. */
  | { kind: 'wrap'; call: SignInCall; element: Node; attribute: Node }
  /** Clerk's button takes the place of a form whose action only signs in or out; one with a look of its own stays as a `<div>` around it. */
  | { kind: 'form'; call: SignInCall; element: Node; attribute: Node; button: Node; isStyled: boolean }
  /** The call stays and asks `useClerk()`; a handler that was handed over becomes a function that calls. */
  | { kind: 'hook'; call: SignInCall; component: Node; at: Node; replaced: Node; form: 'call' | 'handler' }
  | { kind: 'dependency'; action: Action; component: Node; replaced: Node }
  /** The server sends to Clerk's sign-in page; `isRoute` where the answer to a request does so. */
  | { kind: 'sent'; call: SignInCall; at: Node; isRoute: boolean }
  /** The name stays, and is the generated module's, which takes what Auth.js took. */
  | { kind: 'bridge'; call: SignInCall; name: Node; module: string; exported: Action };

/** A use that is left to a person. */
export const manual = (why: NotMoved): Plan => ({ kind: 'manual', why });
