import type { FailureKind, FailureReader } from '../database-failure';
import { driverText } from '../driver-text';
import { lookUp, read } from '../read';

/** https://github.com/sidorares/node-mysql2/tree/master/lib/base */
const KIND_BY_CODE: Readonly<Record<string, FailureKind>> = {
  PROTOCOL_CONNECTION_LOST: 'unreachable',
  PROTOCOL_SEQUENCE_TIMEOUT: 'busy', // no answer in time
};

const KIND_BY_TEXT: Readonly<Record<string, FailureKind>> = {
  "Can't add new command when connection is in closed state": 'unreachable',
  'Pool is closed.': 'unreachable',
  'No connections available.': 'busy',
  'Queue limit reached.': 'busy',
};

/** What mysql2 and mysql themselves throw, when no answer of the server came. */
export const readMysqlClientError: FailureReader = (error) => {
  const code = read(error, 'code');
  const kind =
    code === undefined ? lookUp(KIND_BY_TEXT, driverText(error)) : lookUp(KIND_BY_CODE, code);
  return kind && { kind };
};
