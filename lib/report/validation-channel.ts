import { channel } from 'node:diagnostics_channel';
import type { FieldError } from '../record/field-error';
import type { ReportedFailure } from './failure-channel';

/**
 * What is published on the `node:diagnostics_channel` named `nestjs-errors:validation` for each
 * request that is refused for its fields: which rules were broken where, and no values or texts.
 */
export interface ReportedValidation extends Pick<
  ReportedFailure,
  'method' | 'path' | 'traceId' | 'controller' | 'handler'
> {
  readonly status: number;
  /** The code of the answer: `VALIDATION_FAILED`, or that of one field. */
  readonly code: string;
  /** At most as many as the answer lists. */
  readonly fields: readonly Pick<FieldError, 'path' | 'location' | 'rule' | 'code'>[];
}

const refusals = channel('nestjs-errors:validation');

/** Costs nothing while nobody listens. */
export function publishValidation(failure: ReportedFailure): void {
  const { record, method, path, traceId, controller, handler } = failure;
  const { status, code, fields = [] } = record;
  if (!refusals.hasSubscribers || fields.length === 0) return;
  const published: ReportedValidation = {
    status,
    code,
    method,
    path,
    traceId,
    controller,
    handler,
    fields: fields.map((field) => ({
      path: field.path,
      location: field.location,
      rule: field.rule,
      code: field.code,
    })),
  };
  refusals.publish(published);
}
