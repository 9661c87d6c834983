import type { MongoReply } from '../../../support/servers/mongo-server';

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
  none: { ok: 1, n: 0, nModified: 0, cursor: { id: 0n, ns: 'app.none', firstBatch: [] } },
};
