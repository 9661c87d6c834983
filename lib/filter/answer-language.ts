import type { ErrorRecord } from '../record/error-record';
import type { AnswerLanguage } from '../validation/messages/wording';
import type { Answer } from './transports/http-transport';

/** Tells clients the language of an answer, and caches what it depends on. */
export function tellLanguage(answer: Answer, { locale, isNegotiated }: AnswerLanguage): Answer {
  if (locale === undefined) return answer;
  return {
    ...answer,
    headers: { 'Content-Language': locale, ...answer.headers },
    varyBy: isNegotiated ? [...answer.varyBy, 'Accept-Language'] : answer.varyBy,
  };
}

/** The record with a text of the catalogue's in place of the generic one, never of an author's. */
export function translateMessage(
  record: ErrorRecord,
  generic: () => string,
  translated: string | undefined,
): ErrorRecord {
  if (translated === undefined || record.message !== generic()) return record;
  return record.with({ message: translated });
}
