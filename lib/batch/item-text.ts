import type { MapperContext } from '../record/error-mapper';
import type { ErrorRecord } from '../record/error-record';
import { sentenceFor } from '../validation/sentence';

/**
 * What a client is told of one failed item: the message that somebody wrote for it, else its first
 * wrong field as a sentence. "Request validation failed" would tell nothing that the code does not.
 */
export function itemText(shown: ErrorRecord, context: MapperContext): string {
  const field = shown.fields?.[0];
  const isGeneric = shown.message === context.record(shown.code).message;
  return field !== undefined && isGeneric ? sentenceFor(field) : shown.message;
}
