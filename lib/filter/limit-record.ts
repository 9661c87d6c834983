import type { ErrorRecord } from '../record/error-record';
import type { CopyLimits } from '../redaction/copy-within';
import type { Redactor } from '../redaction/redactor';

/** How much of one failure is shown. */
export interface FailureLimits extends CopyLimits {
  /** Characters of the message. */
  readonly maxMessageLength: number;
}

export const FAILURE_LIMITS: FailureLimits = {
  maxMessageLength: 1_000,
  maxDepth: 8,
  maxMembers: 1_000,
  maxLength: 64_000,
};

/** The record as it may be shown: message and details within their limits, details without secrets. */
export function limitRecord(
  record: ErrorRecord,
  redactor: Redactor,
  limits: FailureLimits,
): ErrorRecord {
  const { details, message } = record;
  const isLong = message.length > limits.maxMessageLength;
  if (details === undefined && !isLong) return record;
  return record.with({
    message: isLong ? `${message.slice(0, limits.maxMessageLength)}…` : message,
    details: details && redactor.details(details, limits),
  });
}
