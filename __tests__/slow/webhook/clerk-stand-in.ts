import { createServer, type Server } from 'node:http';

/** A person as Clerk's Backend API tells of one, as far as generated code asks. */
export interface Person {
  readonly id: string;
  external_id?: string | null;
  first_name?: string | null;
  last_name?: string | null;
  email?: string | null;
  isVerified?: boolean;
  image_url?: string;
}

/** A part of Clerk's Backend API on a loopback port: users by id and by external id, and setting an external id. */
export class ClerkStandIn {
  readonly people = new Map<string, Person>();
  /** Each request as `GET /v1/users/user_1`. */
  readonly requests: string[] = [];
  #server: Server | undefined;

  /** @returns its address */
  async start(): Promise<string> {
    const server = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        const { status, body } = this.#answer(request.method!, request.url!, Buffer.concat(chunks).toString('utf8'));
        response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
      });
    });
    this.#server = server;
    await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(server.address() as { port: number }).port}`;
  }

  async stop(): Promise<void> {
    this.#server?.closeAllConnections();
    await new Promise((resolve) => void this.#server?.close(resolve));
  }

  #answer(method: string, path: string, text: string): { status: number; body: unknown } {
    const url = new URL(path, 'http://localhost');
    this.requests.push(`${method} ${url.pathname}`);
    const ids = url.searchParams.getAll('external_id');
    const listed = [...this.people.values()].filter((each) => ids.includes(each.external_id ?? ''));
    if (url.pathname === '/v1/users/count')
      return { status: 200, body: { object: 'total_count', total_count: listed.length } };
    if (url.pathname === '/v1/users') return { status: 200, body: listed.map(userJson) };
    const person = this.people.get(url.pathname.replace('/v1/users/', ''));
    if (!person)
      return {
        status: 404,
        body: { errors: [{ code: 'resource_not_found', message: 'not found', long_message: 'No user was found' }] },
      };
    if (method === 'PATCH') {
      const { external_id } = JSON.parse(text) as { external_id?: string };
      person.external_id = external_id ?? null;
    }
    return { status: 200, body: userJson(person) };
  }
}

function userJson({
  id,
  external_id = null,
  first_name = null,
  last_name = null,
  email,
  isVerified = true,
  image_url,
}: Person) {
  return {
    id,
    object: 'user',
    external_id,
    first_name,
    last_name,
    has_image: image_url !== undefined,
    image_url: image_url ?? 'https://img.clerk.com/initials',
    primary_email_address_id: email ? 'idn_1' : null,
    email_addresses: email
      ? [
          {
            id: 'idn_1',
            object: 'email_address',
            email_address: email,
            verification: { status: isVerified ? 'verified' : 'unverified', strategy: 'email_code' },
            linked_to: [],
          },
        ]
      : [],
    phone_numbers: [],
    web3_wallets: [],
    external_accounts: [],
    enterprise_accounts: [],
    public_metadata: {},
    private_metadata: {},
    unsafe_metadata: {},
    created_at: 0,
    updated_at: 0,
  };
}
