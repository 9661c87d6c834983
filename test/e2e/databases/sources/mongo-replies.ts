import type { MongoReply } from '../../../support/servers/mongo-server';
import {
  BUSY,
  type CodeTable,
  DOWN,
  FAULT,
  LOST_RACE,
  OUT_OF_RANGE,
  TAKEN,
} from '../support/rows-of-codes';

/** https://github.com/mongodb/mongo/blob/master/src/mongo/base/error_codes.yml */
export const MONGO_NUMBERS: CodeTable = [
  [DOWN, [6, 7, 89, 91, 133, 189, 9001, 10_107, 11_600, 11_602, 13_435, 13_436]],
  [BUSY, [24, 46, 50, 202, 262]],
  [LOST_RACE, [112, 246]],
  [TAKEN, [11_000, 11_001]],
  [OUT_OF_RANGE, [10_334]],
  [{ code: 'VALIDATION_FAILED' }, [121]],
  [FAULT, [2, 9, 13, 18, 26]],
];

const failed = (code: number, errmsg: string, more: object = {}): MongoReply => ({
  ok: 0,
  code,
  errmsg,
  ...more,
});

const DUPLICATE = {
  index: 0,
  code: 11_000,
  errmsg:
    'E11000 duplicate key error collection: app.taken index: email_1 dup key: { email: "index: age_1 dup key: " }',
  keyPattern: { email: 1 },
  keyValue: { email: 'index: age_1 dup key: ' },
};

/** What a server answers to commands on the collection of that name. */
export const MONGO_REPLIES: Readonly<Record<string, MongoReply>> = {
  taken: { ok: 1, n: 0, writeErrors: [DUPLICATE] },
  takenNested: {
    ok: 1,
    n: 0,
    writeErrors: [{ ...DUPLICATE, keyPattern: { 'address.city': 1 } }],
  },
  invalid: {
    ok: 1,
    n: 0,
    writeErrors: [{ index: 0, code: 121, errmsg: 'Document failed validation' }],
  },
  conflict: failed(112, 'WriteConflict error', { errorLabels: ['TransientTransactionError'] }),
  transient: failed(251, 'Transaction 1 has been aborted', {
    errorLabels: ['TransientTransactionError'],
  }),
  slow: failed(50, 'operation exceeded time limit'),
  steppedDown: failed(189, 'Primary stepped down while waiting for replication'),
  syntax: failed(9, 'Failed to parse'),
  forbidden: failed(13, 'not authorized on app to execute command'),
  lost: 'hangs up',
  ...Object.fromEntries(
    MONGO_NUMBERS.flatMap(([, codes]) => codes).map((code) => [
      `number_${code}`,
      failed(Number(code), 'It failed'),
    ]),
  ),
  none: { ok: 1, n: 0, nModified: 0, cursor: { id: 0n, ns: 'app.none', firstBatch: [] } },
};
