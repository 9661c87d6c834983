import type { FieldWording } from '../validation/messages/field-wording';
import type { ErrorRecord } from '../record/error-record';

/** The request of a failure, as far as a body may tell of it. */
export interface FormatContext {
  readonly timestamp: Date;
  /** 32 lowercase hex digits; undefined where tracing is off. */
  readonly traceId: string | undefined;
  /** Without the query. */
  readonly path: string;
  readonly method: string;
  /** Writes names, texts and sentences of field errors in the language of the answer. */
  readonly wording: FieldWording;
  /** Texts for developers; only where `expose` asks for them, never in production. */
  readonly debug?: DebugTexts | undefined;
}

/** What a developer would look up in the log, secrets taken out. */
export interface DebugTexts {
  readonly stack: string;
  readonly causes: readonly string[];
}

/** A body shape of one's own: a pure function from the record to what is sent as JSON. */
export interface ErrorFormat {
  /** Chooses texts of a definition that differ by format. */
  readonly name: string;
  /** @default 'application/json' */
  readonly mediaType?: string;
  /** The status of validation failures. @default 422 */
  readonly validationStatus?: number;
  body(record: ErrorRecord, context: FormatContext): object;
}

/** A format of the library. */
export interface BuiltInFormat extends ErrorFormat {
  /** The text of what `body()` yields for a plain failure: JSON.stringify costs six times as much. */
  writePlain(record: ErrorRecord, context: FormatContext): string;
}
