import type { MapperContext } from '../record/error-mapper';
import type { ErrorRecord } from '../record/error-record';
import type { Exchange } from './exchange';
import type { HttpTransport } from './transports/http-transport';

/** A path that exists, asked with another method, is 405 with Allow (RFC 9110, section 15.5.6). */
export function refuseWrongMethod(
  record: ErrorRecord,
  { method, path }: Exchange,
  transport: HttpTransport,
  context: MapperContext,
): ErrorRecord {
  if (record.code !== 'ROUTE_NOT_FOUND') return record;
  const allowed = transport.allowedMethods(path);
  if (allowed.length === 0 || allowed.includes(method)) return record;
  return context.record('METHOD_NOT_ALLOWED', {
    headers: { Allow: allowed.join(', ') },
    cause: record.cause,
  });
}
