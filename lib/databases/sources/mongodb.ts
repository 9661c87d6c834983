import type { FailureKind, FailureNames, FailureReader } from '../database-failure';
import { lookUp, read, readItems, readKeys, readText } from '../read';

/** https://github.com/mongodb/mongo/blob/master/src/mongo/base/error_codes.yml */
const KIND_BY_CODE: Readonly<Record<string, FailureKind>> = {
  6: 'unreachable',
  7: 'unreachable',
  24: 'busy', // lock timeout
  46: 'busy', // lock
  50: 'busy', // maxTimeMS
  89: 'unreachable', // network timeout
  91: 'unreachable', // shutting down
  112: 'conflict', // write conflict
  121: 'invalid', // the collection's schema
  133: 'unreachable', // no server to read from
  189: 'unreachable', // primary stepped down
  202: 'busy',
  246: 'conflict', // snapshot unavailable
  262: 'busy', // time limit
  9001: 'unreachable', // socket
  10107: 'unreachable', // not primary
  10334: 'length', // document too large
  11000: 'unique',
  11001: 'unique',
  11600: 'unreachable', // shutting down
  11602: 'unreachable', // stepped down
  13435: 'unreachable', // not primary
  13436: 'unreachable', // not primary or secondary
};

/** Classes of the driver that carry no code. */
const KIND_BY_NAME: Readonly<Record<string, FailureKind>> = {
  MongoClientClosedError: 'unreachable',
  MongoNetworkError: 'unreachable',
  MongoNetworkTimeoutError: 'unreachable',
  MongoNotConnectedError: 'unreachable',
  MongoOperationTimeoutError: 'busy',
  MongoPoolClearedError: 'unreachable',
  MongoPoolClosedError: 'unreachable',
  MongoServerClosedError: 'unreachable',
  MongoServerSelectionError: 'unreachable',
  MongoStalePrimaryError: 'unreachable',
  MongoTopologyClosedError: 'unreachable',
  MongoWaitQueueTimeoutError: 'busy', // no connection of the pool in time
  PoolClearedOnNetworkError: 'unreachable',
};

/** MongoDB's driver, and BSON ids that are none. */
export const readMongoError: FailureReader = (error) => {
  if (isWrongId(error)) return { kind: 'format' };
  if (typeof read(error, 'hasErrorLabel') !== 'function') return undefined;
  const kind =
    lookUp(KIND_BY_CODE, read(error, 'code')) ??
    lookUp(KIND_BY_NAME, readText(error, 'name')) ??
    (isTransient(error) ? 'conflict' : undefined);
  return kind && { kind, ...(kind === 'unique' && keyOf(error)) };
};

/** `new ObjectId('what a client sent')` */
function isWrongId(error: object): boolean {
  return (
    readText(error, 'name') === 'BSONError' &&
    (readText(error, 'message') ?? '').includes('24 character hex string')
  );
}

function isTransient(error: object): boolean {
  return readItems(error, 'errorLabels').includes('TransientTransactionError');
}

/** Bulk writes keep no pattern, but the index's name: `email_1`, `org_1_label_-1` by default. */
function columnsOf(index: string | undefined): readonly string[] | undefined {
  const columns = index?.split(/_-?1(?:_|$)/);
  return columns?.pop() === '' ? columns : undefined;
}

/** `E11000 duplicate key error collection: app.users index: email_1 dup key: …`, values last. */
const DUPLICATE = /^E1100[01] .*?collection: [^.\s]+\.(\S+) index: (.+?) dup key: /s;

/** The names of a collection and its index are shorter. */
const MAX_LENGTH = 2_000;

function keyOf(error: object): FailureNames {
  const message = readText(error, 'message')?.slice(0, MAX_LENGTH) ?? '';
  const [, table, constraint] = DUPLICATE.exec(message) ?? [];
  return { table, constraint, columns: readKeys(error, 'keyPattern') ?? columnsOf(constraint) };
}
