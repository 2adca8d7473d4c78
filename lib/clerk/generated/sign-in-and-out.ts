import type { ClientHelper } from '../helpers.js';

/**
 * `signOut()` of next-auth 5 on the server, by its name and options. Clerk's cookies are named `__session`, and `__session_…`
 * with a suffix of the instance; without them the next page asks Clerk, which knows that the session has ended.
 */
export function serverSignOut(typescript: boolean): string {
  const [generic, options, result, as] = typescript
    ? [
        '<R extends boolean = true>',
        'options?: { redirectTo?: string; redirect?: R }',
        ': Promise<R extends false ? undefined : never>',
        ' as R extends false ? undefined : never',
      ]
    : ['', 'options', '', ''];
  return `/** Ends the session of whoever makes this request. A copy of its token elsewhere is good for up to a minute more. */
export async function signOut${generic}(${options})${result} {
  const { cookies, headers } = await import("next/headers"); // an import above would keep the Pages Router from loading this file
  const { sessionId } = await auth();
  if (sessionId) await (await clerkClient()).sessions.revokeSession(sessionId);
  const jar = await cookies();
  for (const { name } of jar.getAll()) if (/^__session(_|$)/.test(name)) jar.delete(name);
  if (options?.redirect !== false) {
    const requested = await headers();
    const from = requested.get("referer");
    const back = from && new URL(from).host === requested.get("host") ? from : "/";
    redirect(options?.redirectTo ?? back);
  }
  return undefined${as};
}`;
}

/** What the server's function needs of Next.js. */
export const SERVER_SIGN_OUT_IMPORTS = ['import { redirect } from "next/navigation";'];

/** Code outside of components finds Clerk where its script puts it; `window.Clerk` has no type in @clerk/nextjs 7. */
const TYPE = `interface LoadedClerk {
  loaded: boolean;
  redirectToSignIn(options: { signInForceRedirectUrl: string }): Promise<unknown>;
  signOut(options: { redirectUrl: string } | (() => void)): Promise<void>;
}

`;

const LOADED = `/** Clerk, once its script has loaded. */
async function loadedClerk(){result} {
  for (let tries = 0; tries < 200; tries++) {
    const clerk = {window}.Clerk;
    if (clerk?.loaded) return clerk;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error("Clerk’s script has not loaded");
}`;

const SIGN_IN = `/** Leads to Clerk's sign-in page, for code outside of components. The page offers the providers. */
export async function signIn({parameters}){result} {
  const clerk = await loadedClerk();
  await clerk.redirectToSignIn({ signInForceRedirectUrl: options?.callbackUrl ?? options?.redirectTo ?? window.location.href });
}`;

const SIGN_OUT = `/** Signs out, for code outside of components. With \`redirect: false\` the page stays, otherwise it is loaded anew, or left. */
export async function signOut({parameters}){result} {
  const clerk = await loadedClerk();
  const url = options?.callbackUrl ?? options?.redirectTo ?? window.location.href;
  await clerk.signOut(options?.redirect === false ? () => {} : { redirectUrl: url });
  return { url };
}`;

/** `signIn()` and `signOut()` of next-auth/react for code that no component runs. */
export function browserSignInAndOut(helpers: ReadonlySet<ClientHelper>, typescript: boolean): string[] {
  const wanted = [
    ...(helpers.has('browserSignIn') ? [SIGN_IN] : []),
    ...(helpers.has('browserSignOut') ? [SIGN_OUT] : []),
  ];
  if (wanted.length === 0) return [];
  const options = 'options?: { callbackUrl?: string; redirectTo?: string; redirect?: boolean }';
  const filled = (text: string, parameters: string, result: string) =>
    text
      .replace('{parameters}', parameters)
      .replace('{result}', typescript ? `: Promise<${result}>` : '')
      .replace('{window}', typescript ? '(window as { Clerk?: LoadedClerk })' : 'window');
  return [
    (typescript ? TYPE : '') + filled(LOADED, '', 'LoadedClerk'),
    ...wanted.map((text) =>
      text === SIGN_IN
        ? filled(text, typescript ? `provider?: string, ${options}` : 'provider, options', 'void')
        : filled(text, typescript ? options : 'options', '{ url: string }'),
    ),
  ];
}
