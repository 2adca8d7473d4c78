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
}

/** Where the client's part asks for the session, which Auth.js had under `/api/auth/session`. */
export const ENDPOINT = '/api/clerk-session';

/** Where Auth.js answered, for code of the app's own that asks there by itself. */
export const AUTHJS_ENDPOINT = '/api/auth/session';

/** The route that answers with the session of whoever asks, and with `null` or an empty object where nobody is signed in. */
export function sessionEndpoint({ router, typescript, module, reader, nobody = 'null' }: SessionEndpoint): string {
  const doc = `/** The session of whoever asks, for ${reader}. */`;
  const asked = (call: string) => (nobody === 'null' ? `await ${call}` : `(await ${call}) ?? {}`);
  if (router === 'app')
    return `import { NextResponse } from "next/server";
import { getSession } from "${module}";

${doc}
export async function GET() {
  return NextResponse.json(${asked('getSession()')}, { headers: { "Cache-Control": "private, no-store" } });
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
  res.status(200).json(${asked('getSession(req)')});
}
`;
}
