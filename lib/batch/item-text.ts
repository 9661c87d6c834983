import type { Handling } from '../filter/handling';
import type { ErrorRecord } from '../record/error-record';

/**
 * What a client is told of one failed item: the message that somebody wrote for it, else its first
 * wrong field as a sentence. "Request validation failed" would tell nothing that the code does not.
 */
export function itemText(shown: ErrorRecord, handling: Handling): string {
  const field = shown.fields?.[0];
  const isGeneric = shown.message === handling.context.record(shown.code).message;
  if (field === undefined || !isGeneric) return shown.message;
  return handling.wordingFor(shown).sentence(field);
}
