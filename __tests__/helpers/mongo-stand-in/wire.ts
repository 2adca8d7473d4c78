import { BSON, type Document } from 'mongodb';

/** Numbers of the kinds of messages (MongoDB's wire protocol). */
const OP_REPLY = 1;
const OP_QUERY = 2004;
const OP_MSG = 2013;
const HEADER = 16;
/** A bit of OP_MSG's flags: four bytes of checksum follow. */
const HAS_CHECKSUM = 1;

/** A command as a driver sent it; `replyTo` makes the message that answers it. */
export interface Command {
  readonly body: Document;
  replyTo(answer: Document): Buffer;
}

/** Takes whole messages off the front of what has come so far. @returns the commands, and the bytes that are left */
export function takeCommands(bytes: Buffer): { commands: Command[]; rest: Buffer } {
  const commands: Command[] = [];
  let rest = bytes;
  while (rest.length >= HEADER && rest.length >= rest.readInt32LE(0)) {
    const length = rest.readInt32LE(0);
    commands.push(commandOf(rest.subarray(0, length)));
    rest = rest.subarray(length);
  }
  return { commands, rest };
}

function commandOf(message: Buffer): Command {
  const id = message.readInt32LE(4);
  const kind = message.readInt32LE(12);
  if (kind === OP_QUERY) return { body: queryOf(message), replyTo: (answer) => reply(id, answer) };
  if (kind !== OP_MSG) throw new Error(`a message of the kind ${kind}`);
  return { body: messageBody(message), replyTo: (answer) => framed(OP_MSG, id, [Buffer.alloc(5), serialize(answer)]) };
}

/** The first `hello` of a connection comes as an old query: flags, name of the collection, skip, limit, document. */
const queryOf = (message: Buffer): Document => deserialize(message.subarray(message.indexOf(0, HEADER + 4) + 9));

/** Section 0 is the command; the others are lists that belong into it by their name. */
function messageBody(message: Buffer): Document {
  const end = message.length - ((message.readInt32LE(HEADER) & HAS_CHECKSUM) === 0 ? 0 : 4);
  let body: Document = {};
  for (let at = HEADER + 4; at < end;) {
    const size = message.readInt32LE(at + 1);
    const section = message.subarray(at + 1, at + 1 + size);
    if (message[at] === 0) body = { ...deserialize(section), ...body };
    else {
      const nameEnd = section.indexOf(0, 4);
      body[section.toString('utf8', 4, nameEnd)] = [...documentsIn(section.subarray(nameEnd + 1))];
    }
    at += 1 + size;
  }
  return body;
}

function* documentsIn(bytes: Buffer): Generator<Document> {
  for (let at = 0; at < bytes.length; at += bytes.readInt32LE(at)) yield deserialize(bytes.subarray(at));
}

function reply(to: number, answer: Document): Buffer {
  const facts = Buffer.alloc(20);
  facts.writeInt32LE(1, 16);
  return framed(OP_REPLY, to, [facts, serialize(answer)]);
}

function framed(kind: number, to: number, parts: readonly Buffer[]): Buffer {
  const content = Buffer.concat(parts);
  const header = Buffer.alloc(HEADER);
  header.writeInt32LE(HEADER + content.length, 0);
  header.writeInt32LE(to, 8);
  header.writeInt32LE(kind, 12);
  return Buffer.concat([header, content]);
}

const serialize = (document: Document): Buffer => Buffer.from(BSON.serialize(document));
const deserialize = (bytes: Buffer): Document =>
  BSON.deserialize(bytes.subarray(0, bytes.readInt32LE(0)), { promoteBuffers: true });
