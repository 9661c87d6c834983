import { MongoClient, ObjectId } from 'mongodb';
import { listen, type ListeningServer } from '../../../support/servers/listen';
import { createMongoServer } from '../../../support/servers/mongo-server';
import type { FailureSource } from '../support/failure-source';
import { BUSY, DOWN, FAULT, rowsOfCodes } from '../support/rows-of-codes';
import { MONGO_NUMBERS, MONGO_REPLIES } from './mongo-replies';

/** The real driver on a real wire. */
export function mongoSource(): FailureSource {
  let server: ListeningServer;
  let client: MongoClient;
  const insert = (collection: string) => () => client.db().collection(collection).insertOne({});
  const update = (collection: string) => () =>
    client
      .db()
      .collection(collection)
      .updateOne({}, { $set: { a: 1 } });
  return {
    source: 'MongoDB',
    open: async () => {
      server = await listen(createMongoServer(MONGO_REPLIES));
      const url = `mongodb://127.0.0.1:${server.port}/app?directConnection=true&retryWrites=false`;
      // With the stable API the driver greets in the protocol that this server speaks.
      client = await new MongoClient(url, {
        serverApi: '1',
        maxPoolSize: 1,
        minHeartbeatFrequencyMS: 20,
      }).connect();
    },
    close: async () => {
      await client.close();
      server.stop();
    },
    rows: [
      {
        failure: 'a duplicate',
        raise: insert('taken'),
        sent: { email: 'index: age_1 dup key: ', age: 1 },
        code: 'RESOURCE_CONFLICT',
        details: { email: ['Email is already in use'] },
      },
      {
        failure: 'a duplicate in an object',
        raise: insert('takenNested'),
        sent: { address: { city: 'Rome' } },
        code: 'RESOURCE_CONFLICT',
        details: { 'address.city': ['City is already in use'] },
      },
      {
        failure: 'a duplicate among many',
        raise: () => client.db().collection('taken').insertMany([{}, {}]),
        sent: { email: 'x' },
        code: 'RESOURCE_CONFLICT',
        details: { email: ['Email is already in use'] },
      },
      {
        failure: 'a duplicate of a field that was not sent',
        raise: insert('taken'),
        sent: { mail: 'x' },
        code: 'RESOURCE_CONFLICT',
      },
      {
        failure: 'a document that the collection refuses',
        raise: insert('invalid'),
        code: 'VALIDATION_FAILED',
      },
      { failure: 'a write conflict', raise: update('conflict'), code: 'RESOURCE_CONFLICT' },
      { failure: 'an aborted transaction', raise: update('transient'), code: 'RESOURCE_CONFLICT' },
      { failure: 'a time limit', raise: update('slow'), ...BUSY },
      { failure: 'a primary that stepped down', raise: update('steppedDown'), ...DOWN },
      { failure: 'a lost connection', raise: update('lost'), ...DOWN },
      {
        failure: 'no server',
        raise: async () => {
          const options = { serverSelectionTimeoutMS: 20 };
          const offline = new MongoClient('mongodb://127.0.0.1:1', options);
          await offline.connect();
        },
        ...DOWN,
      },
      {
        failure: 'a closed client',
        raise: async () => {
          const closed = new MongoClient('mongodb://127.0.0.1:1');
          await closed.close();
          await closed.db().collection('none').findOne();
        },
        ...DOWN,
      },
      {
        failure: 'a text that is no id',
        raise: async () => new ObjectId('nonsense'),
        code: 'VALIDATION_INVALID_FORMAT',
      },
      ...rowsOfCodes(MONGO_NUMBERS, (number) => update(`number_${number}`)()),
      {
        failure: 'a document that contains itself',
        raise: () => {
          const document: Record<string, unknown> = {};
          document['self'] = document;
          return client.db().collection('none').insertOne(document);
        },
        ...FAULT,
      },
      { failure: 'a wrong command', raise: update('syntax'), ...FAULT },
      { failure: 'a missing permission', raise: update('forbidden'), ...FAULT },
    ],
  };
}
