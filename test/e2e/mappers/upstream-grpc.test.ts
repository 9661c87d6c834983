import { refusingUrl, useDependency } from './dependency';
import { describeRows, type FailureRow } from './failure-row';
import { callGrpc, useGrpcDependency } from './grpc-dependency';

type Status = Parameters<typeof callGrpc>[0];

const row = (status: Status, code: FailureRow['code']): FailureRow => {
  return { source: '@grpc/grpc-js', failure: status, raise: () => callGrpc(status), code };
};

const rows: readonly FailureRow[] = [
  row('UNAVAILABLE', 'SERVICE_UNAVAILABLE'),
  row('RESOURCE_EXHAUSTED', 'SERVICE_UNAVAILABLE'),
  row('DEADLINE_EXCEEDED', 'UPSTREAM_TIMEOUT'),
  row('hang', 'UPSTREAM_TIMEOUT'),
  row('CANCELLED', 'UPSTREAM_TIMEOUT'),
  row('NOT_FOUND', 'UPSTREAM_FAILED'),
  row('UNAUTHENTICATED', 'UPSTREAM_FAILED'),
  row('PERMISSION_DENIED', 'UPSTREAM_FAILED'),
  row('INVALID_ARGUMENT', 'UPSTREAM_FAILED'),
  row('INTERNAL', 'UPSTREAM_FAILED'),
  {
    source: '@grpc/grpc-js',
    failure: 'a refused connection',
    raise: () => callGrpc('INTERNAL', new URL(refusingUrl()).host),
    code: 'SERVICE_UNAVAILABLE',
  },
];

describeRows('A dependency over gRPC that fails', rows, () => {
  useDependency();
  useGrpcDependency();
});
