/** How the app is written, and where the generated module is. */
export interface SessionEndpoint {
  readonly router: 'app' | 'pages';
  readonly typescript: boolean;
  /** The module string of the server's part, which exports `getSession()`. */
  readonly module: string;
  /** The module string of the client's part, for a person who reads this. */
  readonly client: string;
}

/** Where the client's part asks for the session, which Auth.js had under `/api/auth/session`. */
export const ENDPOINT = '/api/clerk-session';

/** The route that answers with the session of whoever asks, and with `null` where nobody is signed in. */
export function sessionEndpoint({ router, typescript, module, client }: SessionEndpoint): string {
  const doc = `/** The session of whoever asks, for ${client}. */`;
  if (router === 'app')
    return `import { NextResponse } from "next/server";
import { getSession } from "${module}";

${doc}
export async function GET() {
  return NextResponse.json(await getSession(), { headers: { "Cache-Control": "private, no-store" } });
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
  res.status(200).json(await getSession(req));
}
`;
}
