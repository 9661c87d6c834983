import type { ErrorRecord } from '../record/error-record';
import type { Redactor } from '../redaction/redactor';
import { describeThrown } from '../report/describe-thrown';
import { readText } from '../thrown/read-member';
import { activeSpan, type Span } from '../tracing/active-span';

/** https://opentelemetry.io/docs/specs/otel/trace/api/#set-status */
const STATUS_ERROR = 2;

const MAX_MESSAGE_LENGTH = 8_000;

/**
 * Records a failure on OpenTelemetry's active span, by the semantic conventions for HTTP servers: a
 * status below 500 leaves the span's own status unset, and is no exception of this service.
 * https://opentelemetry.io/docs/specs/semconv/http/http-spans/#status
 */
export function recordOnSpan(
  record: ErrorRecord,
  sentStatus: number | undefined,
  redactor: Redactor,
): void {
  const span = activeSpan();
  if (!span?.isRecording()) return;
  span.setAttribute('nestjs_errors.code', record.code);
  if (sentStatus !== undefined) span.setAttribute('http.response.status_code', sentStatus);
  if (record.status >= 500) recordFault(span, record, redactor);
}

function recordFault(span: Span, { code, cause }: ErrorRecord, redactor: Redactor): void {
  const [stack = ''] = describeThrown(cause, redactor);
  span.recordException({
    name: redactor.text(readText(cause, 'name') ?? code),
    message: redactor.excerpt(readText(cause, 'message') ?? '', MAX_MESSAGE_LENGTH),
    stack,
  });
  // No description: the status code and the type say it all, as the conventions ask.
  span.setAttribute('error.type', code);
  span.setStatus({ code: STATUS_ERROR });
}
