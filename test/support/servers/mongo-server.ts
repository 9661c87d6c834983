import { createServer, type Server, type Socket } from 'node:net';
import { BSON } from 'mongodb';

/** A document of a MongoDB server, or what it does instead of answering. */
export type MongoReply = Readonly<Record<string, unknown>> | 'hangs up';

const OP_MSG = 2013;
const HEADER = 16;

/** Speaks MongoDB's protocol: each command on a collection is answered by the reply of its name. */
export function createMongoServer(replies: Readonly<Record<string, MongoReply>>): Server {
  return createServer((socket) => {
    let pending = Buffer.alloc(0);
    socket.on('error', () => socket.destroy());
    socket.on('data', (data) => {
      pending = Buffer.concat([pending, data]);
      while (pending.length >= HEADER && pending.length >= pending.readInt32LE(0)) {
        const length = pending.readInt32LE(0);
        answer(socket, pending.subarray(0, length), replies);
        pending = pending.subarray(length);
      }
    });
  });
}

/** Header, flags, then one section: a zero byte and the document of the command. */
function answer(
  socket: Socket,
  message: Buffer,
  replies: Readonly<Record<string, MongoReply>>,
): void {
  const size = message.readInt32LE(HEADER + 5);
  const command = BSON.deserialize(message.subarray(HEADER + 5, HEADER + 5 + size));
  const [name = '', target] = Object.entries(command)[0] ?? [];
  const reply = name === 'hello' ? HELLO : (replies[String(target)] ?? { ok: 1 });
  if (reply === 'hangs up') socket.destroy();
  else socket.write(toMessage(reply, message.readInt32LE(4)));
}

const HELLO = {
  ok: 1,
  isWritablePrimary: true,
  minWireVersion: 0,
  maxWireVersion: 21,
  maxBsonObjectSize: 16_777_216,
  maxMessageSizeBytes: 48_000_000,
  maxWriteBatchSize: 100_000,
};

function toMessage(document: Readonly<Record<string, unknown>>, responseTo: number): Buffer {
  const body = Buffer.from(BSON.serialize(document));
  const head = Buffer.alloc(HEADER + 5);
  head.writeInt32LE(head.length + body.length, 0);
  head.writeInt32LE(responseTo, 8);
  head.writeInt32LE(OP_MSG, 12);
  return Buffer.concat([head, body]);
}
