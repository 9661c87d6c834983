import type { ErrorMapper } from '../record/error-mapper';
import { abortMapper } from './abort.mapper';
import { axiosMapper } from './axios.mapper';
import { circuitBreakerMapper } from './circuit-breaker.mapper';
import { fetchMapper } from './fetch.mapper';
import { gotMapper } from './got.mapper';
import { grpcMapper } from './grpc.mapper';
import { networkMapper } from './network.mapper';
import { undiciMapper } from './undici.mapper';

/** Failures of what this API calls; clients come before the network, whose codes they bear. */
export const UPSTREAM_MAPPERS: readonly ErrorMapper[] = [
  fetchMapper,
  axiosMapper,
  gotMapper,
  undiciMapper,
  grpcMapper,
  circuitBreakerMapper,
  networkMapper,
  abortMapper,
];
