import type { ErrorMapper } from '../record/error-mapper';
import { isThrownError } from '../thrown/is-thrown-error';
import { readInteger, readMember, readText } from '../thrown/read-member';
import { type UpstreamFailure, upstreamFailure } from './upstream-failure';

/** https://grpc.github.io/grpc/core/md_doc_statuscodes.html; every other code is a failure. */
const FAILURE_BY_STATUS: Readonly<Record<number, UpstreamFailure>> = {
  1: 'timed-out', // CANCELLED: by this API itself
  4: 'timed-out', // DEADLINE_EXCEEDED
  8: 'unavailable', // RESOURCE_EXHAUSTED
  14: 'unavailable', // UNAVAILABLE
};

/** @grpc/grpc-js, and microservices over it: a status of the called service, never of this API. */
export const grpcMapper: ErrorMapper = (thrown, context) => {
  if (!isThrownError(thrown)) return undefined;
  const status = readInteger(thrown, 'code');
  if (status === undefined || status < 1 || status > 16) return undefined;
  if (readText(thrown, 'details') === undefined) return undefined;
  if (typeof readMember(readMember(thrown, 'metadata'), 'getMap') !== 'function') return undefined;
  return upstreamFailure(FAILURE_BY_STATUS[status] ?? 'failed', thrown, context);
};
