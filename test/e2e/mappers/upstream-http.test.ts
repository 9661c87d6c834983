import { useDependency } from './dependency';
import { describeRows, type FailureRow } from './failure-row';
import { networkRows, stallRow, statusRows } from './http-client-rows';
import {
  axiosClient,
  errorWithResponse,
  fetchClient,
  gotClient,
  nodeClient,
  thrownResponse,
  undiciClient,
  undiciResponseError,
  undiciRetry,
} from './http-clients';

const clients = [fetchClient, undiciClient, nodeClient, gotClient];

const rows: readonly FailureRow[] = [
  ...[...clients, axiosClient].flatMap(networkRows),
  ...clients.map(stallRow),
  ...[axiosClient, gotClient, thrownResponse].flatMap((client) => statusRows(client)),
  ...statusRows(errorWithResponse, (failure) => /40|429/.test(failure)),
  ...statusRows(undiciResponseError, (failure) => /40|429/.test(failure)),
  ...statusRows(undiciRetry, (failure) => /500|429|503/.test(failure)),
];

describeRows('A dependency over HTTP that fails', rows, useDependency);
