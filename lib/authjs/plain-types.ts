import { ACCOUNT_TYPES, PROVIDER_TYPES, type Style } from './data-types.js';
import { isAuthjsModule, type Origin } from './modules.js';

/**
 * Types of Auth.js that say no more than a line of TypeScript does (next-auth 4.24 core/types, react/types, providers;
 * @auth/core 0.37). `$` is the type argument.
 */
const PLAIN: Readonly<Record<string, string>> = {
  ISODateString: 'string',
  Awaitable: '$ | PromiseLike<$>',
  // Any string fits; the names of providers are for an editor's completion.
  LiteralUnion: 'string',
  BuiltInProviderType: 'string',
  RedirectableProviderType: '"credentials" | "email"',
  SessionStrategy: '"jwt" | "database"',
  AdapterAccountType: ACCOUNT_TYPES,
  // What a request is asked by: Clerk's getAuth() takes the same.
  GetSessionParams: '{ req: import("next").GetServerSidePropsContext["req"] }',
  CtxOrReq: '{ req: import("next").GetServerSidePropsContext["req"] }',
  // Clerk's provider asks for the session itself: whoever hands one in hands it to nobody.
  SessionProviderProps: '{ children?: React.ReactNode; session?: unknown }',
};

/** What stands for a type of Auth.js; undefined where it is more than a line. */
export const plainType = ({ module, name }: Origin): string | undefined =>
  isAuthjsModule(module) ? PLAIN[name] : undefined;

/** What stands for a member's type: `AdapterAccount["type"]`, as the tables of an adapter are declared with it. */
export function plainMember({ module, name }: Origin, member: string, style: Style): string | undefined {
  if (!isAuthjsModule(module)) return undefined;
  if (name === 'SessionProviderProps')
    return member === 'children' ? 'React.ReactNode' : member === 'session' ? 'unknown' : undefined;
  if (name !== 'AdapterAccount' || member !== 'type') return undefined;
  return style === 'v5' ? ACCOUNT_TYPES : PROVIDER_TYPES.v4;
}
