import { MARKER } from './session-module.js';

/** The route that Clerk calls, and what it does at each event. */
export interface WebhookRoute {
  readonly router: 'app' | 'pages';
  readonly typescript: boolean;
  /** The module string of the generated module that writes rows. */
  readonly module: string;
  /** Whether the row of a person goes with them; else the tables that refer to it. */
  readonly onDelete: 'delete' | readonly string[];
  /** Whether it tells of sign-ins. */
  readonly hearsSignIns?: boolean;
}

/** Addresses for it; the second where the first is the app's own. */
export const WEBHOOK_ADDRESSES = ['/api/webhooks/clerk', '/api/clerk-webhook'] as const;

/** Which of Clerk's events the route wants. */
export const WEBHOOK_EVENTS = ['user.created', 'user.updated', 'user.deleted'] as const;

/** The text of the route. */
export function webhookRoute(route: WebhookRoute): string {
  const names = [
    ...(route.onDelete === 'delete' ? ['deleteUser'] : []),
    ...(route.hearsSignIns ? ['signedIn'] : []),
    'syncUser',
  ];
  const header = WEBHOOK_HEADER;
  const verify = 'import { verifyWebhook } from "@clerk/nextjs/webhooks";';
  const own = `import { ${names.join(', ')} } from "${route.module}";`;
  const handling = [
    ...(route.hearsSignIns ? ['if (event.type === "session.created") await signedIn(event.data.user_id);'] : []),
    `if (event.type === "user.created" || event.type === "user.updated") await syncUser(event.data.id);`,
    ...(route.onDelete === 'delete'
      ? ['if (event.type === "user.deleted") await deleteUser(event.data);']
      : [`// user.deleted leaves the row: ${sentence(route.onDelete)} to it.`]),
  ];
  return route.router === 'app'
    ? appRoute(header, verify, own, handling, route.typescript)
    : pagesRoute(header, verify, own, handling, route.typescript);
}

/** `Post and Comment refer` */
function sentence(tables: readonly string[]): string {
  if (tables.length === 1) return `${tables[0]} refers`;
  const shown = tables.length > 4 ? [...tables.slice(0, 3), 'others'] : tables;
  return `${shown.slice(0, -1).join(', ')} and ${shown.at(-1)} refer`;
}

/** The first line, by which a later run knows its own. */
export const WEBHOOK_HEADER = `// ${MARKER}: webhook`;

const DOC = '/** Clerk calls it when a user changes. It has to stay public: the signature tells that it is Clerk. */';

function appRoute(header: string, verify: string, own: string, handling: readonly string[], types: boolean): string {
  return [
    header,
    verify,
    ...(types ? ['import type { NextRequest } from "next/server";'] : []),
    own,
    '',
    DOC,
    `export async function POST(req${types ? ': NextRequest' : ''}) {`,
    '  let event;',
    '  try {',
    '    event = await verifyWebhook(req);',
    '  } catch (error) {',
    '    console.error("A webhook was refused:", error);',
    '    return new Response("Refused", { status: 400 });',
    '  }',
    ...handling.map((line) => `  ${line}`),
    '  return new Response(null, { status: 204 });',
    '}',
    '',
  ].join('\n');
}

/** The signature is one of the body as it came, so nothing may parse it first. */
function pagesRoute(header: string, verify: string, own: string, handling: readonly string[], types: boolean): string {
  return [
    header,
    verify,
    ...(types ? ['import type { NextApiRequest, NextApiResponse } from "next";'] : []),
    'import { NextRequest } from "next/server";',
    own,
    '',
    '/** The signature is one of the body as it came. */',
    'export const config = { api: { bodyParser: false } };',
    '',
    DOC,
    `export default async function handler(${types ? 'req: NextApiRequest, res: NextApiResponse' : 'req, res'}) {`,
    '  if (req.method !== "POST") {',
    '    res.setHeader("Allow", "POST");',
    '    res.status(405).end();',
    '    return;',
    '  }',
    '  let event;',
    '  try {',
    '    event = await verifyWebhook(await requestOf(req));',
    '  } catch (error) {',
    '    console.error("A webhook was refused:", error);',
    '    res.status(400).send("Refused");',
    '    return;',
    '  }',
    ...handling.map((line) => `  ${line}`),
    '  res.status(204).end();',
    '}',
    '',
    `async function requestOf(req${types ? ': NextApiRequest' : ''}) {`,
    `  const chunks${types ? ': Buffer[]' : ''} = [];`,
    '  for await (const chunk of req) chunks.push(Buffer.from(chunk));',
    '  const headers = new Headers();',
    '  for (const name of ["svix-id", "svix-timestamp", "svix-signature"]) headers.set(name, String(req.headers[name] ?? ""));',
    '  return new NextRequest("https://localhost", { method: "POST", headers, body: Buffer.concat(chunks).toString("utf8") });',
    '}',
    '',
  ].join('\n');
}
