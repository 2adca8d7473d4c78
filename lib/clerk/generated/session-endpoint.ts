/** How the app is written, and where the generated module is. */
export interface SessionEndpoint {
  readonly router: 'app' | 'pages';
  readonly typescript: boolean;
  /** The module string of the server's part, which exports `getSession()`. */
  readonly module: string;
  /** For whom it answers, in words for a person who reads this. */
  readonly reader: string;
  /** What it answers to who is signed out: next-auth 4 has an empty object, all else `null`. */
  readonly nobody?: 'null' | '{}';
  /** Paths in the session that no browser is told (`user.accessToken`). */
  readonly secrets?: readonly string[];
}

/** Where the client's part asks for the session, which Auth.js had under `/api/auth/session`. */
export const ENDPOINT = '/api/clerk-session';

/** Where Auth.js answered, for code of the app's own that asks there by itself. */
export const AUTHJS_ENDPOINT = '/api/auth/session';

/** The route that answers with the session of whoever asks, and with `null` or an empty object where nobody is signed in. */
export function sessionEndpoint(endpoint: SessionEndpoint): string {
  const { router, typescript, module, reader, secrets = [] } = endpoint;
  const stays = secrets.length > 0 ? ' The provider’s tokens stay on the server.' : '';
  const doc = `/** The session of whoever asks, for ${reader}.${stays} */`;
  if (router === 'app')
    return `import { NextResponse } from "next/server";
import { getSession } from "${module}";

${doc}
export async function GET() {
${held('getSession()', endpoint)}  return NextResponse.json(${answer('getSession()', endpoint)}, { headers: { "Cache-Control": "private, no-store" } });
}
`;
  const types = typescript ? 'import type { NextApiRequest, NextApiResponse } from "next";\n' : '';
  const parameters = typescript ? 'req: NextApiRequest, res: NextApiResponse' : 'req, res';
  return `${types}import { getSession } from "${module}";

${doc}
export default async function handler(${parameters}) {
  if (req.method !== "GET") {
    res.setHeader("Allow", "GET");
    res.status(405).end();
    return;
  }
  res.setHeader("Cache-Control", "private, no-store");
${held('getSession(req)', endpoint)}  res.status(200).json(${answer('getSession(req)', endpoint)});
}
`;
}

/** The statement that takes the session up, where a part of it stays behind. */
const held = (call: string, { secrets = [] }: SessionEndpoint): string =>
  secrets.length > 0 ? `  const session = await ${call};\n` : '';

/** What is sent. JSON leaves out what is undefined. */
function answer(call: string, { nobody = 'null', secrets = [] }: SessionEndpoint): string {
  if (secrets.length === 0) return nobody === 'null' ? `await ${call}` : `(await ${call}) ?? {}`;
  const cut = (names: readonly string[]) => names.map((name) => `, ${name}: undefined`).join('');
  const [ofUser, others] = [/^user\./, /^(?!user\.)/].map((test) => secrets.filter((path) => test.test(path)));
  const user = ofUser!.length > 0 ? `, user: { ...session.user${cut(ofUser!.map((path) => path.slice(5)))} }` : '';
  const sent = `{ ...session${user}${cut(others!)} }`;
  return nobody === 'null' ? `session && ${sent}` : `session ? ${sent} : {}`;
}
