import type { ErrorMapper } from '../record/error-mapper';
import { clientAbortMapper } from './client-abort.mapper';
import { rxjsTimeoutMapper } from './rxjs-timeout.mapper';

/** Asked before all others of the library: who left, or what timer ran out, explains the rest. */
export const ASYNC_ERROR_MAPPERS: readonly ErrorMapper[] = [clientAbortMapper, rxjsTimeoutMapper];
