import { createServer, type AddressInfo, type Socket } from 'node:net';
import type { Document } from 'mongodb';
import { answerTo } from './commands.js';
import { Store } from './store.js';
import { takeCommands } from './wire.js';

/**
 * A stand-in for MongoDB, of which neither Debian nor npm has a server: it speaks the wire protocol, so that the real driver
 * and Auth.js's adapter talk to it, and knows the commands that those send here, for one database. A command or an operator
 * that it does not know is refused.
 */
export interface MongoStandIn {
  /** Without a database: a test adds its name. */
  readonly url: string;
  readonly store: Store;
  /** Names of the commands that came, in their order, those of handshakes aside. */
  readonly log: string[];
  /** What to do to a command instead of answering it. */
  fault: ((command: Document) => 'cut' | undefined) | undefined;
  close(): Promise<void>;
}

const HANDSHAKE = /^(hello|ismaster|ping|endSessions)$/i;

export async function startMongoStandIn(): Promise<MongoStandIn> {
  const store = new Store();
  const log: string[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket)).on('error', () => {});
    let waiting = Buffer.alloc(0);
    socket.on('data', (bytes: Buffer) => {
      const { commands, rest } = takeCommands(Buffer.concat([waiting, bytes]));
      waiting = Buffer.from(rest);
      for (const { body, replyTo } of commands) {
        const [name = ''] = Object.keys(body);
        if (!HANDSHAKE.test(name)) log.push(name);
        if (standIn.fault?.(body) === 'cut') socket.destroy();
        else socket.write(replyTo(answerTo(store, body)));
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const standIn: MongoStandIn = {
    url: `mongodb://127.0.0.1:${(server.address() as AddressInfo).port}`,
    store,
    log,
    fault: undefined,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
  return standIn;
}
